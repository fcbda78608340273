"""The recovery code stays within reach until the person goes on past it, and not a moment longer."""

from pathlib import Path

from kindlight.scene.gestures import Enter, FoundRoom, KeepThought, LockRoom, Unlock
from kindlight.scene.messages import RecoveryShown, SceneMessage
from kindlight.scene.wire import fingerprint
from visit import KEY, Visit

WORDS = "a quiet lamp beside the window"
GOES_ON = Enter(key=KEY, contract=fingerprint())


def codes(heard: list[SceneMessage]) -> list[str]:
    return [one.code for one in heard if isinstance(one, RecoveryShown)]


def test_a_page_loaded_again_sees_the_same_code_until_the_person_goes_on(tmp_path: Path) -> None:
    visit = Visit(tmp_path / "room")
    visit.enters()
    shown = codes(visit.does(FoundRoom(passphrase=WORDS)))
    visit.does(KeepThought(id="thought-first-1", text="It rained all morning."))
    assert len(shown) == 1
    assert codes(visit.enters()) == shown
    visit.does(GOES_ON)
    assert codes(visit.enters()) == []
    visit.ends()


def test_a_room_that_locked_itself_shows_the_code_again_to_whoever_knows_the_passphrase(tmp_path: Path) -> None:
    visit = Visit(tmp_path / "room")
    visit.enters()
    shown = codes(visit.does(FoundRoom(passphrase=WORDS)))
    visit.rests()
    assert codes(visit.enters()) == []
    assert codes(visit.does(Unlock(passphrase=WORDS))) == shown
    visit.ends()


def test_a_room_that_was_locked_shows_no_code_to_whoever_opens_it_next(tmp_path: Path) -> None:
    visit = Visit(tmp_path / "room")
    visit.enters()
    visit.does(FoundRoom(passphrase=WORDS))
    visit.does(LockRoom())
    assert codes(visit.does(Unlock(passphrase=WORDS)) + visit.enters()) == []
    visit.ends()
