"""Rows of the log read straight from pages, as SQLite's file format describes them, past whatever is damaged."""

from collections.abc import Iterator
from itertools import islice
from statistics import median_low
from typing import NamedTuple

from kindlight.vault.chain import Row
from kindlight.vault.pages import USABLE, Page, Pages

LEAF = 13
MOST = USABLE - 35
"""Bytes of a row that stay on its leaf; of a longer one the rest flows over to other pages."""
LEAST = (USABLE - 12) * 32 // 255 - 23
HASH = 12 + 2 * 32
"""The type of a blob of 32 bytes."""
LONG = 9
"""Bytes of the longest number."""
INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Found(NamedTuple):
    """A row, and whether the seals of all pages it lies on hold."""

    row: Row
    sealed: bool


def found(pages: Pages) -> Iterator[Found]:
    """Every row of the log that can be read, leaf by leaf, in the order of their places."""
    placed = ((page.number, [seq for seq, _ in _cells(page)]) for page in pages)
    leaves = [(median_low(places), number) for number, places in placed if places]
    for _, number in sorted(leaves):
        yield from _rows(pages, pages[number])


def _rows(pages: Pages, page: Page) -> Iterator[Found]:
    for seq, cell in _cells(page):
        try:
            payload, sealed = _payload(pages, cell)
            yield Found(_row(seq, payload), page.sealed and sealed)
        except (ValueError, IndexError):  # another table's row, or no row at all
            continue


def _cells(page: Page) -> Iterator[tuple[int, bytes]]:
    """The place of each row on a leaf, and its bytes from the length on."""
    content, start = page.content, 100 if page.number == 1 else 0
    if content[start] != LEAF:
        return
    count = int.from_bytes(content[start + 3 : start + 5])
    for pointer in range(start + 8, min(start + 8 + 2 * count, USABLE - 1), 2):
        cell = content[int.from_bytes(content[pointer : pointer + 2]) :]
        try:
            _, at = number(cell, 0)
            seq, _ = number(cell, at)
        except IndexError:
            continue
        yield seq, cell


def _payload(pages: Pages, cell: bytes) -> tuple[bytes, bool]:
    """A row's bytes with all that flowed over, and whether those pages' seals hold."""
    length, at = number(cell, 0)
    _, at = number(cell, at)
    if length <= MOST:
        return cell[at : at + length], True
    local = LEAST + (length - LEAST) % (USABLE - 4)
    local = local if local <= MOST else LEAST
    payload, following, sealed = cell[at : at + local], int.from_bytes(cell[at + local : at + local + 4]), True
    while len(payload) < length:
        if not 0 < following <= pages.count:
            raise ValueError(following)
        page = pages[following]
        payload, sealed = payload + page.content[4:], sealed and page.sealed
        following = int.from_bytes(page.content[:4])
    return payload[:length], sealed


def _row(seq: int, payload: bytes) -> Row:
    """The row of the log that these bytes are; raises ValueError when they are something else."""
    end, at = number(payload, 0)
    kinds = list[int]()
    while at < end:
        kind, at = number(payload, at)
        kinds.append(kind)
    if len(kinds) != len(Row._fields) or kinds[0] != 0 or kinds[-1] != HASH:
        raise ValueError(kinds)
    values = _values(payload, end, kinds)
    next(values)
    name, what, v, when, body, digest = values
    return Row(seq, _text(name), _text(what), int.from_bytes(v) if kinds[3] != LONG else 1, _text(when), body, digest)


def _values(payload: bytes, at: int, kinds: list[int]) -> Iterator[bytes]:
    for kind in kinds:
        size = (kind - 12) // 2 if kind > 11 else INTEGERS.get(kind, 0)  # noqa: PLR2004 - the format's numbers
        if at + size > len(payload):
            raise ValueError(at)
        yield payload[at : at + size]
        at += size


def _text(value: bytes) -> str:
    return value.decode()


def number(content: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends; raises IndexError when it is cut short.

    >>> number(bytes([0x81, 0x00]), 0)
    (128, 2)
    """
    value = 0
    for byte in islice(content, at, at + LONG - 1):
        value, at = value << 7 | byte & 0x7F, at + 1
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that the number goes on
            return value, at
    return value << 8 | content[at], at + 1
