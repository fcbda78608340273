"""A damaged record, read past its damage: everything that verifies, nothing that does not, and not a byte written."""

import os
import shutil
from pathlib import Path

import pytest

from kindlight.errors import KeyFileWrong, OpenElsewhere, RecordDamaged, RecordNotOurs, RecordOlder, WrongPassphrase
from kindlight.vault import Finding, Report, create, rescue, slots, unlock

VAULTS = Path(__file__).parents[1] / "vaults"
PASSPHRASE = "a quiet test passphrase"
PAGE = 4096


def files(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.iterdir()}


def looked(home: Path, **how: str) -> tuple[Report, list]:
    before = files(home)
    with rescue(home, **how) as found:
        told = found.report(), list(found.read())
    assert files(home) == before
    return told


@pytest.fixture(scope="module")
def told() -> list:
    """What the good room holds."""
    with rescue(VAULTS / "good_v1", passphrase=PASSPHRASE) as found:
        return list(found.read())


@pytest.fixture(scope="module")
def long(tmp_path_factory, thought):
    """A room by key file with texts that flow over pages, closed; and what it holds."""
    home = tmp_path_factory.mktemp("long") / "room"
    vault, _ = create(home, None, os.urandom)
    vault.append([thought(number, f"rain {number} " * (number * 37 % 1500 + 1)) for number in range(1, 201)])
    whole = [event for _, event in vault.read()]
    vault.close()
    return home, whole


def test_a_whole_record_is_read_as_the_engine_reads_it(long):
    home, whole = long
    assert looked(home) == (Report(events=200, findings=()), whole)


