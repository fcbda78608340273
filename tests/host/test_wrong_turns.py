"""What can go wrong at the door, met with the real program: always a sentence, never a traceback, nothing lost."""

import os
import re
import shutil
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kindlight.content import say

VAULTS = Path(__file__).parents[1] / "vaults"
PASSPHRASE = "a quiet test passphrase"
ACCENTED = "une lumi\u00e8re caf\u00e9 \u00e9t\u00e9"
JOURNAL = (
    "[2019-03-02 22:10] A long week.\nThe roof leaks again.\n\n[2021-06-14 07:30] Early.\nI can go slowly today.\n"
)
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def told(secret: Path | None = None, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KINDLIGHT")}
    given = {"KINDLIGHT_PASSPHRASE_FILE": str(secret)} if secret else {}
    return {**kept, "KINDLIGHT_NO_BROWSER": "1", "PYTHONPATH": str(VAULTS.parents[1] / "src"), **given, **more}


def program(*arguments: str | Path, typed: str = "", secret: Path | None = None, **how) -> Done:
    """The program in a process and a session of its own, so that it finds no terminal to ask."""
    done = subprocess.run(
        [sys.executable, "-m", "kindlight", *map(str, arguments)],
        input=typed,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
        start_new_session=True,
        env=told(secret, **how.pop("env", {})),
        **how,
    )
    assert "Traceback" not in done.stderr + done.stdout
    assert "Warning" not in done.stderr
    return done


def said(done: Done, word: str, **values: object) -> bool:
    return say(f"refusal.{word}", **values) in done.stderr and done.returncode == 1


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.txt"
    path.write_text(JOURNAL, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def founded(tmp_path_factory) -> Path:
    """A room without a passphrase, with two entries in it."""
    here = tmp_path_factory.mktemp("founded")
    (here / "journal.txt").write_text(JOURNAL, encoding="utf-8")
    done = program("--home", here / "room", "import", here / "journal.txt", "--yes", typed="none\n")
    assert done.returncode == 0, done.stderr
    return here / "room"


@pytest.fixture
def room(founded, tmp_path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "room"))


@pytest.fixture
def secret(tmp_path) -> Path:
    path = tmp_path / "secret"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


def spoiled(name: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(VAULTS / name, tmp_path / name))


def contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.iterdir()}


@pytest.mark.parametrize(
    ("name", "events", "findings"),
    [
        ("fail_bit_flipped", 62, {"pages": "12"}),
        ("fail_page_rolled_back", 54, {"chain": "33-40"}),
        ("fail_truncated", 0, {"pages": "8-14", "older": "62"}),
    ],
)
def test_a_damaged_record_is_looked_at_and_rescued_and_not_touched(name, events, findings, tmp_path, secret):
    home = spoiled(name, tmp_path)
    before = contents(home)
    checked = program("--home", home, "check", secret=secret)
    rescued = program("--home", home, "export", tmp_path / "out", "--rescue", secret=secret)
    assert contents(home) == before
    lines = [say(f"cli.check.{what}", where=where) for what, where in findings.items()]
    advice = say("cli.check.advice" if events else "cli.check.advice-backup")
    assert checked.returncode == 1
    assert checked.stdout.splitlines() == [*lines, say("cli.check.broken", count=events), advice]
    assert rescued.stdout.splitlines()[: len(lines)] == lines
    assert rescued.returncode == (0 if events else 1)
    assert (tmp_path / "out").exists() == bool(events)
    assert said(program("--home", home, "export", tmp_path / "whole", secret=secret), "record-damaged")
    assert not (tmp_path / "whole").exists()


def test_what_was_rescued_comes_into_a_new_room(tmp_path, secret):
    home = spoiled("fail_page_rolled_back", tmp_path)
    program("--home", home, "export", tmp_path / "out", "--rescue", secret=secret)
    assert program("--home", tmp_path / "new", "import", tmp_path / "out", "--yes", secret=secret).returncode == 0
    assert say("cli.check.whole", count=54) in program("--home", tmp_path / "new", "check", secret=secret).stdout


