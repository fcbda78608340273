"""The few lines of settings above a Markdown note: plain values and simple lists, read without trust.

Not YAML: what is nested is passed over, and what is neither is the person's text.
"""

import re

Values = dict[str, tuple[str, ...]]
"""Keys in small letters, each with its values."""

_BLOCK = re.compile(r"---[ \t]*\n(.*?)(?:^|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"([\w][\w .-]{0,80}):(?:[ \t]+(.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")


def split(note: str) -> tuple[Values, str]:
    """The settings and the text under them; no settings and the whole note if there are none to be read."""
    block = _BLOCK.match(note)
    values = _values(block[1]) if block else None
    return (values, note[block.end() :]) if block and values is not None else ({}, note)


def _values(block: str) -> Values | None:
    values: Values = {}
    key = ""
    for line in block.split("\n"):
        pair, item = _PAIR.fullmatch(line), _ITEM.fullmatch(line)
        if pair:
            key = pair[1].strip().lower()
            values[key] = _several(pair[2] or "")
        elif item and key:
            values[key] += (_plain(item[1]),)
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return None
    return values


def _several(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return tuple(plain for part in text[1:-1].split(",") if (plain := _plain(part)))
    return (plain,) if (plain := _plain(text)) else ()


def _plain(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text.partition(" #")[0].strip() if not text.startswith("#") else text
