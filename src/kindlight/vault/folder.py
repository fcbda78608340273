"""The home folder: what its files are called, and how one is written whole or not at all, whatever it holds."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kindlight.vault.faults import told

RECORD = "kindlight.db"
FOUNDING = "founding.db"
"""The record while its room is being founded; it gets its name once there are keys to open it."""
SLOTS = "keyslots.json"
PREVIOUS = "keyslots.json.bak"
ANCHOR = "anchor.json"
LOCK = "kindlight.lock"
KEY = "room.key"


def make(home: Path) -> None:
    """Make the folder its owner's alone."""
    with told(home), private():
        home.mkdir(parents=True, exist_ok=True)
        home.chmod(0o700)


@contextmanager
def private() -> Iterator[None]:
    """Files made meanwhile belong to their owner alone, whoever makes them: SQLite itself asks for mode 0644."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, its owner's alone, durable on return."""
    part = path.with_name(path.name + ".part")
    with told(path.parent):
        try:
            _write(part, content)
            part.replace(path)
            settle(path.parent)
        finally:
            part.unlink(missing_ok=True)


def move(path: Path, target: Path) -> None:
    """Give a file another name, durably."""
    with told(path.parent):
        path.replace(target)
        settle(path.parent)


def drop(path: Path) -> None:
    """Take a file away, durably; one that is not there is no matter."""
    with told(path.parent):
        path.unlink(missing_ok=True)
        settle(path.parent)


def settle(home: Path) -> None:
    """Make the folder's list of names durable, where the system lets a folder be synced."""
    if sys.platform == "win32":
        return
    handle = os.open(home, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
