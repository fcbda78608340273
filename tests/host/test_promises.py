"""Two promises, kept by the real program in a process of its own: nothing leaves, and no words lie in the clear."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from engine import Engine, Page, visit
from kindlight.scene.gestures import Draft, FindWords, FoundRoom, KeepThought, OpenThread
from kindlight.scene.messages import RecoveryShown, ThoughtSaved, WallsFrame, WordsFound, WordsGiven
from sources import ROOT

PASSPHRASE = "a lantern that nobody saw"
DRAFT = "the half said thing about the harbour"
THOUGHT = "I can be gentle with myself about the orchard ladder."
BROUGHT = "I was no use to anyone on the ferry."
ELSEWHERE = "192.0.2.7"
"""An address kept for examples (RFC 5737): nothing answers there, and the witness stops the call before it is made."""


class Watched:
    """A home, a folder for passing things and a journal; every program started here has the witness inside."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home, self.temp = folder, folder / "room", folder / "temp"
        self.temp.mkdir()
        (folder / "secret").write_text(PASSPHRASE, encoding="utf-8")
        (folder / "journal.txt").write_text(f"[2019-03-02 22:10] A long week.\n{BROUGHT}\n", encoding="utf-8")

    @property
    def environment(self) -> Mapping[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(ROOT / "tests" / "witness"),
            "WITNESS": str(self.folder / "notes"),
            "TMPDIR": str(self.temp),
            "KINDLIGHT_HOME": str(self.home),
            "KINDLIGHT_NO_BROWSER": "1",
            "KINDLIGHT_PASSPHRASE_FILE": str(self.folder / "secret"),
        }

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, env=self.environment, check=False, timeout=60, cwd=self.folder
        )

    def kindlight(self, *arguments: str) -> None:
        done = self.python("-m", "kindlight", *arguments)
        assert done.returncode == 0, done.stderr

    def noted(self, kind: str = "") -> set[str]:
        """What was done, once each; of one kind, only where."""
        told = (self.folder / "notes").read_text("utf-8").splitlines()
        return {line.removeprefix(kind + " ") if kind else line for line in told if line.startswith(kind)}


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


@pytest.fixture
def engine(watched: Watched) -> Iterator[Engine]:
    running = Engine(watched.home, environment=watched.environment)
    yield running
    if running.process.poll() is None:
        running.stop()


def whole_visit(engine: Engine) -> Page:
    """Type, found the room, keep, find and read; the page is left open."""
    page = visit(engine)
    page.send(Draft(echo=1, text=DRAFT))
    page.until(WallsFrame)
    page.send(FoundRoom(passphrase=PASSPHRASE))
    page.until(RecoveryShown)
    page.send(KeepThought(id="thought-orchard", text=THOUGHT))
    page.until(ThoughtSaved)
    page.send(Draft(echo=2, text=DRAFT))
    page.send(FindWords(query="orchard"))
    page.until(WordsFound)
    page.send(OpenThread(id="thought-orchard"))
    page.until(WordsGiven)
    return page


def test_from_first_visit_to_export_nothing_but_loopback_is_reached_and_no_program_is_started(
    watched: Watched, engine: Engine
) -> None:
    page = whole_visit(engine)
    watched.kindlight()  # a second one asks the first for another way in
    assert listening(engine.process.pid) == {"127.0.0.1"}
    page.close()
    engine.stop()
    watched.kindlight("import", "journal.txt", "--yes")
    for command in (["export", "out"], ["check"], ["prove"]):
        watched.kindlight(*command)
    done = {line for line in watched.noted() if not line.startswith("write ")}
    assert done == {"socket.bind 127.0.0.1", "socket.connect 127.0.0.1", "socket.getaddrinfo 127.0.0.1"}


