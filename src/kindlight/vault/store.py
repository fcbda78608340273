"""The sealed log: events in, in order; once `append` returns they are kept. Knows one file and its key, no more."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import apsw
import msgspec
from msgspec import Raw

from kindlight.errors import RecordDamaged, RecordTooNew
from kindlight.events import VERSION, EntryBrought, Happening, ThoughtKept
from kindlight.vault.chain import GENESIS, Head, Row, follow, link
from kindlight.vault.engine import connect
from kindlight.vault.faults import leave, told
from kindlight.vault.finding import PLACES, prepare, quoted
from kindlight.vault.transaction import transaction
from kindlight.vault.upcast import Envelope, lift

FORMAT = 1
TAIL = 64
"""Rows verified when a store is opened."""
PAGE = 512
"""Rows read at a time, so that a long reading never holds up an append."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, v INTEGER NOT NULL, at TEXT NOT NULL,
  body BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS snapshots (
  name TEXT PRIMARY KEY, version INTEGER NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(
  title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO texts(texts, rank) VALUES ('secure-delete', 1);
"""
COLUMNS = "e.seq, e.id, e.kind, e.v, e.at, e.body, e.hash, b.hash"
WITH_ONE_BEFORE = "events e LEFT JOIN events b ON b.seq = e.seq - 1"
FOUND = f"""
SELECT {COLUMNS} FROM ({PLACES}) JOIN {WITH_ONE_BEFORE} WHERE e.seq = place ORDER BY weight, e.seq DESC LIMIT ?
"""  # noqa: S608 - constants
NAMED = f"SELECT {COLUMNS} FROM {WITH_ONE_BEFORE} WHERE e.id = ?"  # noqa: S608 - constants
FOLLOWING = f"SELECT seq, id, kind, v, at, body, hash FROM events WHERE seq > ? ORDER BY seq LIMIT {PAGE}"  # noqa: S608 - constants
LAST = "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1"


class Store:
    """An open log. `connection` is for those who examine it."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open the log, made if need be; refuses one whose last events do not verify."""
        self._folder = path.parent
        self.connection = connect(path, key)
        try:
            with told(self._folder, self.connection):
                self._prepare()
                self.head = self._verified_head()
        except BaseException:
            leave(self.connection)
            raise

    def append(self, events: Sequence[Happening]) -> tuple[Happening, ...]:
        """Keep events durably, all or none; return those that were new. A known id is already kept."""
        head, new = self.head, []
        with told(self._folder, self.connection), transaction(self.connection):
            for event in events:
                if not self._knows(event.id):
                    head = self._keep(head, event)
                    new.append(event)
        self.head = head
        return tuple(new)

    def find(self, event_id: str) -> Happening | None:
        """The event of that id, or None."""
        return next(self._chosen(NAMED, (event_id,)), None)

    def search(self, query: str, limit: int) -> tuple[Happening, ...]:
        """Texts that hold all the words looked for, best of the latest thousand first; the last word may go on."""
        if not (match := quoted(self.connection, query)):
            return ()
        return tuple(self._chosen(FOUND, (match, limit)))

    def read(self, after: int = 0) -> Iterator[tuple[int, Happening]]:
        """Every event after that place, in order, each verified as it is read."""
        return ((row.seq, lifted(row)) for row in self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Every stored row after that place, in order; refuses from the first that does not continue the chain."""
        before = self.head_at(min(after, self.head.seq))
        if before is None:
            raise RecordDamaged(seq=after)
        return follow(before, self._pages(after))

    def head_at(self, seq: int) -> Head | None:
        """Where the chain stood at that place; None when there is no such place."""
        if seq == 0:
            return GENESIS
        with told(self._folder, self.connection):
            found = self.connection.execute("SELECT seq, hash FROM events WHERE seq = ?", (seq,)).fetchone()
        return Head(*found) if found else None

    def keep_snapshot(self, name: str, version: int, seq: int, body: bytes) -> None:
        """Keep what a projection came to at `seq`, in place of the one before."""
        with told(self._folder, self.connection), transaction(self.connection):
            self.connection.execute("INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?)", (name, version, seq, body))

    def snapshot(self, name: str, version: int) -> tuple[int, bytes] | None:
        """The place and body of a snapshot of exactly that version, or None."""
        wanted = "SELECT seq, body FROM snapshots WHERE name = ? AND version = ? AND seq <= ?"
        with told(self._folder, self.connection):
            found = self.connection.execute(wanted, (name, version, self.head.seq)).fetchone()
        return (found[0], found[1]) if found else None

    @property
    def closed(self) -> bool:
        """Whether a fault, or `close`, has closed the file."""
        try:
            return self.connection.filename == ""
        except apsw.ConnectionClosedError:
            return True

    def settle(self) -> None:
        """Write what is in the write-ahead log into the record itself, durably."""
        with told(self._folder, self.connection):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def leave(self) -> None:
        """Close the file as it was found."""
        leave(self.connection)

    def close(self) -> None:
        """Close the file; a second time is no matter."""
        self.connection.close(True)  # noqa: FBT003 - apsw's own signature

    def _prepare(self) -> None:
        version = self.connection.pragma("user_version")
        if version > FORMAT:
            raise RecordTooNew
        if self.connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'events'").fetchone() is None:
            with transaction(self.connection):
                self.connection.execute(SCHEMA)
        prepare(self.connection)

    def _verified_head(self) -> Head:
        self.head = Head(*self.connection.execute(LAST).fetchone() or GENESIS)
        for _ in self.rows(max(0, self.head.seq - TAIL)):
            pass
        return self.head

    def _knows(self, event_id: str) -> bool:
        return self.connection.execute("SELECT 1 FROM events WHERE id = ?", (event_id,)).fetchone() is not None

    def _keep(self, head: Head, event: Happening) -> Head:
        row = stored(head, event)
        self.connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        if (words := searchable(event)) is not None:
            self.connection.execute("INSERT INTO texts(rowid, title, text) VALUES (?, ?, ?)", (row.seq, *words))
        return Head(row.seq, row.hash)

    def _chosen(self, wanted: str, values: tuple[object, ...]) -> Iterator[Happening]:
        with told(self._folder, self.connection):
            found: list[Any] = self.connection.execute(wanted, values).fetchall()
        for *columns, before in found:
            row = Row(*columns)
            yield from map(lifted, follow(Head(row.seq - 1, before or GENESIS.hash), [row]))

    def _pages(self, after: int) -> Iterator[Row]:
        while after < self.head.seq:
            with told(self._folder, self.connection):
                page = [Row(*columns) for columns in self.connection.execute(FOLLOWING, (after,))]
            if not page:
                raise RecordDamaged(seq=after + 1)
            yield from page
            after = page[-1].seq


def stored(head: Head, event: Happening) -> Row:
    """The row of an event. What could not be read back is never written: constructors do not validate, decoders do."""
    body = msgspec.json.encode(event)
    kind = str(type(event).__struct_config__.tag)
    row = link(head, id=event.id, kind=kind, v=VERSION, at=event.when, body=body)
    msgspec.json.decode(body, type=Happening)
    return row


def lifted(row: Row) -> Happening:
    """The event of a row."""
    return lift(Envelope(seq=row.seq, kind=row.kind, v=row.v, body=Raw(row.body)))


def searchable(event: Happening) -> tuple[str, str] | None:
    """The title and text by which an event can be found; None when it holds no words of the person's."""
    match event:
        case ThoughtKept(text=text):
            return ("", text)
        case EntryBrought(title=title, text=text):
            return (title, text)
        case _:
            return None
