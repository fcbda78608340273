"""Everything, taken out: lines that lose nothing, pages that a person can read, and a note saying which is which."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kindlight.content import say
from kindlight.errors import CannotWrite, DiskFull, FolderNotEmpty
from kindlight.events import EntryBrought, Happening, Text, ThoughtKept
from kindlight.porting.kindlight import NAME, write_line

_FULL = (errno.ENOSPC, errno.EDQUOT)


def write_export(events: Iterable[Happening], folder: Path) -> None:
    """Write every event into a new folder, all of it or nothing.

    Raises:
        FolderNotEmpty: there is something in the folder already.
        DiskFull: there is no space.
        CannotWrite: the folder above cannot be written to.
    """
    with _made_whole(folder) as making:
        texts: list[Text] = []
        _write(making / NAME, _lines(events, texts))
        (making / "journal").mkdir()
        for year, page in _pages(texts):
            _write(making / "journal" / f"{year}.md", [page.encode()])
        _write(making / "README.txt", [say("port.export.readme").encode()])


@contextmanager
def _made_whole(folder: Path) -> Iterator[Path]:
    """A folder beside the wanted one, which takes its place only when all went well."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(path=folder)
    making = None
    try:
        making = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        yield making
        if folder.exists():
            folder.rmdir()  # some systems do not rename onto a folder, even an empty one
        making.rename(folder)
    except OSError as why:
        raise (DiskFull() if why.errno in _FULL else CannotWrite(path=folder)) from why
    finally:
        if making:
            shutil.rmtree(making, ignore_errors=True)


def _lines(events: Iterable[Happening], texts: list[Text]) -> Iterator[bytes]:
    """Each event as a line; its text, if it has one, is put aside for the pages."""
    for event in events:
        if isinstance(event, ThoughtKept | EntryBrought):
            texts.append(event)
        yield write_line(event)


def _write(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def _pages(texts: list[Text]) -> Iterator[tuple[str, str]]:
    """A page for each year, its texts by date."""
    years: dict[str, list[Text]] = {}
    for text in sorted(texts, key=lambda text: text.when):
        years.setdefault(text.when[:4], []).append(text)
    for year, told in years.items():
        yield year, "\n\n".join((f"# {year}", *map(_paragraph, told))) + "\n"


def _paragraph(text: Text) -> str:
    return f"## {text.when[:16].replace('T', ' ')}\n\n{text.text}"
