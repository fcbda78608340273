"""Key slots: the room's root, wrapped once for each way in. A new passphrase rewrites them, and never the record."""

from pathlib import Path
from typing import Literal, TypeAlias, TypeVar, assert_never

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from kindlight.errors import KeysDamaged, NoRoomHere, RecordTooNew
from kindlight.vault import folder
from kindlight.vault.keys import FLOOR, Cost, Entropy, expand, stretch

MAGIC: Literal["kindlight-keyslots"] = "kindlight-keyslots"
VERSION = 1
SALT_BYTES = 16
NONCE_BYTES = 12


class _Slot(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True):
    """One way in: the root under a key made from the secret and `salt`."""

    salt: bytes
    nonce: bytes
    wrapped: bytes = b""


class PassphraseSlot(_Slot, frozen=True, kw_only=True, tag="passphrase"):
    """Opens with words."""

    cost: Cost = FLOOR


class RecoverySlot(_Slot, frozen=True, kw_only=True, tag="recovery"):
    """Opens with the code shown once."""


class KeyFileSlot(_Slot, frozen=True, kw_only=True, tag="key-file"):
    """Opens with the file beside it: for a person who chose no passphrase."""


Slot: TypeAlias = PassphraseSlot | RecoverySlot | KeyFileSlot
S = TypeVar("S", bound=Slot)


class KeySlots(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file. `room` is the room's own name: 16 random bytes, bound into every slot and every key."""

    magic: Literal["kindlight-keyslots"]
    version: int
    room: bytes
    slots: tuple[Slot, ...]


class _Peek(Struct, frozen=True):
    magic: Literal["kindlight-keyslots"]
    version: int


def blank(kind: type[S], entropy: Entropy) -> S:
    """A fresh slot with nothing wrapped yet."""
    return kind(salt=entropy(SALT_BYTES), nonce=entropy(NONCE_BYTES))


def by_passphrase(entropy: Entropy, cost: Cost) -> PassphraseSlot:
    """A fresh slot that opens with words, at that cost a guess."""
    return replace(blank(PassphraseSlot, entropy), cost=cost)


def wrap(root: bytes, room: bytes, slot: S, secret: bytes) -> S:
    """The slot with the root in it, to be opened by `secret`."""
    return replace(slot, wrapped=ChaCha20Poly1305(_key(slot, secret)).encrypt(slot.nonce, root, _bound(room, slot)))


def unwrap(room: bytes, slot: Slot, secret: bytes) -> bytes | None:
    """The root, or None when the secret is not this slot's or anything in the slot was changed."""
    try:
        return ChaCha20Poly1305(_key(slot, secret)).decrypt(slot.nonce, slot.wrapped, _bound(room, slot))
    except InvalidTag:
        return None
    except ValueError as fault:  # a nonce or salt of no possible length
        raise KeysDamaged from fault


def read(home: Path) -> KeySlots:
    """The key slots of a room; the ones before, when the newest cannot be read."""
    found = [home / name for name in (folder.SLOTS, folder.PREVIOUS) if (home / name).is_file()]
    if not found:
        raise NoRoomHere
    readable = [slots for path in found if (slots := _decode(path)) is not None]
    if not readable:
        raise KeysDamaged
    return readable[0]


def write(home: Path, slots: KeySlots) -> None:
    """Write the key slots, keeping the ones before until `prove` drops them."""
    path = home / folder.SLOTS
    if _decode(path) is not None:  # a spoiled file never takes the place of one that opens
        folder.put(home / folder.PREVIOUS, path.read_bytes())
    folder.put(path, json.encode(slots))


def prove(home: Path) -> None:
    """Drop the slots before, once the newest have opened the room."""
    if (home / folder.PREVIOUS).is_file() and _decode(home / folder.SLOTS) is not None:
        folder.drop(home / folder.PREVIOUS)


def _decode(path: Path) -> KeySlots | None:
    try:
        content = path.read_bytes()
        if json.decode(content, type=_Peek).version > VERSION:
            raise RecordTooNew
        return json.decode(content, type=KeySlots)
    except (DecodeError, OSError, UnicodeDecodeError):
        return None


def _key(slot: Slot, secret: bytes) -> bytes:
    match slot:
        case PassphraseSlot():
            return stretch(secret, slot.salt, slot.cost)
        case RecoverySlot():
            return expand(secret, slot.salt, "kindlight 1 recovery")
        case KeyFileSlot():
            return expand(secret, slot.salt, "kindlight 1 key-file")
        case _:
            assert_never(slot)


def _bound(room: bytes, slot: Slot) -> bytes:
    """What the seal covers besides the root: everything else in the slot, its cost above all, and whose room it is."""
    return json.encode(KeySlots(magic=MAGIC, version=VERSION, room=room, slots=(replace(slot, wrapped=b""),)))
