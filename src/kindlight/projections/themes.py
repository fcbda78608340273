"""Which way on the ring of themes a text leans: the mean direction of the theme words in it."""

import cmath
import hashlib
import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kindlight.content.themes import themes
from kindlight.terms import Turn

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_GAPS = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalpha()})
"""Where no sign can stand inside a word, each that is no letter is a gap: six times as quick."""

LONGEST_WORD = 24
"""Letters of a word that are looked at."""

WORDS_AT_HAND = 1 << 15
"""Words whose direction is at hand; a language's common ones, and no more of a life than that."""


def turn_of(text: str) -> Turn:
    """The angle of a text on the ring, in turns; a text without theme words has one of its own, from its words.

    >>> turn_of("The meeting at work was long.")
    0.0
    """
    words = words_of(text[:20_000].lower())
    mean = sum(filter(None, map(direction_of, words)), 0j)
    if abs(mean) < 1e-6:  # noqa: PLR2004 - opposite themes in balance say nothing
        return share(" ".join(words), "theme")
    return round(cmath.phase(mean) / math.tau % 1, 6) % 1


def words_of(text: str) -> list[str]:
    """The words of a text in small letters.

    >>> words_of("mother-in-law's 2 dogs")
    ["mother-in-law's", 'dogs']
    """
    if text.isascii() and "'" not in text and "-" not in text:
        return text.translate(_GAPS).split()
    return _WORD.findall(text)


@cache
def anchors() -> dict[str, complex]:
    """Each word and each stem of the themes, and the direction of its theme."""
    ring = themes()
    return {
        stem: cmath.exp(2j * math.pi * place / len(ring)) for place, stems in enumerate(ring.values()) for stem in stems
    }


@lru_cache(WORDS_AT_HAND)
def direction_of(word: str) -> complex | None:
    """The direction of a word, or of the longest stem that it begins with; None when it has none."""
    known = anchors()
    return next((known[form] for form in forms(word) if form in known), None)


def forms(word: str) -> Iterator[str]:
    """How a word may stand in the themes: as it is, without an ending, or as an open stem, the longest first.

    >>> list(forms("dogs"))
    ['dogs', 'dog', 'dogs-', 'dog-', 'do-', 'd-']
    """
    yield word
    for ending in ("s", "'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
        if word.endswith(ending):
            yield word.removesuffix(ending)
    yield from (f"{word[:end]}-" for end in range(min(len(word), LONGEST_WORD), 0, -1))


def share(text: str, purpose: str) -> float:
    """A number in [0, 1) that a text always gives, and another text another."""
    digest = hashlib.sha256(f"{purpose}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:6], "big") / 2**48
