"""Words to hold on to: six for a passphrase, and two by which a person knows that this is their own room."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from kindlight.vault import slots
from kindlight.vault.keys import Entropy

OFFERED = 6
"""Words; 66 bits, beyond guessing behind Argon2id."""
BITS = 11
"""Per word: the list has 2048."""


def offer_words(entropy: Entropy) -> tuple[str, ...]:
    """Six words for a passphrase."""
    return _pick(entropy(9), OFFERED)


def sign(home: Path) -> str:
    """The room's own two words, always the same: a program that only pretends to be this room does not know them."""
    return " ".join(_pick(sha256(b"kindlight 1 sign" + slots.read(home).room).digest(), 2))


@cache
def all_words() -> tuple[str, ...]:
    """The list, in the file's order."""
    return tuple((files("kindlight.content") / "passphrase_words.txt").read_text("utf-8").split())


def _pick(chance: bytes, count: int) -> tuple[str, ...]:
    number = int.from_bytes(chance)
    return tuple(all_words()[number >> BITS * place & (1 << BITS) - 1] for place in range(count))
