"""The whole check: every page, every link of the chain, the anchor, the search index. Says what is wrong, and where."""

from typing import Literal

import apsw
from msgspec import Struct

from kindlight.errors import Refusal
from kindlight.vault.chain import Head
from kindlight.vault.store import Store

What = Literal["pages", "chain", "anchor", "older", "search"]
TEXT_KINDS = "('thought-kept', 'entry-brought')"


class Finding(Struct, frozen=True, kw_only=True):
    """Something that does not verify. `where`, for whoever mends it: events, pages, or the engine's words."""

    what: What
    where: str


class Report(Struct, frozen=True, kw_only=True):
    """What a check came to."""

    events: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether everything verifies."""
        return not self.findings


def examine(store: Store, anchor: Head | None) -> Report:
    """Check everything about an open store; `anchor` is the head remembered outside it."""
    findings = (*_pages(store.connection), *_chain(store))
    # With pages gone, the rest would only be found missing over and over.
    findings = findings or (*_anchor(store, anchor), *_search(store.connection))
    return Report(events=store.head.seq, findings=findings)


def _pages(connection: apsw.Connection) -> tuple[Finding, ...]:
    try:
        lines = [str(line) for (line,) in connection.execute("PRAGMA integrity_check")]
    except apsw.Error as fault:
        return (Finding(what="pages", where=str(fault)),)
    return tuple(Finding(what="pages", where=line) for line in lines if line != "ok")


def _chain(store: Store) -> tuple[Finding, ...]:
    last = 0
    try:
        for row in store.rows():
            last = row.seq
    except Refusal:
        return (Finding(what="chain", where=str(last + 1)),)
    return ()


def _anchor(store: Store, anchor: Head | None) -> tuple[Finding, ...]:
    if anchor is None:
        return (Finding(what="anchor", where="missing"),)
    try:
        holds = store.head_at(anchor.seq) == anchor
    except Refusal:
        holds = False
    return () if holds else (Finding(what="anchor", where=str(anchor.seq)),)


def _search(connection: apsw.Connection) -> tuple[Finding, ...]:
    try:
        connection.execute("INSERT INTO texts(texts) VALUES ('integrity-check')")
        texts = connection.execute(f"SELECT count(*) FROM events WHERE kind IN {TEXT_KINDS}").get  # noqa: S608 - constant
        found = connection.execute("SELECT count(*) FROM texts_docsize").get
    except apsw.Error as fault:
        return (Finding(what="search", where=str(fault)),)
    return () if texts == found else (Finding(what="search", where=f"{found}/{texts}"),)
