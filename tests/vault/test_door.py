import json
import os
import shutil
from base64 import b64decode, b64encode

import pytest

from kindlight import vault as face
from kindlight.errors import (
    AlreadyFounded,
    EngineTooOld,
    KeyFileMissing,
    KeysDamaged,
    NoRoomHere,
    OpenElsewhere,
    PassphraseTooShort,
    RecordDamaged,
    RecordOlder,
    RecordTooNew,
    WrongPassphrase,
    WrongRecoveryCode,
)
from kindlight.vault import (
    change_passphrase,
    change_recovery,
    create,
    engine,
    prove,
    sign,
    slots,
    state,
    unlock,
)
from kindlight.vault.offer import all_words


def names(home) -> set[str]:
    return {path.name for path in home.iterdir()}


def rewrite(home, change) -> None:
    path = home / "keyslots.json"
    known = json.loads(path.read_text("utf-8"))
    change(known)
    path.write_text(json.dumps(known), "utf-8")


def test_a_room_opens_with_its_passphrase_or_its_code_and_with_nothing_else(founded):
    for way in ({"passphrase": founded.passphrase}, {"recovery": founded.code}, {"recovery": founded.code.lower()}):
        with unlock(founded.home, **way) as vault:
            assert (vault.count, vault.head_seq) == (80, 80)
    with pytest.raises(WrongPassphrase):
        unlock(founded.home, passphrase="a quiet test passphrasE")
    with pytest.raises(WrongRecoveryCode):
        unlock(founded.home, recovery="0000-0000-0000-0000-0000-0000-06X0")
    with pytest.raises(KeyFileMissing):
        unlock(founded.home)


def test_a_room_without_a_passphrase_opens_with_its_key_file_alone(tmp_path):
    home = tmp_path / "room"
    vault, code = create(home, None, os.urandom)
    vault.close()
    assert state(home) == "key-file"
    unlock(home).close()
    (home / "room.key").unlink()
    with pytest.raises(KeyFileMissing):
        unlock(home)
    unlock(home, recovery=code).close()


def test_the_folder_and_everything_in_it_is_its_owners_alone(tmp_path):
    before = os.umask(0)
    try:
        vault, _ = create(tmp_path / "deep" / "room", None, os.urandom)
    finally:
        os.umask(before)
    home = tmp_path / "deep" / "room"
    assert home.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in home.iterdir()} == dict.fromkeys(
        ["anchor.json", "keyslots.json", "kindlight.db", "kindlight.db-wal", "kindlight.lock", "room.key"], 0o600
    )
    vault.close()


def test_what_is_in_a_folder_can_be_told_without_a_key(founded, tmp_path):
    assert (state(tmp_path / "nowhere"), state(founded.home)) == ("none", "passphrase")
    (founded.home / "keyslots.json").write_bytes(b"\xff not json")
    assert state(founded.home) == "damaged"
    (founded.home / "keyslots.json").unlink()
    assert state(founded.home) == "damaged"
    with pytest.raises(NoRoomHere):
        unlock(tmp_path / "nowhere", passphrase="whatever it was")


def test_a_room_is_never_founded_over_another(founded):
    with pytest.raises(AlreadyFounded):
        create(founded.home, "some other passphrase", os.urandom)
    (founded.home / "keyslots.json").unlink()
    with pytest.raises(AlreadyFounded):
        create(founded.home, "some other passphrase", os.urandom)


def test_a_short_passphrase_founds_nothing(tmp_path):
    with pytest.raises(PassphraseTooShort):
        create(tmp_path / "room", "short", os.urandom)
    assert not (tmp_path / "room").exists()


