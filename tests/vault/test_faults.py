"""What happens when the power goes, the disk fills, the folder is locked: nothing that was said to be kept is lost."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import apsw
import pytest

from kindlight.errors import CannotWrite, DiskFull, OpenElsewhere, RecordDamaged, Refusal
from kindlight.vault import create, unlock
from kindlight.vault.faults import refusal, told
from kindlight.vault.store import Store

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # the child only acts and leaves
KILLS = 15
APPENDER = Path(__file__).with_name("appender.py")


@pytest.fixture
def home(tmp_path) -> Path:
    vault, _ = create(tmp_path / "room", None, os.urandom)
    vault.close()
    return tmp_path / "room"


def appended_until_killed(home: Path, first: int, after: float) -> list[int]:
    """Every thought the child said was kept before it was killed, `after` seconds from its first."""
    with subprocess.Popen([sys.executable, str(APPENDER), str(home), str(first)], stdout=subprocess.PIPE) as child:
        acknowledged = [child.stdout.readline()]
        timer = threading.Timer(after, child.send_signal, [signal.SIGKILL])
        timer.start()
        acknowledged += child.stdout.readlines()
        timer.join()
    return [int(line) for line in acknowledged if line.endswith(b"\n")]


def test_nothing_said_to_be_kept_is_lost_to_a_kill(home):
    acknowledged: list[int] = []
    for turn in range(KILLS):
        told = appended_until_killed(home, len(acknowledged) + 1, turn * 37 % 60 / 1000)
        acknowledged += told
        with unlock(home) as vault:
            kept = [event.id for _, event in vault.read()]
            assert vault.check().findings == ()
        assert kept[: len(acknowledged)] == [f"thought-{number:06}" for number in acknowledged]
        assert len(kept) - len(acknowledged) <= 1  # the one under way may be kept and not yet said so
        acknowledged = [int(name.removeprefix("thought-")) for name in kept]
    assert len(acknowledged) >= KILLS


def test_control_a_child_that_speaks_too_soon_is_caught(tmp_path):
    """The same comparison, on a log that says "kept" before it is: it must lose."""
    script = (
        "import sys, signal, os; from kindlight.vault.store import Store; from kindlight.events import ThoughtKept;"
        "s = Store(__import__('pathlib').Path(sys.argv[1]), b'k' * 32); s.connection.execute('BEGIN');"
        "s.connection.execute('SAVEPOINT x'); print(1, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    child = subprocess.run([sys.executable, "-c", script, str(tmp_path / "k.db")], capture_output=True, check=False)
    store = Store(tmp_path / "k.db", b"k" * 32)
    assert (child.stdout, store.head.seq) == (b"1\n", 0)
    store.close()


def in_a_child(act) -> str:
    """What `act` returns when it runs in a process of its own, whose limits and rights it may give away."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            answer = act()
        except BaseException as fault:  # noqa: BLE001 - told to the parent
            answer = repr(fault)
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        answer = told.read()
    os.waitpid(child, 0)
    return answer


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def become_nobody(home: Path) -> None:
    """Give up root, which no folder refuses, and take the room along."""
    if os.getuid() != 0:
        return
    for path in [home, *home.iterdir()]:
        os.chown(path, 65534, 65534)
    for folder in home.parents[:-2]:  # pytest's own, made for root alone; all of them below /tmp
        folder.chmod(0o755)
    os.setgid(65534)
    os.setuid(65534)


def test_a_full_disk_loses_nothing_and_stops_only_the_keeping(home, thought):
    def act() -> str:
        with unlock(home) as vault:
            kept = 0
            limit(200_000)
            while True:
                try:
                    vault.append([thought(kept + 1, "rain " * 500), thought(kept + 2, "rain " * 500)])
                except DiskFull:
                    break
                kept += 2
            assert vault.count == kept > 0
            assert vault.find(f"thought-{kept:06}") == thought(kept, "rain " * 500)
            assert vault.find(f"thought-{kept + 1:06}") is None
            assert len(vault.search("rain", 1000)) == kept
            limit(resource.RLIM_INFINITY)
            vault.append([thought(kept + 1)])
            assert vault.check().findings == ()
        with unlock(home) as vault:
            assert [event.id for _, event in vault.read()] == [f"thought-{n:06}" for n in range(1, kept + 2)]
            assert vault.check().findings == ()
        return "kept"

    assert in_a_child(act) == "kept"


