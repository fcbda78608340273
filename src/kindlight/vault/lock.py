"""One room, one Kindlight: a lock the system itself lets go of when its holder is gone."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kindlight.errors import OpenElsewhere
from kindlight.vault.faults import told
from kindlight.vault.folder import LOCK

if sys.platform == "win32":
    import msvcrt

    def _claim(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _claim(handle: int) -> None:
        # flock, not lockf: a second opening in this very process must be refused too.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A held room. The file stays behind when it is let go; only the lock on it means anything."""

    def __init__(self, home: Path) -> None:
        """Hold the room, or refuse with OpenElsewhere."""
        with told(home):
            handle = os.open(home / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _claim(handle)
        except OSError as fault:
            os.close(handle)
            raise OpenElsewhere from fault
        self._handle: int | None = handle
        _sign(handle)

    def release(self) -> None:
        """Let the room go; a second time is no matter."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@contextmanager
def still(home: Path) -> Iterator[None]:
    """Nobody else has the room meanwhile, and nothing is written to say so; refuses with OpenElsewhere."""
    try:
        handle = os.open(home / LOCK, os.O_RDONLY)
    except OSError:  # a room that nobody has opened here yet, or may open now
        yield
        return
    try:
        _claim(handle)
    except OSError as fault:
        os.close(handle)
        raise OpenElsewhere from fault
    try:
        yield
    finally:
        os.close(handle)


def _sign(handle: int) -> None:
    """Leave the holder's process number for a person who wonders; a full disk is no obstacle to opening."""
    with suppress(OSError):
        os.write(handle, b"%-20d\n" % os.getpid())
