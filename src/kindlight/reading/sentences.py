"""Where sentences begin and end, so that a person's words can be given back exactly as they wrote them."""

import re
from collections.abc import Iterator

_PAUSE = re.compile(
    r"(?<![.!?\u2026])(?P<stop>[.!?\u2026]++)(?P<close>[\"'\u201d\u2019)\]_*\u00bb]*+)(?=\s|$)"
    r"|(?P<wide>[\u3002\uff01\uff1f]+)"
    r"|(?P<line>\n)"
)
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_ITEM = re.compile(r"[ \t]*(?:[-*\u2022\u2013]|\d{1,3}[.)])[ \t]+\S")
_BLANK = re.compile(r"[ \t\r\f\v]*\n")
_I_SAID = re.compile(r"\s+I (?:said|asked|cried|answered|thought|replied|told|shouted|whispered)\b")
_NEXT = re.compile(r"\s*[\"'\u201c\u2018(\[_*]*(\S?)")
_TITLES = frozenset(
    ("mr mrs ms dr prof st mt rev hon capt col gen lt sgt messrs mme mlle vs e.g i.e eg ie cf viz approx").split(" ")  # noqa: SIM905 - reads better
)
_MAYBE = frozenset(["etc", "a.m", "p.m", "am", "pm", "inc", "ltd", "co", "jr", "sr", "ch", "vol", "p", "pp", "fig"])
_LONG = 600  # code points of a sentence; a longer one is read in parts
_GAPS = tuple(map(re.compile, (r"[;:\u2014]\s", r"\n", r",\s", r"\s(?=(?:and|but|because|so|then|i|i'm|im)\b)", r"\s")))
"""Where a long one may be cut, the best first."""

_SHORT = 50  # code points; a shorter line that a capital follows was ended by hand, not wrapped


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of a text's sentences, in code points; every character that is not white space is in exactly one.

    >>> sentences("Mr. Hill came.  I hid")
    ((0, 14), (16, 21))
    """
    pieces = (part for start, end in _pieces(text) for part in _breaths(text, start, end))
    return tuple(span for start, end in pieces if (span := _trimmed(text, start, end)))


def _breaths(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What someone wrote without stopping, in parts of a length that can be read at once."""
    while end - start > _LONG:
        cut = next(
            (cut for gap in _GAPS if (cut := _last(gap, text, start + _LONG // 3, start + _LONG))), start + _LONG
        )
        yield start, cut
        start = cut
    yield start, end


def _last(gap: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last such gap ends; 0 when there is none."""
    return max((found.end() for found in gap.finditer(text, start, end)), default=0)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = line = 0
    for pause in _PAUSE.finditer(text):
        if _ends(text, pause, line):
            yield start, pause.end()
            start = pause.end()
        if pause["line"]:
            line = pause.end()
    yield start, len(text)


def _ends(text: str, pause: re.Match[str], line: int) -> bool:
    if pause["line"]:
        return _line_ends(text, pause, line)
    return bool(pause["wide"]) or _stop_ends(text, pause)


def _line_ends(text: str, pause: re.Match[str], line: int) -> bool:
    after = pause.end()
    if _BLANK.match(text, after) or _ITEM.match(text, after):
        return True
    short = pause.start() - line < _SHORT and text[line : pause.start()].rstrip()[-1:] not in ",;:-\u2014"
    return short and text[after : after + 1].isupper()


def _stop_ends(text: str, pause: re.Match[str]) -> bool:
    stop, follows = pause["stop"], _following(text, pause.end())
    if stop == ".":
        return not _abbreviated(text, pause.start(), follows)
    if pause["close"] and _I_SAID.match(text, pause.end()):
        return False
    if follows.islower():
        # an ellipsis goes on, and so does '"Stop!" she said'
        return not (pause["close"] or stop[0] == "\u2026" or stop.startswith(".."))
    return True


def _following(text: str, position: int) -> str:
    found = _NEXT.match(text, position, position + 40)
    return found[1] if found else ""


def _abbreviated(text: str, stop: int, follows: str) -> bool:
    found = _LAST_WORD.search(text, max(0, stop - 24), stop)
    if found is None:
        return _item_number(text, stop)
    word = found[0].lower()
    if word in _TITLES or (len(word) == 1 and word != "i" and found[0].isupper()):
        return bool(follows)
    return (word == "no" and follows.isdigit()) or (word in _MAYBE and (follows.islower() or follows.isdigit()))


def _item_number(text: str, stop: int) -> bool:
    line = text[max(0, stop - 8) : stop].rpartition("\n")[2].strip()
    return line.isdigit()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    size = len(piece.strip())
    return (start + left, start + left + size) if size else None
