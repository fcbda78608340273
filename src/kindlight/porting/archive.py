"""Reading a ZIP that came from anywhere: nothing is unpacked to disk, and a dangerous one is refused whole."""

import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from kindlight.errors import ArchiveUnsafe, JournalEncrypted, NotAJournal

MOST_MEMBERS = 200_000
MOST_BYTES = 256 * 2**20
"""Of all that is read, unpacked; photographs are not read."""
MOST_RATIO = 200
"""Journals pack about 3 to 30 times; a bomb packs a thousand times."""
SMALL = 2**20
"""A member this small may pack as well as it likes."""

_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 1
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)


def is_archive(path: Path) -> bool:
    """Whether the file begins as a ZIP does."""
    with path.open("rb") as file:
        return file.read(4) in _SIGNS


def read_archive(path: Path, welcome: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the members that are welcome.

    Raises:
        ArchiveUnsafe: it points outside itself, holds links, or would unpack to too much.
        JournalEncrypted: a member asks for a passphrase.
        NotAJournal: it is broken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for member in _safe(path, archive.infolist(), welcome):
                yield member.filename, archive.read(member)
    except _BROKEN as why:
        raise NotAJournal(path=path) from why


def _safe(path: Path, members: list[zipfile.ZipInfo], welcome: Callable[[str], bool]) -> list[zipfile.ZipInfo]:
    chosen = [member for member in members if welcome(member.filename) and not member.is_dir()]
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in chosen) > MOST_BYTES:
        raise ArchiveUnsafe(path=path)
    if any(map(_points_away, members)) or any(map(_is_bomb, chosen)):
        raise ArchiveUnsafe(path=path)
    if any(member.flag_bits & _ENCRYPTED for member in chosen):
        raise JournalEncrypted(path=path)
    return chosen


def _points_away(member: zipfile.ZipInfo) -> bool:
    link = stat.S_ISLNK(member.external_attr >> 16)
    return link or _OUTSIDE.search(member.orig_filename) is not None


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1)
