"""Whole visits, told as a person would. The tests replay each; the client's tests fold its recording."""

from pathlib import Path

from kindlight.host.bring import weave
from kindlight.porting import look
from kindlight.scene.gestures import (
    AcceptOlder,
    ArrangeHelp,
    CloseVisit,
    CorrectWords,
    Draft,
    FindWords,
    ForgetCorrection,
    FoundRoom,
    KeepThought,
    LockRoom,
    NameFacet,
    NamePeople,
    OpenThread,
    Recover,
    Unlock,
)
from kindlight.scene.messages import Helper
from visit import Visit

WORDS = "a quiet lamp beside the window"


def a_first_night(home: Path) -> Visit:
    """Someone types, sees the walls answer, keeps a harsh thought and a kind one, and lets the chamber dissolve."""
    visit = Visit(home)
    visit.enters()
    visit.does(Draft(echo=1, text="I'm"))
    visit.does(Draft(echo=2, text="I'm such an idiot"))
    harsh = KeepThought(id="thought-harsh-1", text="I'm such an idiot for forgetting her birthday.")
    visit.does(harsh)
    visit.does(FoundRoom(passphrase=WORDS))
    visit.does(harsh)
    visit.does(Draft(echo=3, text="I was tired, and I can be gentle with myself"))
    visit.does(KeepThought(id="thought-kind-1", text="I was tired, and I can be gentle with myself about it."))
    visit.does(OpenThread(id="thought-kind-1"))
    visit.does(CloseVisit())
    visit.ends()
    return visit


def a_correction(home: Path) -> Visit:
    """Someone reads how their words were found, says that they were meant kindly, and takes one thing back again."""
    visit = Visit(home, day=5)
    visit.enters()
    visit.does(FoundRoom(passphrase=None))
    visit.does(KeepThought(id="thought-goblin-1", text="Goblin hours again. The kettle is on."))
    visit.does(OpenThread(id="thought-goblin-1"))
    visit.does(CorrectWords(id="thought-goblin-1", place=0, says="kind"))
    visit.does(CorrectWords(id="thought-goblin-1", place=1, says="about-me"))
    visit.does(ForgetCorrection(id="thought-goblin-1", place=1))
    visit.does(CorrectWords(id="thought-goblin-1", place=7, says="kind"))
    visit.does(CorrectWords(id="thought-never-1", place=0, says="kind"))
    visit.ends()
    return visit


def coming_back(home: Path) -> Visit:
    """The next evening the door asks for the passphrase; a wrong one is met kindly, and everything is still there."""
    a_first_night(home)
    visit = Visit(home, day=2)
    visit.enters()
    visit.does(Draft(echo=1, text="hello again"))
    visit.does(KeepThought(id="thought-early-1", text="I am knocking before the door is open."))
    visit.does(Unlock(passphrase="something else entirely"))
    visit.does(Unlock(passphrase=WORDS))
    visit.does(FindWords(query="birthday"))
    visit.does(OpenThread(id="thought-never-1"))
    visit.does(LockRoom())
    visit.ends()
    return visit


def a_lost_passphrase(home: Path) -> Visit:
    """The passphrase is gone; the recovery code opens the room and a new passphrase is set."""
    first = a_first_night(home)
    code = next(line for line in first.lines if b"recovery-shown" in line).split(b'"code":"')[1].split(b'"')[0].decode()
    visit = Visit(home, day=3)
    visit.enters()
    visit.does(Recover(code="0000-0000", passphrase="new words for an old door"))
    visit.does(Recover(code=code, passphrase="new words for an old door"))
    visit.ends()
    return visit


def own_people(home: Path) -> Visit:
    """Someone goes without a passphrase, writes down whom to turn to, and asks not to be offered help."""
    visit = Visit(home, day=4)
    visit.enters()
    visit.does(FoundRoom(passphrase=None))
    visit.does(NamePeople(people=(Helper(name="Ana", reach="upstairs"), Helper(name="Dr Brook", reach="0000 000"))))
    visit.does(ArrangeHelp(region="CH", offers=False))
    visit.does(NameFacet(facet="withdrawn", name=" The quiet one "))
    visit.does(NameFacet(facet="kind", name="Nana"))
    visit.does(NameFacet(facet="kind", name=""))
    visit.does(LockRoom())
    visit.does(KeepThought(id="thought-blank-1", text="   "))
    visit.does(KeepThought(id="thought-plain-1", text="It rained all morning."))
    visit.does(KeepThought(id="thought-plain-1", text="It rained all morning."))
    visit.ends()
    return visit


def an_older_record(home: Path) -> Visit:
    """A backup was put back: the room says so and asks, rather than going on as if nothing were."""
    visit = Visit(home, day=5)
    visit.enters()
    visit.does(FoundRoom(passphrase=WORDS))
    visit.ends()
    backup = (home / "kindlight.db").read_bytes()
    later = Visit(home, day=6)
    later.enters()
    later.does(Unlock(passphrase=WORDS))
    later.does(KeepThought(id="thought-lost-1", text="I kept this after the backup was made."))
    later.ends()
    for name in ("kindlight.db-wal", "kindlight.db-shm"):
        (home / name).unlink(missing_ok=True)
    (home / "kindlight.db").write_bytes(backup)
    again = Visit(home, day=7)
    again.enters()
    again.does(Unlock(passphrase=WORDS))
    again.does(AcceptOlder())
    again.ends()
    return again


def a_life_brought_in(home: Path) -> Visit:
    """A journal kept elsewhere comes in, is woven, and one thread of it is opened."""
    journal = home.parent / "journal.txt"
    journal.write_text(
        "[2019-03-02 22:10] A long week.\nI was no use to anyone today. The roof leaks again.\n\n"
        "[2021-06-14 07:30] Early.\nIt makes sense that I am tired. I can go slowly today.\n",
        encoding="utf-8",
    )
    first = Visit(home, day=8)
    first.enters()
    first.does(FoundRoom(passphrase=None))
    preview = look(journal)
    weave(first.keeper, preview)
    first.ends()
    visit = Visit(home, day=9)
    shown = visit.enters()
    threads = [thread for message in shown if hasattr(message, "threads") for thread in message.threads]
    visit.does(OpenThread(id=threads[0].id))
    visit.ends()
    return visit


VISITS = (a_first_night, coming_back, a_correction, a_lost_passphrase, own_people, an_older_record, a_life_brought_in)
