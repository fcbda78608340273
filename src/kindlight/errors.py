"""Everything that can be refused, grouped by what can be done about it. Fields, never sentences: words has those.

The sentence of a refusal is `refusal.<name of the class in kebab case>` in `content/words/en.toml`.
The text of a thought is never in an error.
"""

import re
from pathlib import Path


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something could not be done, for a reason the person can be told."""

    def __init__(self, **values: object) -> None:
        """Keep the values that the sentence will name."""
        super().__init__(type(self).__name__, *values.values())
        self.values = {name: str(value) for name, value in values.items()}

    @property
    def word(self) -> str:
        """The key of the sentence that says so."""
        return "refusal." + re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()


# Try again with something else.
class WrongPassphrase(Refusal):
    """The passphrase does not open this room."""


class WrongRecoveryCode(Refusal):
    """The recovery code does not open this room."""


class PassphraseTooShort(Refusal):
    """A passphrase needs at least eight characters."""


class PassphraseFileUnclear(Refusal):
    """The passphrase file is empty, or holds no text."""

    def __init__(self, *, path: Path) -> None:
        """Name the file."""
        super().__init__(path=path)


class NobodyToAsk(Refusal):
    """A question would need an answer, and nobody is there to give one."""


class NothingToKeep(Refusal):
    """There are no words on the line."""


class TooLong(Refusal):
    """The words do not fit into one thought; they can be kept in parts."""


class NoSuchThread(Refusal):
    """There is no thread of that name in this room."""


class NotUnderstood(Refusal):
    """The page sent something that the engine does not know."""


class StillLocked(Refusal):
    """The room is locked; unlock it first."""


class NothingToLock(Refusal):
    """The room has no passphrase, so there is nothing to lock it with."""


class AlreadyFounded(Refusal):
    """There is a room here already."""


# Free something, then try again.
class DiskFull(Refusal):
    """There is no space left to keep words."""


class CannotWrite(Refusal):
    """The folder cannot be written to."""

    def __init__(self, *, path: Path) -> None:
        """Name the folder."""
        super().__init__(path=path)


class OpenElsewhere(Refusal):
    """Another Kindlight has this room open."""


class PortTaken(Refusal):
    """Another program listens on the port."""

    def __init__(self, *, port: int) -> None:
        """Name the port."""
        super().__init__(port=port)


# Needs a decision or a backup.
class RecordDamaged(Refusal):
    """The record does not verify: changed, cut short or broken from `seq` on."""


class RecordOlder(Refusal):
    """The record is older than this machine remembers: restored from a backup, or put back by someone."""


class KeysDamaged(Refusal):
    """The key slots cannot be read or do not verify."""


class KeyFileMissing(Refusal):
    """The room opens with a key file, and the file is not there."""


class KeyFileWrong(Refusal):
    """The key file here is another room's, or was changed."""


class RecordNotOurs(Refusal):
    """The keys open no page of the record: files of two rooms are mixed, or nothing of it is whole."""


class NoRoomHere(Refusal):
    """There is no room in this folder yet."""


class RecordTooNew(Refusal):
    """The record was written by a newer Kindlight."""


class EngineTooOld(Refusal):
    """The database engine lacks fixes that this record needs, or cannot encrypt."""


# About files brought from elsewhere.
class NotAJournal(Refusal):
    """No journal of a known format is at this path."""


class JournalEncrypted(Refusal):
    """The journal is encrypted; decrypt or export it first."""


class ArchiveUnsafe(Refusal):
    """The archive holds something that is not safe to open."""


class NothingThere(Refusal):
    """There is nothing at this path."""


class CannotRead(Refusal):
    """There is something at this path, and it may not be read."""

    def __init__(self, *, path: Path) -> None:
        """Name the path."""
        super().__init__(path=path)


class ExportIntoRoom(Refusal):
    """An export lies in the clear, so its place is not among the room's own files."""


class FolderNotEmpty(Refusal):
    """There is something in this folder already; an export needs an empty or a new one."""


# About the build.
class ClientMissing(Refusal):
    """The browser part is not built."""