def test_a_room_can_be_read_and_closed_on_a_full_disk(home, thought):
    def act() -> str:
        with unlock(home) as vault:
            vault.append([thought(1)])
            limit(0)
            assert vault.find("thought-000001") == thought(1)
        limit(resource.RLIM_INFINITY)
        with unlock(home) as vault:
            return vault.find("thought-000001").text

    assert in_a_child(act) == "rain on the window"


def test_a_folder_that_may_not_be_written_to_is_said_so(home):
    def act() -> str:
        become_nobody(home)
        home.chmod(0o500)
        with pytest.raises(CannotWrite) as new:
            create(home / "inner", None, os.urandom)
        (home / "kindlight.lock").chmod(0o400)
        with pytest.raises(CannotWrite) as old:
            unlock(home)
        home.chmod(0o700)
        (home / "kindlight.lock").chmod(0o600)
        unlock(home).close()
        return f"{new.value.values} {old.value.values}"

    assert in_a_child(act) == f"{{'path': '{home / 'inner'}'}} {{'path': '{home}'}}"


def test_a_record_that_may_not_be_written_to_is_said_so(home):
    def act() -> str:
        become_nobody(home)
        (home / "kindlight.db").chmod(0o400)
        with pytest.raises(CannotWrite):
            unlock(home)
        return "said"

    assert in_a_child(act) == "said"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (apsw.SQLITE_FULL, DiskFull),
        (apsw.SQLITE_IOERR_WRITE, DiskFull),
        (apsw.SQLITE_IOERR_FSYNC, CannotWrite),
        (apsw.SQLITE_READONLY, CannotWrite),
        (apsw.SQLITE_CANTOPEN, CannotWrite),
        (apsw.SQLITE_IOERR_SHORT_READ, RecordDamaged),
        (apsw.SQLITE_CORRUPT, RecordDamaged),
        (apsw.SQLITE_NOTADB, RecordDamaged),
        (apsw.SQLITE_BUSY, OpenElsewhere),
        (apsw.SQLITE_CONSTRAINT, type(None)),
    ],
)
def test_each_fault_of_the_engine_has_its_answer(code, kind):
    assert type(refusal(apsw.exception_for(code), Path("room"))) is kind


@pytest.mark.parametrize("code", [apsw.SQLITE_IOERR_FSYNC, apsw.SQLITE_CORRUPT])
def test_a_connection_nobody_can_trust_any_more_is_closed(code):
    connection = apsw.Connection(":memory:")
    with pytest.raises(Refusal), told(Path("room"), connection):
        raise apsw.exception_for(code)
    with pytest.raises(apsw.ConnectionClosedError):
        connection.execute("SELECT 1")


def test_a_write_ahead_log_that_is_spoiled_gives_a_shorter_record_or_none_and_never_a_wrong_one(
    home, thought, tmp_path
):
    with unlock(home) as vault:
        for number in range(1, 11):
            vault.append([thought(number, f"rain {number} " * 40)])
        whole = list(vault.read())
        log = (home / "kindlight.db-wal").read_bytes()
        pulled = Path(shutil.copytree(home, tmp_path / "pulled"))  # as the disk would be, had the power gone now
    lengths = set()
    for place in range(0, len(log), len(log) // 12):
        spoiled = Path(shutil.copytree(pulled, tmp_path / f"spoiled-{place}"))
        (spoiled / "kindlight.db-wal").write_bytes(log[:place] + bytes([log[place] ^ 4]) + log[place + 1 :])
        with unlock(spoiled) as vault:
            kept = list(vault.read())
        assert kept == whole[: len(kept)]
        lengths.add(len(kept))
    assert len(lengths) > 1
    with unlock(pulled) as vault:
        assert list(vault.read()) == whole
