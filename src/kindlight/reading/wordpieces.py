"""Words as the encoder knows them: WordPiece, as BERT's uncased models have it, and pictures spelled out.

Written here because the library for it brings a network client along; `training/` compares the two on real text.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LONGEST = 2_000
"""Code points of a sentence that are read; the rest is left unread so that time is bounded."""

LONGEST_WORD = 60
"""Letters; a longer word is no word."""

UNKNOWN = "[UNK]"

_MARKS = str.maketrans(
    dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'") | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
)
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_STRETCHED = re.compile(r"(.)\1{3,}")


def plain(text: str) -> str:
    """The part of a text that is read: lower case, no accents, one kind of quotation mark, no long stretches.

    >>> plain("Sooooo TIRED")
    'sooo tired'
    """
    parted = unicodedata.normalize("NFD", text[:LONGEST].translate(_MARKS).lower())
    bare = parted if parted.isascii() else "".join(filter(None, map(_spelled, parted)))
    return _STRETCHED.sub(r"\1\1\1", bare)


def words(text: str) -> list[str]:
    """The words and marks of a text, in order.

    >>> words("I can't")
    ['i', 'can', "'", 't']
    """
    return _WORD.findall(plain(text))


class Spelling:
    """A vocabulary, and how words are cut into its pieces; the common ones stay at hand."""

    def __init__(self, known: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._numbers = {piece: number for number, piece in enumerate(known)}
        self.cut = lru_cache(1 << 14)(self._cut)

    def __getitem__(self, piece: str) -> int:
        """The number of a piece."""
        return self._numbers[piece]

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces that a text is made of."""
        return [number for word in words(text) for number in self.cut(word)]

    def _cut(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            ends = range(len(word), start, -1)
            end = next((end for end in ends if self._piece(word, start, end) in self._numbers), 0)
            if not end:
                break
            found.append(self._numbers[self._piece(word, start, end)])
            start = end
        return tuple(found) if found and start == len(word) else (self._numbers[UNKNOWN],)

    @staticmethod
    def _piece(word: str, start: int, end: int) -> str:
        return word[start:end] if start == 0 else "##" + word[start:end]


@lru_cache(1 << 10)
def _spelled(sign: str) -> str:
    """A sign as it is read: accents and controls not at all, a picture by its name."""
    kind = unicodedata.category(sign)
    if kind == "So":
        return f" {unicodedata.name(sign, '').lower()} "
    if kind in ("Mn", "Cs", "Co", "Cf") or (kind == "Cc" and not sign.isspace()):
        return ""
    return sign
