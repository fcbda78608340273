"""Proof that a room is sealed: looks at every byte of every file in its folder, as a thief with the disk would."""

import mmap
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from kindlight.vault.faults import told

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
FIRST = 16


class Seen(Struct, frozen=True, kw_only=True):
    """One file: its name in the folder, size in bytes, first bytes, permissions, and which of the canaries it holds."""

    name: str
    size: int
    first: bytes
    mode: int
    holds: tuple[int, ...]
    """Places in the list of canaries, never the words themselves."""


class Proof(Struct, frozen=True, kw_only=True):
    """Every file of the folder, looked at."""

    files: tuple[Seen, ...]

    @property
    def sealed(self) -> bool:
        """Whether no file holds any of the words looked for."""
        return not any(file.holds for file in self.files)


def prove(home: Path, canaries: Sequence[str]) -> Proof:
    """Look for the canaries, words known to be in the record, in every file of the folder."""
    with told(home):
        paths = sorted(path for path in home.rglob("*") if path.is_file())
        return Proof(files=tuple(_look(home, path, canaries) for path in paths))


def _look(home: Path, path: Path, canaries: Sequence[str]) -> Seen:
    status = path.stat()
    with path.open("rb") as file:
        first = file.read(FIRST)
        # An empty file cannot be mapped, and holds nothing.
        holds = tuple(_held(file.fileno(), canaries)) if first else ()
    name = path.relative_to(home).as_posix()
    return Seen(name=name, size=status.st_size, first=first, mode=status.st_mode & 0o777, holds=holds)


def _held(handle: int, canaries: Sequence[str]) -> Iterator[int]:
    with mmap.mmap(handle, 0, access=mmap.ACCESS_READ) as content:
        for place, canary in enumerate(canaries):
            if any(content.find(canary.encode(encoding)) >= 0 for encoding in ENCODINGS):
                yield place
