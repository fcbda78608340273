"""The files of a journal, from one file, a folder or a ZIP; hidden things and links are left alone."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from kindlight.errors import NothingThere
from kindlight.porting.archive import is_archive, read_archive
from kindlight.porting.journal import Note

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".json", ".jsonl", ".ndjson", ".journal", ".jrnl", ".doentry"})
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class File(Struct, frozen=True, kw_only=True):
    """One file: its name inside the journal, with `/` between folders, and its bytes."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The ending of the name, in small letters, with its dot."""
        return PurePosixPath(self.name).suffix.lower()


class Letters(Struct, frozen=True, kw_only=True):
    """The text of a file, its line ends as one newline; a note says when its encoding had to be guessed."""

    text: str
    notes: tuple[Note, ...] = ()


def files_of(path: Path) -> tuple[File, ...]:
    """The files at a path that a journal may be made of, by name; raises NothingThere and ArchiveUnsafe."""
    try:
        if path.is_dir():
            return tuple(_folder(path))
        if is_archive(path):
            return tuple(File(name=name, data=data) for name, data in read_archive(path, welcome))
        return (File(name=path.name, data=path.read_bytes()),)
    except OSError as why:
        raise NothingThere(path=path) from why


def welcome(name: str) -> bool:
    """Whether a file of this name may be part of a journal: not hidden, and of a known ending."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return path.suffix.lower() in SUFFIXES and not hidden


def letters(file: File) -> Letters:
    """The text of a file: by its byte order mark, else UTF-8, else as Western letters, said so in a note."""
    for mark, encoding in (*_MARKS, (b"", "utf-8")):
        text = _decoded(file.data, encoding) if file.data.startswith(mark) else None
        if text is not None:
            return Letters(text=_lines(text))
    guess = _decoded(file.data, "cp1252") or file.data.decode("latin-1")
    return Letters(text=_lines(guess), notes=(Note(name=file.name, word="port.note.letters-guessed"),))


def _folder(root: Path) -> Iterator[File]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            inside = path.relative_to(root).as_posix()
            if welcome(inside) and path.is_file() and not path.is_symlink():
                yield File(name=inside, data=path.read_bytes())


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
