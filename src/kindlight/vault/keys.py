"""Keys: one random root opens everything, and each use gets its own key from it. No key is used for two things."""

import unicodedata
from collections.abc import Callable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Struct

from kindlight.errors import KeysDamaged, PassphraseTooShort

Entropy = Callable[[int], bytes]
"""That many bytes nobody can guess."""

KEY_BYTES = 32
SHORTEST = 8
"""Characters; no key derivation saves a shorter passphrase."""


class Cost(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one guess at a passphrase costs: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


FLOOR = Cost(memory=64 * 1024, passes=3, lanes=4)
"""RFC 9106, second recommended choice. Less is a downgrade and refused."""
CAP = Cost(memory=512 * 1024, passes=10, lanes=16)
"""More is a trap for the machine's memory and refused."""


class Keys(Struct, frozen=True, kw_only=True):
    """A key for each use."""

    database: bytes
    anchor: bytes
    media: bytes
    """Reserved: wraps the keys of recordings."""


def derive(root: bytes, room: bytes) -> Keys:
    """Every key of a room from its root."""
    return Keys(
        database=expand(root, room, "kindlight 1 database"),
        anchor=expand(root, room, "kindlight 1 anchor"),
        media=expand(root, room, "kindlight 1 media"),
    )


def expand(secret: bytes, salt: bytes, use: str) -> bytes:
    """A key for one use from a secret that is already beyond guessing (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=use.encode()).derive(secret)


def stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """A key from something that could be guessed (Argon2id); refuses a cost outside the floor and the cap."""
    if not _fair(cost):
        raise KeysDamaged
    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    ).derive(secret)


def spoken(passphrase: str) -> bytes:
    """A passphrase as bytes: however it was typed, the same words give the same bytes."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split()).encode()


def chosen(passphrase: str) -> bytes:
    """A new passphrase as bytes; refuses one that is too short."""
    secret = spoken(passphrase)
    if len(secret.decode()) < SHORTEST:
        raise PassphraseTooShort
    return secret


def _fair(cost: Cost) -> bool:
    return (
        FLOOR.memory <= cost.memory <= CAP.memory
        and FLOOR.passes <= cost.passes <= CAP.passes
        and FLOOR.lanes <= cost.lanes <= CAP.lanes
    )
