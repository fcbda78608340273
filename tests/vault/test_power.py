"""A disk that fills, fails to sync or loses power at any moment: what was said to be kept is kept."""

import random
from pathlib import Path

import apsw
import pytest

from disk import SEALED, Act, Disk, after_power_loss, watched
from kindlight.errors import CannotWrite, DiskFull, Refusal, StillLocked
from kindlight.vault import create, unlock
from kindlight.vault.store import Store

KEY = bytes(range(32))
APPENDS = 40
POINTS = 500
NAME = "kindlight.db"


@pytest.fixture
def disk():
    before = apsw.vfs_names()[0]
    disk = watched()
    disk.forget()
    apsw.set_default_vfs(SEALED)
    yield disk
    apsw.set_default_vfs(before)


def fill(store: Store, disk: Disk, thought) -> None:
    """Keep thoughts one by one, and note on the disk's own list when each was said to be kept."""
    store.connection.execute("PRAGMA wal_autocheckpoint = 24").fetchall()
    for number in range(1, APPENDS + 1):
        store.append([thought(number, f"rain {number} " * (number * 37 % 700 + 1))])
        disk.acts.append(Act("", "kept", number))


def explored(disk: Disk, folder: Path) -> tuple[int, int]:
    """Power cuts, and how many of them lost something that was said to be kept, or the record itself."""
    chance = random.Random(20261123)  # noqa: S311 - the same cuts every time
    first = next(place for place, act in enumerate(disk.acts) if act.what == "kept")
    lost = 0
    for cut in range(POINTS):
        acts = disk.acts[: chance.randrange(first, len(disk.acts)) + 1]
        kept = max(act.at for act in acts if act.what == "kept")
        here = folder / str(cut)
        here.mkdir()
        for name, content in after_power_loss(acts, chance.random).items():
            (here / name).write_bytes(content)
        lost += not held(here / NAME, kept)
    return POINTS, lost


def held(path: Path, kept: int) -> bool:
    try:
        store = Store(path, KEY)
    except Refusal:
        return False
    try:
        return len([event for _, event in store.read()]) >= kept
    finally:
        store.close()


def test_no_power_cut_loses_what_was_said_to_be_kept(disk, tmp_path, thought):
    store = Store(tmp_path / NAME, KEY)
    fill(store, disk, thought)
    store.close()
    apsw.set_default_vfs("multipleciphers-unix")
    assert explored(disk, tmp_path) == (POINTS, 0)


@pytest.mark.parametrize("setting", ["NORMAL", "OFF"])
def test_control_with_less_than_full_syncing_the_same_cuts_lose(setting, disk, tmp_path, thought):
    store = Store(tmp_path / NAME, KEY)
    store.connection.execute(f"PRAGMA synchronous = {setting}")
    fill(store, disk, thought)
    store.close()
    apsw.set_default_vfs("multipleciphers-unix")
    assert explored(disk, tmp_path)[1] > POINTS // 4


def full_at(place: int):
    def fault(act: Act, count: int) -> None:
        if act.what == "write" and count >= place:
            raise apsw.exception_for(apsw.SQLITE_FULL)

    return fault


def test_a_disk_full_at_any_write_loses_nothing(disk, tmp_path, thought):
    place, kept = 0, 0
    while kept < 3:
        place, kept = place + 1, 0
        path = tmp_path / str(place) / NAME
        path.parent.mkdir()
        store = Store(path, KEY)
        disk.counts.clear()
        disk.fault = full_at(place)
        for number in range(1, 4):
            try:
                store.append([thought(number, "rain " * 900)])
            except DiskFull:
                break
            kept = number
        assert store.head.seq == kept
        assert [event.id for _, event in store.read()] == [f"thought-{number:06}" for number in range(1, kept + 1)]
        disk.fault = lambda *_: None
        store.append([thought(kept + 1)])  # space is there again
        store.close()
        again = Store(path, KEY)
        assert again.head.seq == kept + 1
        assert again.search("rain", 9) != ()
        again.close()
    assert place > 10


def sync_fails_at(place: int):
    def fault(act: Act, count: int) -> None:
        if act.what == "sync" and count == place:
            raise apsw.exception_for(apsw.SQLITE_IOERR_FSYNC)

    return fault


def test_a_sync_that_fails_is_never_tried_again_on_the_same_file(disk, tmp_path, thought):
    for place in range(1, 5):
        path = tmp_path / str(place) / NAME
        path.parent.mkdir()
        store = Store(path, KEY)
        disk.counts.clear()
        disk.fault = sync_fails_at(place)
        for number in range(1, place):
            store.append([thought(number)])
        with pytest.raises(CannotWrite):
            store.append([thought(place)])
        kept = place - 1
        assert disk.counts["sync"] == place
        with pytest.raises(StillLocked):
            store.append([thought(99)])
        assert disk.counts["sync"] == place
        disk.fault = lambda *_: None
        again = Store(path, KEY)
        assert [event.id for _, event in again.read()][:kept] == [
            f"thought-{number:06}" for number in range(1, kept + 1)
        ]
        again.close()


def test_a_room_whose_sync_failed_opens_itself_anew_and_goes_on(disk, tmp_path, thought):
    vault, _ = create(tmp_path / "room", None, lambda size: bytes(range(size)))
    vault.append([thought(1)])
    disk.counts.clear()
    disk.fault = sync_fails_at(1)
    with pytest.raises(CannotWrite):
        vault.append([thought(2)])
    assert vault.find("thought-000001") == thought(1)
    vault.append([thought(2), thought(3)])
    assert [event.id for _, event in vault.read()] == ["thought-000001", "thought-000002", "thought-000003"]
    assert vault.check().findings == ()
    vault.close()
    with unlock(tmp_path / "room") as again:
        assert again.count == 3