@pytest.mark.parametrize("anchor", ["older", "missing"])
def test_an_older_record_asks_and_can_be_accepted(anchor, room, tmp_path):
    before = (room / "kindlight.db").read_bytes()
    (tmp_path / "more.txt").write_text("[2022-01-01 08:00] New.\nThe year is young.\n", encoding="utf-8")
    assert program("--home", room, "import", tmp_path / "more.txt", "--yes").returncode == 0
    (room / "kindlight.db").write_bytes(before)
    if anchor == "missing":
        (room / "anchor.json").unlink()
    kept = contents(room)
    finding = say("cli.check.older", where=4) if anchor == "older" else say("cli.check.anchor", where=0)
    checked = program("--home", room, "check").stdout.splitlines()
    assert checked == [finding, say("cli.check.broken", count=3), say("cli.check.advice-older")]
    assert contents(room) == kept
    assert said(program("--home", room, "export", tmp_path / "a", typed="n\n"), "record-older")
    assert said(program("--home", room, "export", tmp_path / "a"), "record-older")
    again = Path(shutil.copytree(room, tmp_path / "again"))
    assert program("--home", room, "export", tmp_path / "a", typed="y\n").returncode == 0
    assert program("--home", again, "--accept-older", "export", tmp_path / "b").returncode == 0
    assert program("--home", again, "check").returncode == 0


def test_a_wrong_or_missing_key_file_is_said_so(room):
    key = (room / "room.key").read_bytes()
    (room / "room.key").write_bytes(bytes(32))
    assert said(program("--home", room, "check"), "key-file-wrong")
    (room / "room.key").unlink()
    assert said(program("--home", room, "check"), "key-file-missing")
    (room / "room.key").write_bytes(key)
    assert program("--home", room, "check").returncode == 0


def test_a_recovery_code_does_where_a_passphrase_is_asked_for(tmp_path):
    home = spoiled("good_v1", tmp_path)
    code = (VAULTS / "good_v1.recovery").read_text("utf-8")
    assert say("cli.check.whole", count=62) in program("--home", home, "check", typed=code).stdout


def test_key_slots_cut_short_fall_back_to_the_ones_before(room):
    good = (room / "keyslots.json").read_bytes()
    (room / "keyslots.json").write_bytes(good[:70])
    assert said(program("--home", room, "check"), "keys-damaged")
    (room / "keyslots.json.bak").write_bytes(good)
    assert program("--home", room, "check").returncode == 0


def test_files_of_two_rooms_mixed_are_said_so(room, journal, tmp_path):
    other = tmp_path / "other"
    program("--home", other, "import", journal, "--yes", typed="none\n")
    shutil.copy(other / "kindlight.db", room / "kindlight.db")
    assert said(program("--home", room, "export", tmp_path / "out"), "record-not-ours")


def test_a_home_may_be_a_link_or_relative_or_have_any_name(room, tmp_path):
    (tmp_path / "link").symlink_to(room)
    assert program("--home", tmp_path / "link", "check").returncode == 0
    named = tmp_path / "my room \u2013 caf\u00e9 \u90e8\u5c4b 'quoted' %20?#"
    room.rename(named)
    assert program("--home", named, "check").returncode == 0
    done = program("check", cwd=tmp_path, env={"KINDLIGHT_HOME": named.name})
    assert (done.returncode, done.stdout.strip()) == (0, say("cli.check.whole", count=3))
    assert said(program("--home", tmp_path / "link", "check"), "no-room-here")  # the link now points nowhere


def test_a_passphrase_file_missing_or_empty_or_no_text_is_said_so(tmp_path):
    home, file = spoiled("good_v1", tmp_path), tmp_path / "pass"
    assert said(program("--home", home, "check", secret=file), "nothing-there", path=file)
    for content in (b"", b"  \r\n", b"\xff\xfe\x80 no text"):
        file.write_bytes(content)
        assert said(program("--home", home, "check", secret=file), "passphrase-file-unclear", path=file)


