"""A record that the engine may not open, read past its damage without writing: what verifies, and what does not."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kindlight.errors import RecordDamaged
from kindlight.events import Happening
from kindlight.vault import anchor, folder
from kindlight.vault.chain import GENESIS, Head, Row, link
from kindlight.vault.check import Finding, Report
from kindlight.vault.keys import derive
from kindlight.vault.leaves import found
from kindlight.vault.pages import Pages
from kindlight.vault.store import lifted


class Rescue:
    """The record of a room, open for reading past its damage. Nothing in the folder is touched."""

    def __init__(self, home: Path, root: bytes, room: bytes) -> None:
        """Look at the record, under its founding name if it never got its own."""
        keys = derive(root, room)
        path = next((home / name for name in (folder.RECORD, folder.FOUNDING) if (home / name).exists()), None)
        self._pages = Pages(path or home / folder.RECORD, keys.database)
        self._anchor = anchor.recall(home, keys.anchor)

    def read(self) -> Iterator[Happening]:
        """Every event that verifies, in order."""
        return (event for _, event in self._verified())

    def report(self) -> Report:
        """How many events verify, and every place up to the last of them that does not."""
        heads = {row.seq: row.hash for row, _ in self._verified()}
        last = max(heads, default=0)
        spoiled = spans(page.number for page in self._pages if not page.sealed)
        missing = spans(seq for seq in range(1, last) if seq not in heads)
        findings = [Finding(what="pages", where=spoiled)] if spoiled else []
        findings += [Finding(what="chain", where=missing)] if missing else []
        return Report(events=len(heads), findings=(*findings, *compared(self._anchor, heads, last)))

    def _verified(self) -> Iterator[tuple[Row, Happening]]:
        """Rows that verify, with their events. After a gap there is no link to follow, and the page's seal speaks."""
        before, last = GENESIS, 0
        for row, sealed in found(self._pages):
            continues = row.seq == before.seq + 1
            if row.seq > last and (_linked(before, row) if continues else sealed):
                with suppress(RecordDamaged):
                    yield row, lifted(row)
                last = row.seq
            before = Head(row.seq, row.hash)


def compared(remembered: Head | None, heads: dict[int, bytes], last: int) -> Iterator[Finding]:
    """Whether what was read is what this machine remembers."""
    if remembered is None:
        yield Finding(what="anchor", where="0")
    elif remembered.seq > last:
        yield Finding(what="older", where=str(remembered.seq))
    elif remembered.seq and heads.get(remembered.seq, remembered.hash) != remembered.hash:
        yield Finding(what="anchor", where=str(remembered.seq))


def spans(places: Iterable[int]) -> str:
    """Places in a row as spans, all of them in order.

    >>> spans([1, 2, 3, 7])
    '1-3, 7'
    """
    ends = list[list[int]]()
    for place in places:
        if ends and ends[-1][1] == place - 1:
            ends[-1][1] = place
        else:
            ends.append([place, place])
    return ", ".join(str(start) if start == end else f"{start}-{end}" for start, end in ends)


def _linked(before: Head, row: Row) -> bool:
    return row == link(before, id=row.id, kind=row.kind, v=row.v, at=row.at, body=row.body)
