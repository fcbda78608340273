"""A flower's form, from the words that grew it and nothing else: the same words, the same flower, on every machine."""

import hashlib
import math
from struct import unpack
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kindlight.terms import Signed, Unit

Species = Literal["lotus", "dahlia", "bell", "star"]

PETALS: dict[Species, tuple[int, int]] = {"lotus": (26, 40), "dahlia": (38, 55), "bell": (7, 11), "star": (9, 16)}
"""Fewest and most petals of each kind."""

HUES = ((0.02, 0.13), (0.90, 0.99), (0.60, 0.72))
"""Harmonised hues, as shares of the colour circle: gold to peach, rose, and now and then a moon-blue."""


class Genome(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The form of one flower. Lengths in metres; cup, curl and lean as shares of their range."""

    species: Species
    petals: int
    hue: Unit
    height: float
    width: float
    cup: Unit
    curl: Unit
    leaves: int
    lean: Signed
    seed: Annotated[int, Meta(ge=0, lt=2**32)]


def genome_of(words: str) -> Genome:
    """The genome of some words; letter case and spacing make no other flower.

    >>> genome_of("I can rest.") == genome_of("  i can   REST. ")
    True
    """
    shares = _shares(" ".join(words.lower().split()))
    species = _pick(("lotus", "dahlia", "star", "bell", "lotus"), shares[0])
    low, high = PETALS[species]
    return Genome(
        species=species,
        petals=low + math.floor(shares[1] * (high - low + 1)),
        hue=_hue(shares[2], shares[3]),
        height=round(0.42 + 0.5 * shares[4], 4),
        width=round(0.17 + 0.15 * shares[5], 4),
        cup=round(shares[6], 4),
        curl=round(shares[7], 4),
        leaves=1 + math.floor(shares[8] * 4),
        lean=round(2 * shares[9] - 1, 4),
        seed=math.floor(shares[10] * 2**32),
    )


def _shares(words: str) -> list[float]:
    """Eleven numbers in [0, 1) that the words always give."""
    drawn = hashlib.shake_256(words.encode("utf-8", "surrogatepass")).digest(44)
    return [number / 2**32 for number in unpack(">11I", drawn)]


def _pick(among: tuple[Species, ...], share: float) -> Species:
    return among[math.floor(share * len(among))]


def _hue(which: float, within: float) -> Unit:
    low, high = HUES[0 if which < 0.6 else 1 if which < 0.85 else 2]  # noqa: PLR2004 - mostly gold, seldom blue
    return round(low + within * (high - low), 4)
