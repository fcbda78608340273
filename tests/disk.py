"""A disk below the cipher that remembers every write and sync, and that can fail or lose power wherever a test says."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import apsw

SECTOR = 512
SEALED = "multipleciphers-watched"
"""The name of the cipher above this disk."""


class Act(NamedTuple):
    """One thing done to a file: bytes at a place, a new length, a sync, its end; or a word that so much is kept."""

    file: str
    what: str
    at: int = 0
    data: bytes = b""


class Disk(apsw.VFS):
    """The real disk, watched. `fault(act, count)` may raise instead of the act; `count` counts acts of that kind."""

    def __init__(self) -> None:
        self.forget()
        super().__init__("watched", "unix")

    def forget(self) -> None:
        """Be as new: nothing seen, nothing wrong."""
        self.acts: list[Act] = []
        self.counts: dict[str, int] = {}
        self.fault: Callable[[Act, int], None] = lambda *_: None

    def xOpen(self, name: Any, flags: list[int]) -> "Watched":  # noqa: N802 - SQLite's name
        return Watched(self, name, flags)

    def xDelete(self, name: str, synced: bool) -> None:  # noqa: N802, FBT001
        self.note(Act(Path(name).name, "delete"))
        super().xDelete(name, synced)

    def note(self, act: Act) -> None:
        self.counts[act.what] = self.counts.get(act.what, 0) + 1
        self.fault(act, self.counts[act.what])
        self.acts.append(act)


@cache
def watched() -> Disk:
    """The one disk of this process: the engine keeps hold of it for ever, with its cipher above it."""
    disk = Disk()
    apsw.Connection(":memory:", vfs=SEALED).close()  # only now does that name exist
    return disk


class Watched(apsw.VFSFile):
    """One open file."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.name = Path(path or "temporary").name
        super().__init__("unix", name, flags)

    def xWrite(self, data: bytes, at: int) -> None:  # noqa: N802
        self.disk.note(Act(self.name, "write", at, bytes(data)))
        super().xWrite(data, at)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.note(Act(self.name, "truncate", size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.note(Act(self.name, "sync"))
        super().xSync(flags)


def after_power_loss(acts: list[Act], chosen: Callable[[], float]) -> dict[str, bytes]:
    """The files as a disk might hold them: what was synced stands; of the rest, any sectors may have been written."""
    files: dict[str, bytearray] = {}
    waiting: dict[str, list[Act]] = {}
    for act in acts:
        if act.what == "sync":
            for one in waiting.pop(act.file, []):
                _apply(files.setdefault(act.file, bytearray()), one, lambda: 0.0)
        elif act.what == "delete":  # a change to the folder; those are taken to be durable at once
            files.pop(act.file, None)
            waiting.pop(act.file, None)
        elif act.what != "kept":
            waiting.setdefault(act.file, []).append(act)
    for name, left in waiting.items():
        for act in left:
            _apply(files.setdefault(name, bytearray()), act, chosen)
    return {name: bytes(content) for name, content in files.items()}


def _apply(content: bytearray, act: Act, chosen: Callable[[], float]) -> None:
    """Do an act whole (a draw below a third), not at all (below two thirds), or torn in sectors."""
    luck = chosen()
    if luck >= 1 / 3 and (luck < 2 / 3 or act.what == "truncate"):
        return
    if act.what == "truncate":
        del content[act.at :]
        return
    for start in range(0, len(act.data), SECTOR):
        if luck < 1 / 3 or chosen() < 1 / 2:
            piece, at = act.data[start : start + SECTOR], act.at + start
            content.extend(bytes(max(0, at + len(piece) - len(content))))
            content[at : at + len(piece)] = piece
