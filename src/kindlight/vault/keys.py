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

Clock = Callable[[], float]
"""Seconds, of which only differences mean anything."""

KEY_BYTES = 32
GUESS = 0.5
"""Seconds that one guess at a passphrase should take on the machine where it is chosen."""
FASTEST = 0.001
"""Seconds; below this a clock says nothing."""
SALT_BYTES = 16
STEP = 16 * 1024
"""KiB; the cost is a whole number of these."""
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


def calibrated(clock: Clock) -> Cost:
    """The cost at which one guess takes about half a second on this machine, between the floor and the cap.

    Time grows with memory, so the floor is timed, twice, since a machine may be busy with something else. A machine
    that cannot spare the memory stays at the floor.
    """
    least = min(_timed(FLOOR, clock), _timed(FLOOR, clock))
    memory = int(FLOOR.memory * GUESS / max(least, FASTEST)) // STEP * STEP
    cost = Cost(memory=min(max(memory, FLOOR.memory), CAP.memory), passes=FLOOR.passes, lanes=FLOOR.lanes)
    try:
        _timed(cost, clock)
    except MemoryError:
        return FLOOR
    return cost


def _timed(cost: Cost, clock: Clock) -> float:
    began = clock()
    stretch(b"", bytes(SALT_BYTES), cost)
    return clock() - began


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
