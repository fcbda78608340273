"""The chain: each event's hash covers the one before, so that none can be changed, dropped or moved unseen. Pure."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from kindlight.errors import RecordDamaged


class Head(NamedTuple):
    """Where a chain ends: the last event's place and hash."""

    seq: int
    hash: bytes


GENESIS = Head(0, bytes(32))
"""The end of an empty chain."""


class Row(NamedTuple):
    """One event as it is stored; `seq` counts from 1 without gaps."""

    seq: int
    id: str
    kind: str
    v: int
    at: str
    body: bytes
    hash: bytes


def link(before: Head, *, id: str, kind: str, v: int, at: str, body: bytes) -> Row:  # noqa: A002 - the column's name
    """The row that continues the chain."""
    digest = sha256(before.hash)
    for part in (id.encode(), kind.encode(), b"%d" % v, at.encode(), body):
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return Row(before.seq + 1, id, kind, v, at, body, digest.digest())


def follow(before: Head, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each given only once it is seen to continue the chain; refuses from the first that does not."""
    for row in rows:
        if row != link(before, id=row.id, kind=row.kind, v=row.v, at=row.at, body=row.body):
            raise RecordDamaged(seq=before.seq + 1)
        yield row
        before = Head(row.seq, row.hash)
