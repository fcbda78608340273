"""The write-ahead log as SQLite's file format describes it: which pages the last finished transaction left in it."""

from pathlib import Path
from struct import iter_unpack, unpack

MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""The two ways in which checksums are counted: by little or by big words."""
HEAD, FRAME = 32, 24
Sums = tuple[int, int]


def committed(path: Path) -> dict[int, bytes]:
    """The latest content of each page in the log, as stored, up to the last transaction that ended."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    if len(content) < HEAD:
        return {}
    magic, _, size, _, _, _, *sums = unpack(">8I", content[:HEAD])
    if magic not in MAGIC or summed((0, 0), content[:24], MAGIC[magic]) != tuple(sums):
        return {}
    return _followed(content, size, MAGIC[magic], (sums[0], sums[1]))


def _followed(content: bytes, size: int, order: str, sums: Sums) -> dict[int, bytes]:
    ended: dict[int, bytes] = {}
    under_way: dict[int, bytes] = {}
    for start in range(HEAD, len(content) - FRAME - size + 1, FRAME + size):
        frame, page = content[start : start + FRAME], content[start + FRAME : start + FRAME + size]
        number, end, *salt, first, second = unpack(">6I", frame)
        sums = summed(summed(sums, frame[:8], order), page, order)
        if (first, second) != sums or tuple(salt) != unpack(">2I", content[16:24]):
            break
        under_way[number] = page
        if end:  # only the last frame of a transaction says how many pages there are now
            ended, under_way = {**ended, **under_way}, {}
    return ended


def summed(sums: Sums, content: bytes, order: str) -> Sums:
    """SQLite's running checksum over pairs of words."""
    one, two = sums
    for first, second in iter_unpack(f"{order}2I", content):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
