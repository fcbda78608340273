"""Which journal lies at a path: each format is asked in turn, the surest first."""

from pathlib import Path

from kindlight.errors import NotAJournal
from kindlight.porting import dayone, dayone_classic, jrnl, jsonl, kindlight, markdown
from kindlight.porting.files import files_of
from kindlight.porting.journal import Preview

FORMATS = (kindlight.read, dayone.read, dayone_classic.read, jrnl.read, jsonl.read, markdown.read)


def look(path: Path) -> Preview:
    """The journal at a path, before anything is brought.

    Raises:
        NothingThere: there is no such path, or it cannot be read.
        NotAJournal: no format knows it.
        JournalEncrypted: it is locked.
        ArchiveUnsafe: a ZIP that is not safe to open.
    """
    files = files_of(path)
    for read in FORMATS:
        preview = read(files)
        if preview is not None:
            return preview
    raise NotAJournal(path=path)
