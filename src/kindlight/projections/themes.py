"""Which way on the ring of themes a text leans: the mean direction of the theme words in it."""

import cmath
import hashlib
import math
import re
from functools import cache

from kindlight.content.themes import themes
from kindlight.terms import Turn

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")

SHORTEST_OPEN = 4
"""Letters from which on a stem also stands for longer words."""

LONGEST_WORD = 24


def turn_of(text: str) -> Turn:
    """The angle of a text on the ring, in turns; a text without theme words has one of its own, from its words.

    >>> turn_of("The meeting at work was long.")
    0.0
    """
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    mean = sum((direction for direction in map(direction_of, words) if direction), 0j)
    if abs(mean) < 1e-6:  # noqa: PLR2004 - opposite themes in balance say nothing
        return share(" ".join(words), "theme")
    return round(cmath.phase(mean) / math.tau % 1, 6) % 1


@cache
def anchors() -> dict[str, complex]:
    """Each stem and the direction of its theme."""
    ring = themes()
    return {
        stem: cmath.exp(2j * math.pi * place / len(ring)) for place, stems in enumerate(ring.values()) for stem in stems
    }


@cache
def direction_of(word: str) -> complex | None:
    """The direction of the longest stem that a word begins with; None when it has none."""
    known = anchors()
    if word in known:
        return known[word]
    ends = range(min(len(word), LONGEST_WORD) - 1, SHORTEST_OPEN - 1, -1)
    return next((known[word[:end]] for end in ends if word[:end] in known), None)


def share(text: str, purpose: str) -> float:
    """A number in [0, 1) that a text always gives, and another text another."""
    digest = hashlib.sha256(f"{purpose}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6], "big") / 2**48
