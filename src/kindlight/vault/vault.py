"""An open room's record: the sealed log, its anchor outside it, and the lock that keeps others out meanwhile."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from kindlight.errors import RecordDamaged, Refusal
from kindlight.events import Happening
from kindlight.vault import anchor, folder
from kindlight.vault.chain import Head
from kindlight.vault.check import Report, examine
from kindlight.vault.keys import derive
from kindlight.vault.lock import Lock
from kindlight.vault.store import Store

ANCHOR_EVERY = 64
"""Events; an older record put in place of this one is noticed when more than these are missing."""


class Vault:
    """The record of an open room. One thread at a time."""

    def __init__(
        self, *, home: Path, root: bytes, room: bytes, store: Store, lock: Lock, anchored: Head | None
    ) -> None:
        """Take charge of an open store and a held lock; without an anchor that holds, anchor what is there."""
        self.home, self.root, self.room = home, root, room
        self._key = derive(root, room).anchor
        self._store, self._lock = store, lock
        self._anchored = anchored
        self._open = True
        if anchored is None:
            self._remember()

    @property
    def count(self) -> int:
        """How many events are kept."""
        return self._store.head.seq

    @property
    def head_seq(self) -> int:
        """The last event's place; 0 when there is none."""
        return self._store.head.seq

    def append(self, events: Sequence[Happening]) -> tuple[Happening, ...]:
        """Keep events durably, all or none; return those that were new. A known id is already kept."""
        try:
            new = self._store.append(events)
        except Refusal:
            self._revive()
            raise
        if self._anchored is None or self.head_seq - self._anchored.seq >= ANCHOR_EVERY:
            self._remember()
        return new

    def find(self, event_id: str) -> Happening | None:
        """The event of that id, or None."""
        return self._store.find(event_id)

    def search(self, query: str, limit: int) -> tuple[Happening, ...]:
        """Texts that hold all the words looked for, best first; the last word may still be unfinished."""
        return self._store.search(query, limit)

    def read(self, after: int = 0) -> Iterator[tuple[int, Happening]]:
        """Every event after that place, in order, each verified as it is read."""
        return self._store.read(after)

    def keep_snapshot(self, name: str, version: int, seq: int, body: bytes) -> None:
        """Keep what a projection came to at `seq`, in place of the one before."""
        self._store.keep_snapshot(name, version, seq, body)

    def snapshot(self, name: str, version: int) -> tuple[int, bytes] | None:
        """The place and body of a snapshot of exactly that version, or None."""
        return self._store.snapshot(name, version)

    def check(self) -> Report:
        """Verify everything, and say what does not verify and where."""
        return examine(self._store, anchor.recall(self.home, self._key))

    def close(self) -> None:
        """Remember how far the record went and let the room go; a second time is no matter."""
        if self._open and self._store.head != self._anchored:
            self._remember()
        self._open = False
        self._store.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _revive(self) -> None:
        """After a fault that closed the record, open it anew; what was said to be kept must be there.

        What a failed sync left in the log may never have reached the disk, so all of it is written to the record
        once more before anything is built on it.
        """
        if self._store.closed:
            kept = self._store.head
            self._store = Store(self.home / folder.RECORD, derive(self.root, self.room).database)
            if self._store.head_at(kept.seq) != kept:
                self._store.leave()
                raise RecordDamaged(seq=kept.seq)
            self._store.settle()

    def _remember(self) -> None:
        """Anchor the head. Its events are kept already: a full disk is no failure here, and it is tried again later."""
        try:
            anchor.remember(self.home, self._key, self._store.head)
        except Refusal:
            return
        self._anchored = self._store.head
