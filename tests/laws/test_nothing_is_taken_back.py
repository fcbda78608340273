"""What grew stays: out and back, into an empty room or one that is lived in, no flower is lost or moves."""

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from kindlight.events import EntryBrought, Happening, ThoughtKept
from kindlight.host.bring import first_of, weave
from kindlight.host.keeper import Keeper
from kindlight.porting import look, write_export
from kindlight.projections.garden import Flower
from kindlight.projections.glow import FLOOR
from kindlight.reading import read_all
from kindlight.scene.messages import SceneMessage
from kindlight.scene.wire import schema_of
from sources import ROOT
from visit import still

LIFE = Path(str(files("kindlight.content") / "demo" / "life.jsonl"))


def room(home: Path, first: Sequence[Happening] = ()) -> Keeper:
    keeper = Keeper(home, still(1))
    keeper.found(None, first)
    return keeper


def flowers(keeper: Keeper) -> list[Flower]:
    return list(keeper.session.view.garden)


def glow(keeper: Keeper) -> float:
    return keeper.session.view.glow.level


@pytest.fixture
def lived_in(tmp_path):
    keeper = room(tmp_path / "lived-in")
    weave(keeper, look(LIFE))
    yield keeper
    keeper.lock()


def test_a_life_taken_out_comes_back_flower_for_flower_in_their_places(lived_in, tmp_path):
    write_export(lived_in.record(), tmp_path / "out")
    preview = look(tmp_path / "out")
    again = room(tmp_path / "again", first_of(preview))
    weave(again, preview)
    assert len(flowers(lived_in)) > 10
    assert again.session.view == lived_in.session.view
    again.lock()


def test_what_comes_into_a_room_that_is_lived_in_grows_beside_what_stands_there(lived_in, tmp_path):
    before, light = flowers(lived_in), glow(lived_in)
    other = room(tmp_path / "other")
    text = "I can be gentle with myself tonight."
    other.session.bring([ThoughtKept(id="thought-1", when="2001-01-01", text=text, sentences=read_all(text))])
    write_export(other.record(), tmp_path / "out")
    other.lock()
    weave(lived_in, look(tmp_path / "out"))
    assert flowers(lived_in)[: len(before)] == before
    assert len(flowers(lived_in)) == len(before) + 1
    assert glow(lived_in) >= light


def test_bringing_the_same_export_back_into_its_own_room_changes_nothing(lived_in, tmp_path):
    view = lived_in.session.view
    write_export(lived_in.record(), tmp_path / "out")
    weave(lived_in, look(tmp_path / "out"))
    assert lived_in.session.view == view


def test_a_room_opened_anew_has_the_same_garden(lived_in, tmp_path):
    view = lived_in.session.view
    texts = sum(isinstance(event, ThoughtKept | EntryBrought) for event in lived_in.record())
    lived_in.lock()
    again = Keeper(tmp_path / "lived-in", still(2))
    again.unlock()
    assert (again.session.view, len(again.session.view.threads)) == (view, texts)
    again.lock()


def test_the_floor_of_the_glow_is_one_number_in_engine_contract_and_page():
    level = schema_of(SceneMessage, "SceneMessage")["$defs"]["GlowFrame"]["properties"]["level"]
    page = (ROOT / "client/src/world/world.ts").read_text("utf-8")
    (floor,) = re.findall(r"\bFLOOR = ([\d.]+)", page)
    assert (level["minimum"], msgspec.json.decode(floor)) == (FLOOR, FLOOR)
    assert FLOOR > 0
