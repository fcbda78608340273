"""The ways in: founding a room, unlocking it, changing what unlocks it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal, NoReturn

from msgspec.structs import replace

from kindlight.errors import (
    AlreadyFounded,
    KeyFileMissing,
    KeyFileWrong,
    KeysDamaged,
    NoRoomHere,
    RecordDamaged,
    RecordNotOurs,
    RecordOlder,
    WrongPassphrase,
    WrongRecoveryCode,
)
from kindlight.vault import anchor, folder, recovery, slots
from kindlight.vault.chain import Head
from kindlight.vault.faults import told
from kindlight.vault.keys import FLOOR, KEY_BYTES, Cost, Entropy, chosen, derive, spoken
from kindlight.vault.lock import Lock, still
from kindlight.vault.pages import Pages
from kindlight.vault.rescue import Rescue
from kindlight.vault.slots import KeyFileSlot, KeySlots, PassphraseSlot, RecoverySlot, Slot
from kindlight.vault.store import Store
from kindlight.vault.vault import Vault

ROOM_BYTES = 16
State = Literal["none", "passphrase", "key-file", "damaged"]


def state(home: Path) -> State:
    """What is in the folder: no room, one that opens by passphrase or by key file, or keys nobody can read."""
    try:
        kinds = {type(slot) for slot in slots.read(home).slots}
    except NoRoomHere:
        return "damaged" if (home / folder.RECORD).exists() else "none"
    except KeysDamaged:
        return "damaged"
    return "passphrase" if PassphraseSlot in kinds else "key-file"


def create(home: Path, passphrase: str | None, entropy: Entropy, cost: Cost = FLOOR) -> tuple[Vault, str]:
    """Found a room; return it open, and its recovery code, which is shown once and kept nowhere."""
    secret = None if passphrase is None else chosen(passphrase)
    folder.make(home)
    with ExitStack() as undo:
        lock = Lock(home)
        undo.callback(lock.release)
        if state(home) != "none":
            raise AlreadyFounded
        root, room, code = entropy(KEY_BYTES), entropy(ROOM_BYTES), entropy(recovery.BYTES)
        _found(home, root, room)
        ways = (_everyday(home, secret, entropy, cost), (slots.blank(RecoverySlot, entropy), code))
        filled = tuple(slots.wrap(root, room, way, key) for way, key in ways)
        slots.write(home, KeySlots(magic=slots.MAGIC, version=slots.VERSION, room=room, slots=filled))
        vault = _enter(home, root, room, lock)
        undo.pop_all()
    return vault, recovery.write(code)


def unlock(
    home: Path, *, passphrase: str | None = None, recovery: str | None = None, accept_older: bool = False
) -> Vault:
    """Open the room with its passphrase, its recovery code or, with neither, its key file."""
    known = slots.read(home)
    with ExitStack() as undo:
        lock = Lock(home)
        undo.callback(lock.release)
        root = _root(home, known, passphrase, recovery)
        vault = undo.enter_context(_enter(home, root, known.room, lock, accept_older=accept_older))
        slots.prove(home)
        undo.pop_all()
    return vault


@contextmanager
def rescue(home: Path, *, passphrase: str | None = None, recovery: str | None = None) -> Iterator[Rescue]:
    """The record of a room, damaged or not, to be read without writing anything; the keys are needed all the same."""
    known = slots.read(home)
    root = _root(home, known, passphrase, recovery)
    with still(home):
        yield Rescue(home, root, known.room)


def change_passphrase(vault: Vault, passphrase: str | None, entropy: Entropy, cost: Cost = FLOOR) -> None:
    """Let the room open with another passphrase, or with a key file when there is none. The record stays as it is."""
    everyday = None if passphrase is None else chosen(passphrase)
    if everyday is None and state(vault.home) == "key-file":
        return
    way, secret = _everyday(vault.home, everyday, entropy, cost)
    _replace(vault, (PassphraseSlot, KeyFileSlot), way, secret)
    if everyday is not None:
        folder.drop(vault.home / folder.KEY)


def change_recovery(vault: Vault, entropy: Entropy) -> str:
    """Give the room a new recovery code, and return it; the one before opens nothing any more."""
    code = entropy(recovery.BYTES)
    _replace(vault, (RecoverySlot,), slots.blank(RecoverySlot, entropy), code)
    return recovery.write(code)


def _replace(vault: Vault, kinds: tuple[type[Slot], ...], way: Slot, secret: bytes) -> None:
    """Put a new way in where those of `kinds` were; the slots before are dropped once the new one opens the room."""
    known = slots.read(vault.home)
    kept = tuple(slot for slot in known.slots if not isinstance(slot, kinds))
    slots.write(vault.home, replace(known, slots=(*kept, slots.wrap(vault.root, vault.room, way, secret))))
    if _opened(slots.read(vault.home), type(way), secret) != vault.root:
        raise KeysDamaged
    slots.prove(vault.home)


def _found(home: Path, root: bytes, room: bytes) -> None:
    """Make an empty record under its founding name: until there are keys, nothing in the folder counts as a room."""
    for leftover in home.glob(f"{folder.FOUNDING}*"):
        folder.drop(leftover)
    keys = derive(root, room)
    store = Store(home / folder.FOUNDING, keys.database)
    store.close()
    anchor.remember(home, keys.anchor, store.head)


def _enter(home: Path, root: bytes, room: bytes, lock: Lock, *, accept_older: bool = False) -> Vault:
    """The open record, once it is seen to be no older than what this machine remembers."""
    path, founding = home / folder.RECORD, home / folder.FOUNDING
    if founding.exists() and not path.exists():
        folder.move(founding, path)
    if not path.exists() or not path.stat().st_size:
        raise RecordDamaged(seq=0)
    keys = derive(root, room)
    store = _store(path, keys.database)
    try:
        last = _compare(store, anchor.recall(home, keys.anchor), accept_older=accept_older)
    except BaseException:
        store.leave()
        raise
    return Vault(home=home, root=root, room=room, store=store, lock=lock, anchored=last)


def _store(path: Path, key: bytes) -> Store:
    """The open log; of one that is refused, says whether these keys open any of it."""
    try:
        return Store(path, key)
    except RecordDamaged:
        if not any(page.sealed for page in Pages(path, key)):
            raise RecordNotOurs from None
        raise


def _compare(store: Store, remembered: Head | None, *, accept_older: bool) -> Head | None:
    """The anchor, if it still holds; None when an older record was accepted and must be anchored anew."""
    if remembered is None or remembered.seq > store.head.seq:
        if not accept_older:
            raise RecordOlder
        return None
    if store.head_at(remembered.seq) != remembered:
        raise RecordDamaged(seq=remembered.seq)
    return remembered


def _root(home: Path, known: KeySlots, passphrase: str | None, code: str | None) -> bytes:
    if passphrase is not None:
        return _opened(known, PassphraseSlot, spoken(passphrase)) or _refuse(WrongPassphrase())
    if code is not None:
        return _opened(known, RecoverySlot, recovery.read(code)) or _refuse(WrongRecoveryCode())
    return _opened(known, KeyFileSlot, _key_file(home)) or _refuse(KeyFileWrong())


def _opened(known: KeySlots, kind: type[Slot], secret: bytes) -> bytes | None:
    tried = (slots.unwrap(known.room, slot, secret) for slot in known.slots if isinstance(slot, kind))
    return next((root for root in tried if root is not None), None)


def _refuse(refusal: Exception) -> NoReturn:
    raise refusal


def _key_file(home: Path) -> bytes:
    with told(home):
        try:
            return (home / folder.KEY).read_bytes()
        except FileNotFoundError:
            raise KeyFileMissing from None


def _everyday(home: Path, secret: bytes | None, entropy: Entropy, cost: Cost) -> tuple[Slot, bytes]:
    """The everyday way in: by passphrase or, without one, by a key file laid down beside the record."""
    if secret is not None:
        return slots.by_passphrase(entropy, cost), secret
    key = entropy(KEY_BYTES)
    folder.put(home / folder.KEY, key)
    return slots.blank(KeyFileSlot, entropy), key
