"""What the engine and the disk say when something fails, turned into refusals a person can be told."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from kindlight.errors import CannotWrite, DiskFull, OpenElsewhere, RecordDamaged, Refusal, StillLocked

NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}
UNREADABLE = {apsw.SQLITE_IOERR_READ, apsw.SQLITE_IOERR_SHORT_READ, apsw.SQLITE_IOERR_DATA, apsw.SQLITE_IOERR_CORRUPTFS}
UNWRITTEN = {apsw.SQLITE_IOERR_WRITE, apsw.SQLITE_IOERR_TRUNCATE}
UNSYNCED = {apsw.SQLITE_IOERR_FSYNC, apsw.SQLITE_IOERR_DIR_FSYNC}


@contextmanager
def told(folder: Path, connection: apsw.Connection | None = None) -> Iterator[None]:
    """Raise refusals instead of faults; a connection that can no longer be trusted is closed."""
    try:
        yield
    except (apsw.Error, OSError) as fault:
        if connection is not None and broken(fault):
            # An open handle keeps its lock, and the next opening would look like another Kindlight.
            leave(connection)
        answer = refusal(fault, folder)
        if answer is None:
            raise
        raise answer from fault


def leave(connection: apsw.Connection) -> None:
    """Close a connection without a last write: the record stays as it was found, and no failed sync is tried again."""
    with suppress(apsw.ConnectionClosedError):
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    connection.close(True)  # noqa: FBT003 - apsw's own signature


def broken(fault: Exception) -> bool:
    """Whether nothing more may be asked of the connection: bad pages, or a sync whose outcome nobody knows."""
    return isinstance(fault, apsw.CorruptError | apsw.NotADBError) or _extended(fault) in UNSYNCED


def refusal(fault: Exception, folder: Path) -> Refusal | None:
    """The refusal that a fault amounts to; None when it is a mistake of ours."""
    if isinstance(fault, OSError):
        return _of_the_disk(fault, folder)
    return _of_writing(fault, folder) or _of_reading(fault)


def _of_the_disk(fault: OSError, folder: Path) -> Refusal | None:
    if fault.errno in NO_SPACE:
        return DiskFull()
    return CannotWrite(path=folder) if fault.errno in NOT_OURS else None


def _of_writing(fault: Exception, folder: Path) -> Refusal | None:
    if isinstance(fault, apsw.FullError) or _extended(fault) in UNWRITTEN:
        return DiskFull()
    if isinstance(fault, apsw.ReadOnlyError | apsw.CantOpenError | apsw.PermissionsError):
        return CannotWrite(path=folder)
    return CannotWrite(path=folder) if isinstance(fault, apsw.IOError) and not _unreadable(fault) else None


def _of_reading(fault: Exception) -> Refusal | None:
    if isinstance(fault, apsw.CorruptError | apsw.NotADBError) or _unreadable(fault):
        return RecordDamaged(seq=0)
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return OpenElsewhere()
    return StillLocked() if isinstance(fault, apsw.ConnectionClosedError) else None


def _unreadable(fault: Exception) -> bool:
    return _extended(fault) in UNREADABLE


def _extended(fault: Exception) -> int:
    return int(getattr(fault, "extendedresult", 0))
