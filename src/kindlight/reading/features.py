"""What the model sees of a sentence: its words, their families and the signs of its grammar, as numbered buckets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from msgspec import Struct

from kindlight.reading.lexicon import CLASS
from kindlight.reading.signs import signs
from kindlight.reading.tokens import plain, words
from kindlight.reading.votes import votes

BUCKETS = 1 << 15
MOST = 160
"""Words of a sentence that are looked at."""

_QUOTE = re.compile(r'(?<![^\s(\[_-])"([^"]{0,600})"|(?<![^\s(\[_-])"([^"]{1,600})$|^([^"]{1,600}[.,!?])"(?=\s|$)')
_OWN_VOICE = re.compile(
    r"\b(?:i|mind|brain|voice|critic|head|part of me|self) (?:\w+ ){0,3}?(?:tell|tells|told|telling|say|says|said|"
    r"saying|whisper\w*|think|thinks|thought|thinking|repeat\w*|scream\w*|call|calls|calling|called)\b"
    r"(?! (?:him|her|them|you|the|my)\b)"
)
_TURN = frozenset(["but", "yet", "however", "though", "although", "except"])
_STEM = 5  # letters by which longer words are also known
_OPENING = 2  # words; a 'but' before them turns nothing
_DENIAL = frozenset(["not", "no", "never", "neither", "nor", "without"])


class Seen(Struct, frozen=True, kw_only=True):
    """A sentence as the reader sees it: its own words, words it quotes from others, the signs it shows."""

    words: tuple[str, ...]
    quoted: tuple[str, ...]
    signs: frozenset[str]


def see(text: str) -> Seen:
    """Take a sentence apart."""
    heard = plain(text)
    own, quoted = _parted(heard)
    shown = set(signs(own))
    shown |= _turned(own)
    if quoted:
        shown.add("quotes" if own else "all quoted")
    return Seen(words=tuple(own or quoted), quoted=tuple(quoted if own else ()), signs=frozenset(shown))


def _turned(own: Sequence[str]) -> set[str]:
    """Which way the words after the last turn ('but') speak, since the second half decides."""
    harsh, kind = votes(set(signs(_after_turn(own))))
    return {name for name, decided in (("tail: harsh", harsh > kind), ("tail: kind", kind > harsh)) if decided}


def _parted(heard: str) -> tuple[list[str], list[str]]:
    """Own words and others' words; what one's own inner voice says is one's own."""
    around = words(_QUOTE.sub(" ", heard))[:MOST]
    inside = words(" ".join("".join(parts) for parts in _QUOTE.findall(heard)))[:MOST]
    if not around or _OWN_VOICE.search(" ".join(around)):
        return (words(heard)[:MOST], []) if around else ([], inside)
    return around, inside


def lexical(seen: Seen) -> list[int]:
    """Buckets of words, word pairs, and pairs and triples of word families."""
    return sorted(crc32(name.encode("utf-8", "replace")) % BUCKETS for name in _named(seen))


def grammatical(seen: Seen) -> list[int]:
    """Buckets of the signs, and of each two signs that stand together."""
    shown = sorted(seen.signs)
    pairs = (f"{a}&{b}" for i, a in enumerate(shown) for b in shown[i + 1 :])
    return [
        crc32(("sign:" + name).encode()) % BUCKETS for name in (*shown, *pairs, f"size:{min(len(seen.words) // 6, 4)}")
    ]


def _named(seen: Seen) -> Iterator[str]:
    yield from set(_worded(seen.words))
    yield from {f"q:{word}" for word in _families(seen.quoted)}
    yield from {f"tail:{word}" for word in _families(_after_turn(seen.words))}


def _worded(spoken: Sequence[str]) -> Iterator[str]:
    families = ["^", *_families(spoken), "$"]
    denied = list(_denied(spoken))
    yield from spoken
    yield from (f"{word[:_STEM]}~" for word in spoken if len(word) > _STEM)
    yield from denied
    yield from (f"{a} {b}" for a, b in pairwise(spoken))
    yield from (f"{a}_{b}" for a, b in pairwise(families))
    yield from (f"{a}_{b}_{c}" for a, b, c in zip(families, families[1:], families[2:], strict=False))


def _families(spoken: Sequence[str]) -> list[str]:
    return [f"<{CLASS[word]}>" if word in CLASS else word for word in spoken]


def _denied(spoken: Sequence[str]) -> Iterator[str]:
    """Words, and their families, within three words after a denial."""
    left = 0
    for word in spoken:
        if left:
            yield f"no:{word}"
            yield f"no:{CLASS.get(word, '')}"
        left = 3 if word in _DENIAL else max(0, left - 1)


def _after_turn(spoken: Sequence[str]) -> Sequence[str]:
    turns = [place for place, word in enumerate(spoken) if word in _TURN and place >= _OPENING]
    return spoken[turns[-1] + 1 :] if turns else ()
