"""Makes the rooms in this folder. `good_v1` is made once and must open for ever: it is only made when it is missing.

Run: .venv/bin/python tests/vaults/make.py
"""

import json
import os
import shutil
from pathlib import Path

from kindlight.events import EntryBrought, RoomFounded, ThoughtKept
from kindlight.vault import create, unlock

HERE = Path(__file__).parent
GOOD = HERE / "good_v1"
PASSPHRASE = "a quiet test passphrase"
PAGE = 4096
LAST_LEAF = "SELECT pageno FROM dbstat WHERE name = 'events' AND pagetype = 'leaf' ORDER BY path DESC LIMIT 1"


def thought(number: int) -> ThoughtKept:
    return ThoughtKept(id=f"thought-{number:04}", when="2026-11-23T21:04", text=f"rest a while, {number}", sentences=())


def make_good() -> None:
    """A small room, and beside it one page of its record as it was before the last thoughts."""
    vault, code = create(GOOD, PASSPHRASE, os.urandom)
    entry = EntryBrought(
        id="entry-0001",
        when="2020-02-29",
        source="markdown",
        source_id="a.md",
        title="A harbour",
        text="Boats, resting.",
        tags=("sea",),
        starred=True,
        sentences=(),
    )
    vault.append([RoomFounded(id="founding-0001", when="2026-11-23", seed=7), entry, *map(thought, range(1, 31))])
    connection = vault._store.connection
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    page = connection.execute(LAST_LEAF).get
    early = (GOOD / "kindlight.db").read_bytes()[(page - 1) * PAGE : page * PAGE]
    vault.append([thought(number) for number in range(31, 61)])
    vault.close()
    (GOOD / "kindlight.lock").unlink()
    (HERE / "good_v1.recovery").write_text(code + "\n")
    (HERE / "early_page.bin").write_bytes(page.to_bytes(4) + early)


def spoiled(name: str) -> Path:
    """A copy of the good room, to be spoiled."""
    shutil.rmtree(HERE / name, ignore_errors=True)
    return Path(shutil.copytree(GOOD, HERE / name, ignore=shutil.ignore_patterns("kindlight.lock"))) / "kindlight.db"


def make_failing() -> None:
    """One room for each way in which a room can be spoiled."""
    whole = (GOOD / "kindlight.db").read_bytes()
    marked = (HERE / "early_page.bin").read_bytes()
    place, early = (int.from_bytes(marked[:4]) - 1) * PAGE, marked[4:]
    spoiled("fail_bit_flipped").write_bytes(whole[: place + 99] + bytes([whole[place + 99] ^ 1]) + whole[place + 100 :])
    spoiled("fail_truncated").write_bytes(whole[: len(whole) // PAGE // 2 * PAGE])
    spoiled("fail_page_rolled_back").write_bytes(whole[:place] + early + whole[place + PAGE :])
    slots = spoiled("fail_cheap_argon2").with_name("keyslots.json")
    known = json.loads(slots.read_text())
    known["slots"][0]["cost"]["memory"] = 8
    slots.write_text(json.dumps(known))


if __name__ == "__main__":
    if not GOOD.exists():
        make_good()
    make_failing()
    unlock(GOOD, passphrase=PASSPHRASE).close()
    (GOOD / "kindlight.lock").unlink()
