"""Help lines by region, as dated data; generated into the page too, so that Help opens with the engine gone."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

ELSEWHERE = "zz"
"""The region for places that have no list of their own; it comes last."""


class HelpLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One service to turn to: how to reach it, when, what it is like, and the page it was compared with."""

    name: str
    reach: str
    hours: str
    note: str
    source: str


class Region(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country, its emergency number and its lines; every line was compared with its source on `last_verified`."""

    region: str
    name: str
    emergency: str
    last_verified: date
    lines: tuple[HelpLine, ...]


@cache
def all_help() -> tuple[Region, ...]:
    """Every region by name, elsewhere last; raises msgspec.ValidationError for a file that is not a list of help."""
    return tuple(sorted(_regions(), key=lambda region: (region.region == ELSEWHERE, region.name)))


def _regions() -> Iterator[Region]:
    for file in (files("kindlight.content") / "help").iterdir():
        if file.name.endswith(".toml"):
            yield msgspec.convert(tomllib.loads(file.read_text("utf-8")), Region)
