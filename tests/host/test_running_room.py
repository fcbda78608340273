"""The real program: killed, asked twice, given a slow page, a full disk, a folder it may not write to."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from engine import Engine, Page, admitted, again, visit
from kindlight.content import say
from kindlight.scene.gestures import Draft, FoundRoom, KeepThought
from kindlight.scene.messages import (
    GardenShown,
    KeysOffered,
    LoomShown,
    RecoveryShown,
    Refused,
    ThoughtSaved,
    ThreadGrew,
    WallsFrame,
    Welcome,
)


def founded(page: Page) -> None:
    page.send(FoundRoom(passphrase=None))
    page.until(RecoveryShown)


def threads(page: Page) -> list[str]:
    return [thread.id for thread in page.until(LoomShown).threads]


def test_the_first_word_is_welcome_and_drafts_are_answered_before_anything_is_founded(engine: Engine) -> None:
    page = visit(engine)
    assert page.until(Welcome).door == "new"
    page.send(Draft(echo=7, text="I'm such an idiot"))
    assert page.until(WallsFrame).echo == 7
    assert not (engine.home / "kindlight.db").exists()
    page.close()


def test_a_killed_engine_loses_nothing_that_it_confirmed(engine: Engine) -> None:
    page = visit(engine)
    founded(page)
    for number in range(5):
        page.send(KeepThought(id=f"thought-{number:04d}", text=f"Line {number}."))
        page.until(ThoughtSaved)
    engine.kill()
    back = Engine(engine.home)
    try:
        assert threads(visit(back)) == [f"thought-{number:04d}" for number in range(5)]
    finally:
        back.stop()


def test_two_tabs_see_the_same_room(engine: Engine) -> None:
    cookie, key = admitted(engine.address)
    one, two = Page(engine.port, cookie, key), Page(engine.port, cookie, key)
    founded(one)
    one.send(KeepThought(id="thought-shared", text="Both of us see this."))
    assert two.until(ThreadGrew).thread.id == one.until(ThreadGrew).thread.id == "thought-shared"
    one.close()
    two.close()


def test_a_second_kindlight_only_shows_a_new_way_in(engine: Engine) -> None:
    address = again(engine.home)
    assert engine.address != address
    cookie, key = admitted(address)
    page = Page(engine.port, cookie, key)
    assert page.until(Welcome).door == "new"
    page.close()


def test_an_import_beside_an_open_room_is_refused_kindly(engine: Engine, tmp_path: Path) -> None:
    page = visit(engine)
    founded(page)
    journal = tmp_path / "j.txt"
    journal.write_text("[2020-01-02 03:04] A line.\n", encoding="utf-8")
    command = [sys.executable, "-m", "kindlight", "--home", str(engine.home), "import", str(journal), "--yes"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (1, say("refusal.open-elsewhere"))
    page.close()


def test_a_taken_port_is_said_and_never_shared(engine: Engine, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kindlight", "--home", str(tmp_path / "b"), "--port", str(engine.port)]
    told = {**os.environ, "KINDLIGHT_NO_BROWSER": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=told)
    assert (done.returncode, done.stderr.strip()) == (1, say("refusal.port-taken", port=engine.port))


def test_a_page_of_another_version_is_told_to_begin_again(engine: Engine) -> None:
    page = Page(engine.port, *admitted(engine.address), contract="0" * 16)
    with pytest.raises(ConnectionClosed) as closed:
        page.hear()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4409


def test_words_that_are_no_gesture_are_answered_and_the_visit_goes_on(engine: Engine) -> None:
    page = visit(engine)
    for nonsense in (
        "",
        "{}",
        "[]",
        "not json",
        '{"kind":"keep-thought"}',
        '{"kind":"draft","echo":1,"text":"\\ud800"}',
    ):
        page.socket.send(nonsense)
        assert page.until(Refused).word == "refusal.not-understood"
    page.send(Draft(echo=3, text="still here"))
    assert page.until(WallsFrame).echo == 3
    page.close()


def test_a_page_that_takes_nothing_does_not_slow_the_others(engine: Engine) -> None:
    cookie, key = admitted(engine.address)
    stuck, quick = Page(engine.port, cookie, key), Page(engine.port, cookie, key)
    founded(quick)
    for number in range(200):
        quick.send(KeepThought(id=f"thought-{number:04d}", text=f"Line {number}. " + "and so on " * 200))
        assert quick.until(ThoughtSaved).id == f"thought-{number:04d}"
    quick.close()
    stuck.close()


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    running = Engine(tmp_path / "room")
    page = visit(running)
    founded(page)
    limit = max(path.stat().st_size for path in running.home.iterdir()) + 40_000
    resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    kept, refused = 0, None
    while refused is None:
        page.send(KeepThought(id=f"thought-{kept:04d}", text="some words " * 300))
        while not isinstance(answer := page.hear(), ThoughtSaved | Refused):
            pass
        kept += isinstance(answer, ThoughtSaved)
        refused = answer if isinstance(answer, Refused) else None
    assert refused.word == "refusal.disk-full"
    resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    page.send(KeepThought(id=f"thought-{kept:04d}", text="There is room again."))
    assert page.until(ThoughtSaved).id == f"thought-{kept:04d}"
    page.close()
    running.kill()
    back = Engine(tmp_path / "room")
    assert len(threads(visit(back))) == kept + 1
    back.stop()


def test_keeping_before_there_is_a_room_offers_six_words_and_keeps_nothing_yet(engine: Engine) -> None:
    page = visit(engine)
    page.send(KeepThought(id="thought-first", text="I was kind to myself today."))
    assert len(page.until(KeysOffered).words) == 6
    assert not (engine.home / "kindlight.db").exists()
    page.close()


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder", encoding="utf-8")
    command = [sys.executable, "-m", "kindlight", "--home", str(blocked / "room"), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (1, say("refusal.cannot-write", path=blocked / "room"))


def test_the_demo_shows_a_life_woven_and_leaves_nothing_behind(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    running = Engine(tmp_path / "unused", "demo", environment={"TMPDIR": str(temporary)})
    page = visit(running)
    assert len(threads(page)) == 183
    assert page.until(GardenShown).plants
    page.close()
    running.stop()
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "unused").exists()


def test_a_crash_would_leave_no_picture_of_memory(engine: Engine) -> None:
    assert resource.prlimit(engine.process.pid, resource.RLIMIT_CORE) == (0, 0)