def test_words_still_in_the_write_ahead_log_are_read_too(tmp_path, thought):
    vault, _ = create(tmp_path / "room", None, os.urandom)
    for number in range(1, 40):
        vault.append([thought(number, f"rain {number} " * (number * 37 % 900 + 1))])
    whole = [event for _, event in vault.read()]
    pulled = Path(shutil.copytree(tmp_path / "room", tmp_path / "pulled"))
    log = (pulled / "kindlight.db-wal").read_bytes()
    vault.close()
    assert looked(pulled) == (Report(events=39, findings=()), whole)
    (pulled / "kindlight.db-wal").write_bytes(log[: len(log) * 2 // 3])
    report, kept = looked(pulled)
    assert kept == whole[: len(kept)]
    assert 0 < len(kept) < 39
    assert report == Report(events=len(kept), findings=())
    with unlock(pulled) as again:  # the engine comes to the same
        assert [event for _, event in again.read()] == kept


def test_every_page_may_be_spoiled_and_only_its_own_events_are_lost(long, tmp_path):
    home, whole = long
    copy = Path(shutil.copytree(home, tmp_path / "room"))
    content = (copy / "kindlight.db").read_bytes()
    worst = 0
    for page in range(1, len(content) // PAGE, 23):
        place = page * PAGE + page * 1237 % PAGE
        (copy / "kindlight.db").write_bytes(content[:place] + bytes([content[place] ^ 16]) + content[place + 1 :])
        report, kept = looked(copy)
        assert [event for event in whole if event in kept] == kept
        assert report.findings[0] == Finding(what="pages", where=str(page + 1))
        worst = max(worst, len(whole) - len(kept))
    assert worst <= 20


def test_the_first_page_gone_costs_nothing_but_itself(long, tmp_path):
    """Salt and all: the seals can no longer be tried, and the chain alone speaks for the events."""
    home, whole = long
    copy = Path(shutil.copytree(home, tmp_path / "room"))
    content = (copy / "kindlight.db").read_bytes()
    (copy / "kindlight.db").write_bytes(bytes(PAGE) + content[PAGE:])
    assert looked(copy)[1] == whole


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("good_v1", Report(events=62, findings=())),
        ("fail_bit_flipped", Report(events=62, findings=(Finding(what="pages", where="12"),))),
        ("fail_page_rolled_back", Report(events=54, findings=(Finding(what="chain", where="33-40"),))),
        (
            "fail_truncated",
            Report(events=0, findings=(Finding(what="pages", where="8-14"), Finding(what="older", where="62"))),
        ),
    ],
)
def test_each_spoiled_room_says_what_is_wrong_and_where(name, report, told, tmp_path):
    home = Path(shutil.copytree(VAULTS / name, tmp_path / name))
    found, kept = looked(home, passphrase=PASSPHRASE)
    assert found == report
    assert [event for event in told if event in kept] == kept
    assert len(kept) == report.events


def test_keys_are_needed_all_the_same(tmp_path):
    home = Path(shutil.copytree(VAULTS / "fail_bit_flipped", tmp_path / "room"))
    with pytest.raises(WrongPassphrase), rescue(home, passphrase="some other passphrase"):
        pass
    code = (VAULTS / "good_v1.recovery").read_text("utf-8")
    assert looked(home, recovery=code)[0].events == 62


def test_an_older_record_and_one_without_an_anchor_are_told_apart(long, tmp_path, thought):
    home, whole = long
    copy = Path(shutil.copytree(home, tmp_path / "room"))
    before = (copy / "kindlight.db").read_bytes()
    with unlock(copy) as vault:
        vault.append([thought(201)])
    (copy / "kindlight.db").write_bytes(before)
    assert looked(copy) == (Report(events=200, findings=(Finding(what="older", where="201"),)), whole)
    (copy / "anchor.json").unlink()
    assert looked(copy) == (Report(events=200, findings=(Finding(what="anchor", where="0"),)), whole)


def test_a_record_that_someone_has_open_is_left_alone(long, tmp_path):
    copy = Path(shutil.copytree(long[0], tmp_path / "room"))
    with unlock(copy), pytest.raises(OpenElsewhere), rescue(copy):
        pass


def test_a_refused_record_is_left_as_it_was_with_its_log(tmp_path, thought):
    """A last checkpoint at closing would write into a record that has just been found damaged."""
    vault, _ = create(tmp_path / "room", None, os.urandom)
    for number in range(1, 80):
        vault.append([thought(number, "rain " * 200)])
    pulled = Path(shutil.copytree(tmp_path / "room", tmp_path / "pulled"))
    vault.close()
    (pulled / "anchor.json").write_bytes((tmp_path / "room" / "anchor.json").read_bytes())
    log = pulled / "kindlight.db-wal"
    log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
    before = {name: content for name, content in files(pulled).items() if name != "kindlight.lock"}
    with pytest.raises(RecordOlder):
        unlock(pulled)
    assert {name: content for name, content in files(pulled).items() if name != "kindlight.lock"} == before


def test_files_of_two_rooms_mixed_are_said_so(long, tmp_path):
    other, _ = create(tmp_path / "other", None, os.urandom)
    other.close()
    copy = Path(shutil.copytree(long[0], tmp_path / "room"))
    shutil.copy(copy / "kindlight.db", tmp_path / "other" / "kindlight.db")
    with pytest.raises(RecordNotOurs):
        unlock(tmp_path / "other")
    shutil.copy(copy / "room.key", tmp_path / "other" / "room.key")
    with pytest.raises(KeyFileWrong):
        unlock(tmp_path / "other")


def test_a_record_emptied_is_damaged_and_never_begun_anew(long, tmp_path):
    copy = Path(shutil.copytree(long[0], tmp_path / "room"))
    (copy / "kindlight.db").write_bytes(b"")
    with pytest.raises(RecordDamaged):
        unlock(copy, accept_older=True)
    assert (copy / "kindlight.db").read_bytes() == b""


def test_spoiled_key_slots_never_take_the_place_of_those_that_open(long, tmp_path):
    copy = Path(shutil.copytree(long[0], tmp_path / "room"))
    good = (copy / "keyslots.json").read_bytes()
    (copy / "keyslots.json.bak").write_bytes(good)
    (copy / "keyslots.json").write_bytes(good[:50])
    slots.write(copy, slots.read(copy))
    assert (copy / "keyslots.json.bak").read_bytes() == good
    unlock(copy).close()