def test_a_passphrase_file_may_come_from_any_editor(tmp_path):
    home, file = spoiled("good_v1", tmp_path), tmp_path / "pass"
    for content in (f"\ufeff{PASSPHRASE} \r\nand more", PASSPHRASE):
        file.write_bytes(content.encode())
        assert program("--home", home, "check", secret=file).returncode == 0, content


def test_accents_open_the_room_however_they_were_typed(tmp_path, journal):
    file, home = tmp_path / "pass", tmp_path / "room"
    file.write_text(unicodedata.normalize("NFC", ACCENTED), encoding="utf-8")
    assert program("--home", home, "import", journal, "--yes", secret=file).returncode == 0
    file.write_text(unicodedata.normalize("NFD", ACCENTED), encoding="utf-8")
    assert program("--home", home, "check", secret=file).returncode == 0


def test_where_there_is_nobody_to_ask_it_is_said_so(tmp_path, journal):
    assert said(program("--home", spoiled("good_v1", tmp_path), "check"), "nobody-to-ask")
    assert said(program("--home", tmp_path / "new", "import", journal), "nobody-to-ask")
    assert said(program("--home", tmp_path / "new", "import", journal, "--yes"), "nobody-to-ask")
    assert not (tmp_path / "new" / "kindlight.db").exists()


def test_an_import_that_was_stopped_keeps_what_it_brought_and_goes_on_next_time(tmp_path, founded):
    journal, home = tmp_path / "long.txt", Path(shutil.copytree(founded, tmp_path / "stopped"))
    days = (f"[{2000 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02} 09:00] Day {n}." for n in range(3000))
    journal.write_text(
        "\n".join(f"{day}\n{'I sat by the window, and the rain went on for hours. ' * 4}\n" for day in days), "utf-8"
    )
    child = subprocess.Popen(
        [sys.executable, "-m", "kindlight", "--home", str(home), "import", str(journal), "--yes"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=told(),
        # A shell that runs tests in the background has its children ignore Ctrl+C; this one must hear it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread runs here
    )
    log = home / "kindlight.db-wal"
    while child.poll() is None and (not log.exists() or log.stat().st_size < 200_000):
        os.sched_yield()  # until the first batches are kept
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)
    assert (child.returncode, errors.strip()) == (130, say("cli.import.stopped"))
    assert program("--home", home, "check").returncode == 0
    done = program("--home", home, "import", journal, "--yes")
    new, known = re.search(r"(\d+)\D+(\d+)\.", done.stdout.splitlines()[-1]).groups()
    assert int(new) + int(known) == 3000
    assert int(new) > 0 < int(known)
    assert say("cli.check.whole", count=3003) in program("--home", home, "check").stdout


def test_what_may_not_be_read_is_said_so(tmp_path, journal):
    if os.getuid() != 0 and os.access(journal, os.R_OK):
        journal.chmod(0)
        assert said(program("import", journal), "cannot-read", path=journal)
        journal.chmod(0o600)
    assert said(program("import", tmp_path / "nowhere"), "nothing-there", path=tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    assert said(program("import", tmp_path / "empty"), "not-a-journal", path=tmp_path / "empty")


def test_an_export_stays_out_of_the_room_and_of_what_is_there(room, journal):
    for folder in (room, room / "out", room / ".." / room.name / "out"):
        assert said(program("--home", room, "export", folder), "export-into-room")
    assert said(program("--home", room, "export", journal), "folder-not-empty", path=journal)
    assert "out" not in contents(room)
    assert said(
        program("--home", room, "export", room.parent / "no" / "such"), "cannot-write", path=room.parent / "no" / "such"
    )


def test_a_reader_that_leaves_early_is_no_fault():
    lines = "I am tired.\n" * 3000
    shell = f"{sys.executable} -m kindlight read | head -1"
    done = subprocess.run(
        ["sh", "-c", shell], input=lines, text=True, capture_output=True, timeout=60, check=False, env=told()
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""