def test_founding_cut_short_before_there_are_keys_is_no_room(tmp_path, monkeypatch):
    monkeypatch.setattr(slots, "write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        create(tmp_path, None, os.urandom)
    monkeypatch.undo()
    assert state(tmp_path) == "none"
    create(tmp_path, None, os.urandom)[0].close()
    assert state(tmp_path) == "key-file"


def test_founding_cut_short_after_there_are_keys_is_finished_by_unlocking(tmp_path):
    vault, _ = create(tmp_path, None, os.urandom)
    vault.close()
    (tmp_path / "kindlight.db").rename(tmp_path / "founding.db")
    with unlock(tmp_path) as vault:
        assert vault.count == 0
    assert "founding.db" not in names(tmp_path)


def test_a_plain_record_is_never_founded(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "SEALING", tuple(text.replace("PRAGMA key", "PRAGMA kay") for text in engine.SEALING))
    with pytest.raises(EngineTooOld):
        create(tmp_path, None, os.urandom)
    assert state(tmp_path) == "none"


def test_one_room_one_kindlight(founded):
    with unlock(founded.home, passphrase=founded.passphrase):
        assert (founded.home / "kindlight.lock").read_text().strip() == str(os.getpid())
        with pytest.raises(OpenElsewhere):
            unlock(founded.home, passphrase=founded.passphrase)
    unlock(founded.home, passphrase=founded.passphrase).close()


def test_a_refused_opening_holds_nothing(founded):
    with pytest.raises(WrongPassphrase):
        unlock(founded.home, passphrase="not this one")
    unlock(founded.home, recovery=founded.code).close()


def test_a_new_passphrase_replaces_the_old_one_and_leaves_the_record_alone(founded):
    with unlock(founded.home, recovery=founded.code) as vault:
        before = (founded.home / "kindlight.db").read_bytes()
        change_passphrase(vault, "six new words of my own", os.urandom)
        assert (founded.home / "kindlight.db").read_bytes() == before
    assert "keyslots.json.bak" not in names(founded.home)
    with pytest.raises(WrongPassphrase):
        unlock(founded.home, passphrase=founded.passphrase)
    unlock(founded.home, passphrase="six new words of my own").close()
    unlock(founded.home, recovery=founded.code).close()


def test_a_passphrase_can_be_laid_down_and_taken_up_again(founded):
    with unlock(founded.home, recovery=founded.code) as vault:
        change_passphrase(vault, None, os.urandom)
        assert state(founded.home) == "key-file"
        change_passphrase(vault, None, os.urandom)
    with unlock(founded.home) as vault:
        change_passphrase(vault, founded.passphrase, os.urandom)
    assert "room.key" not in names(founded.home)
    unlock(founded.home, passphrase=founded.passphrase).close()


def test_a_new_recovery_code_replaces_the_old_one(founded):
    with unlock(founded.home, recovery=founded.code) as vault:
        code = change_recovery(vault, os.urandom)
    with pytest.raises(WrongRecoveryCode):
        unlock(founded.home, recovery=founded.code)
    unlock(founded.home, recovery=code).close()
    unlock(founded.home, passphrase=founded.passphrase).close()


def test_slots_cut_short_fall_back_to_the_ones_before_until_newer_ones_open(founded):
    whole = (founded.home / "keyslots.json").read_bytes()
    (founded.home / "keyslots.json.bak").write_bytes(whole)
    (founded.home / "keyslots.json").write_bytes(whole[:50])
    unlock(founded.home, recovery=founded.code).close()
    assert "keyslots.json.bak" in names(founded.home)
    (founded.home / "keyslots.json").write_bytes(whole)
    unlock(founded.home, recovery=founded.code).close()
    assert "keyslots.json.bak" not in names(founded.home)


@pytest.mark.parametrize(("field", "value"), [("memory", 8), ("passes", 1), ("lanes", 1), ("memory", 2**22)])
def test_a_passphrase_made_cheap_to_guess_or_costly_to_try_is_refused(field, value, founded):
    rewrite(founded.home, lambda known: known["slots"][0]["cost"].update({field: value}))
    with pytest.raises(KeysDamaged):
        unlock(founded.home, passphrase=founded.passphrase)


def test_a_cost_changed_within_bounds_opens_nothing(founded):
    rewrite(founded.home, lambda known: known["slots"][0]["cost"].update(passes=4))
    with pytest.raises(WrongPassphrase):
        unlock(founded.home, passphrase=founded.passphrase)


def test_slots_of_another_room_open_nothing(founded):
    rewrite(founded.home, lambda known: known.update(room=b64encode(b"another room, no").decode()))
    with pytest.raises(WrongRecoveryCode):
        unlock(founded.home, recovery=founded.code)


def test_slots_of_a_newer_kindlight_are_left_alone(founded):
    rewrite(founded.home, lambda known: known.update(version=2, more="things"))
    with pytest.raises(RecordTooNew):
        unlock(founded.home, recovery=founded.code)


def test_the_sign_stays_the_rooms_own(founded):
    words = sign(founded.home)
    assert len(words.split()) == 2
    assert set(words.split()) <= set(all_words())
    with unlock(founded.home, recovery=founded.code) as vault:
        change_passphrase(vault, "six new words of my own", os.urandom)
    assert sign(founded.home) == words


def test_an_older_record_is_opened_only_when_that_is_accepted(founded, thought):
    older = (founded.home / "kindlight.db").read_bytes()
    with unlock(founded.home, recovery=founded.code) as vault:
        vault.append([thought(100)])
    (founded.home / "kindlight.db").write_bytes(older)
    with pytest.raises(RecordOlder):
        unlock(founded.home, recovery=founded.code)
    with unlock(founded.home, recovery=founded.code, accept_older=True) as vault:
        assert vault.count == 80
    unlock(founded.home, recovery=founded.code).close()


def test_a_record_that_went_another_way_is_refused_even_when_older_is_accepted(founded, thought, tmp_path):
    other = shutil.copytree(founded.home, tmp_path / "other")
    for home, text in ((founded.home, "one way"), (other, "the other way")):
        with unlock(home, recovery=founded.code) as vault:
            vault.append([thought(100, text)])
    shutil.copy(other / "kindlight.db", founded.home / "kindlight.db")
    for accept_older in (False, True):
        with pytest.raises(RecordDamaged):
            unlock(founded.home, recovery=founded.code, accept_older=accept_older)


@pytest.mark.parametrize("change", ["gone", "forged"])
def test_a_record_without_its_anchor_asks_first(change, founded):
    path = founded.home / "anchor.json"
    forged = json.loads(path.read_text()) | {"seq": 1, "head": b64encode(b"h" * 32).decode()}
    path.unlink() if change == "gone" else path.write_text(json.dumps(forged))
    with pytest.raises(RecordOlder):
        unlock(founded.home, recovery=founded.code)
    unlock(founded.home, recovery=founded.code, accept_older=True).close()
    unlock(founded.home, recovery=founded.code).close()


def test_the_anchor_is_never_more_than_64_events_behind(founded, thought):
    with unlock(founded.home, recovery=founded.code) as vault:
        for number in range(100, 300):
            vault.append([thought(number)])
            assert vault.count - json.loads((founded.home / "anchor.json").read_text())["seq"] < 64
    assert json.loads((founded.home / "anchor.json").read_text())["seq"] == 280


def test_a_record_that_is_gone_is_not_quietly_begun_anew(founded):
    (founded.home / "kindlight.db").unlink()
    for accept_older in (False, True):
        with pytest.raises(RecordDamaged):
            unlock(founded.home, recovery=founded.code, accept_older=accept_older)
    assert "kindlight.db" not in names(founded.home)


def test_nothing_the_person_wrote_is_in_any_file(founded, thought):
    secrets = ["a very private sorrow", "rain on the window", "thought-0000", founded.passphrase, founded.code]
    with unlock(founded.home, passphrase=founded.passphrase) as vault:
        vault.append([thought(number, f"a very private sorrow {number}") for number in range(100, 200)])
        vault.keep_snapshot("garden", 1, 1, b"a very private sorrow")
        during = prove(founded.home, [*secrets, "garden", "events", b64encode(vault.root).decode()])
    after = prove(founded.home, secrets)
    assert during.sealed
    assert after.sealed
    assert {file.name for file in during.files} == {*names(founded.home), "kindlight.db-wal"}
    assert {file.mode for file in after.files} == {0o600}
    assert not any(file.first.startswith(b"SQLite") for file in during.files)


def test_control_words_left_in_a_file_are_found_in_either_coding(founded):
    (founded.home / "left.txt").write_bytes("a café by the sea".encode("utf-16-le"))
    (founded.home / "deeper").mkdir()
    (founded.home / "deeper" / "note").write_bytes("xx café".encode())
    holds = {file.name: file.holds for file in prove(founded.home, ["sea", "café"]).files if file.holds}
    assert holds == {"left.txt": (0, 1), "deeper/note": (1,)}


def test_keys_are_random_bytes_only_and_wrapped(founded):
    known = json.loads((founded.home / "keyslots.json").read_text())
    assert [slot["kind"] for slot in known["slots"]] == ["passphrase", "recovery"]
    assert {len(b64decode(slot["wrapped"])) for slot in known["slots"]} == {48}


def test_the_face_of_the_room_is_whole():
    assert all(hasattr(face, name) for name in face.__all__)