@pytest.mark.parametrize(
    ("attempt", "noted"),
    [
        (f"import socket; socket.create_connection(('{ELSEWHERE}', 9), 1)", f"socket.getaddrinfo {ELSEWHERE}"),
        (f"import socket; socket.socket().connect(('{ELSEWHERE}', 9))", f"socket.connect {ELSEWHERE}"),
        ("import socket; socket.socket().bind(('0.0.0.0', 0))", "socket.bind 0.0.0.0"),
        (
            f"import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('{ELSEWHERE}', 9))",
            f"socket.sendto {ELSEWHERE}",
        ),
        ("import urllib.request as u; u.urlopen('http://elsewhere.invalid')", "socket.getaddrinfo elsewhere.invalid"),
        ("import subprocess; subprocess.run(['no-such-program'])", "subprocess.Popen no-such-program"),
    ],
)
def test_a_program_that_reaches_out_is_seen_and_stopped(watched: Watched, attempt: str, noted: str) -> None:
    done = watched.python("-c", attempt)
    assert done.returncode != 0
    assert noted in watched.noted()


def test_while_the_room_is_open_no_words_lie_in_the_clear_anywhere(watched: Watched, engine: Engine) -> None:
    whole_visit(engine)
    seen = files_of(watched, engine.process.pid)
    assert watched.home / "kindlight.db" in seen
    assert holding(seen) == {}
    engine.kill()
    assert holding(files_of(watched, None)) == {}


def test_words_that_come_from_a_journal_are_sealed_on_their_way_in(watched: Watched) -> None:
    watched.kindlight("import", "journal.txt", "--yes")
    assert holding(files_of(watched, None)) == {}


@pytest.mark.parametrize("place", ["room", "temp"])
def test_a_program_that_writes_words_down_is_seen(watched: Watched, place: str) -> None:
    (watched.folder / "room").mkdir()
    path = watched.folder / place / "stray"
    watched.python("-c", f"open({str(path)!r}, 'w').write({DRAFT!r})")
    assert holding(files_of(watched, None)) == {path: [DRAFT]}


def test_a_program_that_writes_words_anywhere_else_is_seen(watched: Watched) -> None:
    path = watched.folder / "elsewhere"
    watched.python("-c", f"open({str(path)!r}, 'w').write({THOUGHT!r})")
    assert holding(files_of(watched, None)) == {path: [THOUGHT]}


def files_of(watched: Watched, process: int | None) -> set[Path]:
    """Every file of home and temp, every other that was opened to be written, and those the process holds open."""
    found = {path for folder in (watched.home, watched.temp) for path in folder.rglob("*")}
    found |= {Path(path) for path in watched.noted("write")}
    if process is not None:
        found |= set(Path(f"/proc/{process}/fd").iterdir())
    return {path for path in found if path.is_file() and watched.folder / "notes" not in (path, path.resolve())}


def holding(files: set[Path]) -> dict[Path, list[str]]:
    """Which of the words each file holds in the clear."""
    words = (DRAFT, THOUGHT, BROUGHT, PASSPHRASE)
    held = {}
    for path in files:
        with suppress(FileNotFoundError):  # a lock or a journal may go while we look
            content = path.read_bytes()
            held[path] = [one for one in words if any(one.encode(code) in content for code in ("utf-8", "utf-16-le"))]
    return {path: found for path, found in held.items() if found}


def listening(process: int) -> set[str]:
    """The addresses at this end of every internet socket that a process holds, whoever opened it."""
    held = {str(path.readlink()) for path in Path(f"/proc/{process}/fd").iterdir()}
    return {
        address_of(fields[1])
        for table in ("tcp", "udp", "tcp6", "udp6")
        for fields in map(str.split, Path(f"/proc/net/{table}").read_text("ascii").splitlines()[1:])
        if f"socket:[{fields[9]}]" in held
    }


def address_of(told: str) -> str:
    """An address as people write it, out of /proc's hexadecimal; an IPv6 one stays as it is."""
    number = told.partition(":")[0]
    return ".".join(str(int(part, 16)) for part in reversed(re.findall("..", number))) if len(number) == 8 else number
