"""Keeping one thought durably, against plain SQLite, taken in turns so that both meet the same disk."""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from figures import figure, percentile

from kindlight.events import ThoughtKept
from kindlight.vault import create

TIMES = 1_000
TEXT = "I was tired, and I rested a while by the window, and that was enough for today. " * 4


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1e3


def plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "locking_mode=EXCLUSIVE"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, body BLOB)")
    return connection


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=os.environ.get("KINDLIGHT_BENCH_DISK")) as folder:
        vault, _ = create(Path(folder) / "room", None, os.urandom)
        beside = plain(Path(folder) / "plain.db")
        sealed, bare = [], []
        for number in range(TIMES):
            thought = ThoughtKept(id=f"thought-{number:06}", when="2026-11-23T21:04", text=TEXT, sentences=())
            row = (thought.id, TEXT)
            bare.append(timed(lambda: beside.execute("INSERT INTO events (id, body) VALUES (?, ?)", row)))  # noqa: B023
            sealed.append(timed(lambda: vault.append([thought])))  # noqa: B023 - called at once
        vault.close()
        beside.close()
    middle = statistics.median(sealed)
    ratio = middle / statistics.median(bare)
    figure("durable append, ratio to plain SQLite", ratio, "times", f"median of {TIMES}, taken in turns", budget=2.5)
    figure("durable append", middle, "ms", "median; sealed, chained and searchable")
    figure("durable append, 95 in 100", percentile(sealed, 95), "ms", budget=20)
