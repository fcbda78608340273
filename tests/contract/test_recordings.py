import json
from typing import get_args

import msgspec
import pytest

from kindlight.scene.gestures import Gesture
from kindlight.scene.messages import SceneMessage, Welcome
from kindlight.scene.wire import decode_message, encode, fingerprint
from sources import ROOT

RECORDINGS = sorted((ROOT / "contract" / "recordings").glob("*.jsonl"))


def lines(way):
    """What went down, or up, in every visit; `contract/recordings` says which with each line."""
    told = [(path.name, json.loads(line)) for path in RECORDINGS for line in path.read_bytes().splitlines()]
    return [(name, line[way]) for name, line in told if way in line]


def kind(message: type) -> str:
    return str(msgspec.inspect.type_info(message).tag)


def test_visits_are_recorded():
    assert RECORDINGS, "run `make contract`"


def test_every_message_occurs_in_a_recording():
    seen = {message["kind"] for _, message in lines("down")}
    assert {kind(message) for message in get_args(SceneMessage)} - seen == set(), (
        "a visit of tests/visits.py must show it"
    )


def test_every_gesture_occurs_in_a_recording():
    seen = {gesture["kind"] for _, gesture in lines("up")}
    assert {kind(gesture) for gesture in get_args(Gesture)} - seen == set(), "a visit of tests/visits.py must make it"


def test_every_recorded_message_is_one_the_engine_can_send():
    for name, message in lines("down"):
        assert json.loads(encode(decode_message(json.dumps(message)))) == message, name


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_a_recording_begins_with_a_welcome_in_this_contract(path):
    entered, welcomed = map(json.loads, path.read_bytes().splitlines()[:2])
    assert entered["up"]["kind"] == "enter"
    first = decode_message(json.dumps(welcomed["down"]))
    assert isinstance(first, Welcome)
    assert first.contract == fingerprint(), "run `make contract`"
