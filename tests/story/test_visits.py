"""Whole visits, as facts. The recordings they leave are what the client's tests fold."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import visits
from visit import Visit

RECORDINGS = Path(__file__).resolve().parents[2] / "contract" / "recordings"


def told(visit: Visit) -> list[str]:
    """The visit on one line each: what was done, and what the room said."""
    return [f"{way} {message['kind']}" for line in visit.lines for way, message in json.loads(line).items()]


def said(visit: Visit, kind: str) -> list[dict[str, object]]:
    lines = [json.loads(line).get("down", {}) for line in visit.lines]
    return [message for message in lines if message.get("kind") == kind]


@pytest.mark.parametrize("story", visits.VISITS, ids=lambda story: story.__name__)
def test_a_recording_is_what_the_visit_really_was(story: Callable[[Path], Visit], tmp_path: Path) -> None:
    recorded = (RECORDINGS / f"{story.__name__}.jsonl").read_bytes()
    assert b"\n".join(story(tmp_path / "room").lines) + b"\n" == recorded, "run: make contract"


def test_on_a_first_night_the_walls_answer_before_anything_is_asked_and_light_comes_after_keeping(
    tmp_path: Path,
) -> None:
    assert told(visits.a_first_night(tmp_path / "room")) == [
        "up enter", "down welcome",
        "up draft", "down walls",
        "up draft", "down walls",
        "up keep-thought", "down keys-offered",
        "up found-room", "down door-moved", "down glow", "down help-shown",
        "down facets-shown", "down loom-shown", "down garden-shown",
        "down recovery-shown",
        "up keep-thought", "down thought-saved", "down walls", "down thread-grew", "down glow",
        "up draft", "down walls",
        "up keep-thought", "down thought-saved", "down walls", "down thread-grew", "down flower-grew", "down glow",
        "up open-thread", "down words-given",
        "up close-visit", "down visit-ended", "down walls",
    ]  # fmt: skip


def test_a_harsh_thought_is_met_with_more_warmth_than_the_room_at_rest(tmp_path: Path) -> None:
    visit = visits.a_first_night(tmp_path / "room")
    plain, harsh = (wall for wall in said(visit, "walls")[:2])
    assert said(visit, "thought-saved")[0]["met"] == "harsh"
    assert harsh["mood"] == "met"
    assert harsh["warmth"] >= plain["warmth"]


def test_a_kind_thought_grows_one_flower_and_a_harsh_one_takes_none(tmp_path: Path) -> None:
    visit = visits.a_first_night(tmp_path / "room")
    assert [flower["plant"]["thread"] for flower in said(visit, "flower-grew")] == ["thought-kind-1"]


def test_coming_back_everything_is_there_and_the_room_says_so_only_after_the_door_is_open(tmp_path: Path) -> None:
    visit = visits.coming_back(tmp_path / "room")
    assert [m["word"] for m in said(visit, "refused")] == [
        "refusal.still-locked", "refusal.wrong-passphrase", "refusal.no-such-thread",
    ]  # fmt: skip
    assert [(m["door"], m["returning"]) for m in said(visit, "door-moved")] == [("open", True), ("locked", False)]
    assert [len(m["threads"]) for m in said(visit, "loom-shown")] == [2]
    assert [len(m["plants"]) for m in said(visit, "garden-shown")] == [1]
    assert [hit["text"] for hit in said(visit, "words-found")[0]["found"]] == [
        "I'm such an idiot for forgetting her birthday."
    ]


def test_a_reading_can_be_corrected_and_the_correction_taken_back(tmp_path: Path) -> None:
    visit = visits.a_correction(tmp_path / "room")
    shown = [[(span["heard"], span["told"]) for span in m["spans"]] for m in said(visit, "words-given")]
    assert shown[0][0][1] is False
    assert shown[1][0] == ("kind", True)
    assert [span[1] for span in shown[2]] == [True, True]
    assert [span[1] for span in shown[3]] == [True, False]
    assert shown[3][1] == shown[1][1]
    assert [m["word"] for m in said(visit, "refused")] == ["refusal.not-understood", "refusal.no-such-thread"]


def test_words_that_their_writer_calls_kind_grow_a_flower_and_warm_their_thread(tmp_path: Path) -> None:
    visit = visits.a_correction(tmp_path / "room")
    (flower,) = said(visit, "flower-grew")
    dyed = said(visit, "thread-dyed")
    assert (flower["plant"]["thread"], dyed[0]["thread"]["id"]) == ("thought-goblin-1", "thought-goblin-1")
    assert dyed[0]["thread"]["warmth"] > said(visit, "thread-grew")[0]["thread"]["warmth"]
    woven = [*dyed, said(visit, "thread-grew")[0]]
    assert len({tuple(one["thread"][name] for name in ("day", "turn", "offset")) for one in woven}) == 1


def test_a_lost_passphrase_is_not_a_lost_room(tmp_path: Path) -> None:
    visit = visits.a_lost_passphrase(tmp_path / "room")
    assert [m["word"] for m in said(visit, "refused")] == ["refusal.wrong-recovery-code"]
    assert said(visit, "door-moved")[-1]["door"] == "open"


def test_asking_twice_keeps_once(tmp_path: Path) -> None:
    visit = visits.own_people(tmp_path / "room")
    assert [m["id"] for m in said(visit, "thought-saved")] == ["thought-plain-1", "thought-plain-1"]
    assert len(said(visit, "thread-grew")) == 1
    assert [m["word"] for m in said(visit, "refused")] == ["refusal.nothing-to-lock", "refusal.nothing-to-keep"]


def test_an_older_record_is_asked_about_and_never_silently_continued(tmp_path: Path) -> None:
    visit = visits.an_older_record(tmp_path / "room")
    assert [m["door"] for m in said(visit, "door-moved")] == ["older", "open"]


def test_a_life_brought_in_is_woven_by_its_own_dates_and_read_back_verbatim(tmp_path: Path) -> None:
    visit = visits.a_life_brought_in(tmp_path / "room")
    given = said(visit, "words-given")[0]
    assert "".join(span["text"] for span in given["spans"]).startswith("A long week.\nI was no use to anyone today.")
    assert given["when"] == "2019-03-02T22:10"
