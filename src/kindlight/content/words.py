"""Every sentence of the interface, by key. The file is the only source; anyone may change it without touching code."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def all_words(language: str = "en") -> Mapping[str, str]:
    """Every key of the words file with its sentence, in the file's order."""
    text = (files("kindlight.content") / "words" / f"{language}.toml").read_text("utf-8")
    return dict(_flat(tomllib.loads(text)))


def say(key: str, **values: object) -> str:
    """The sentence of a key, its `{names}` filled in; an unknown key is a fault of ours and raises KeyError.

    >>> say("room.thread", when="23 November")
    'Words of 23 November'
    """
    return all_words()[key].format(**values)


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
