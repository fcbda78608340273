import json
from typing import get_args

import msgspec
import pytest

from kindlight.scene.messages import SceneMessage, Welcome
from kindlight.scene.wire import decode_message, encode, fingerprint
from sources import ROOT

RECORDINGS = sorted((ROOT / "contract" / "recordings").glob("*.jsonl"))


def lines():
    return [(path.name, line) for path in RECORDINGS for line in path.read_bytes().splitlines()]


def kind(message: type) -> str:
    return str(msgspec.inspect.type_info(message).tag)


def test_visits_are_recorded():
    assert RECORDINGS, "run `make contract`"


def test_every_message_occurs_in_a_recording():
    seen = {json.loads(line).get("kind") for _, line in lines()}
    assert {kind(message) for message in get_args(SceneMessage)} - seen == set(), "a visit of tests/story must show it"


def test_every_recorded_message_is_one_the_engine_can_send():
    for name, line in lines():
        assert json.loads(encode(decode_message(line))) == json.loads(line), name


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_a_recording_begins_with_a_welcome_in_this_contract(path):
    first = decode_message(path.read_bytes().splitlines()[0])
    assert isinstance(first, Welcome)
    assert first.contract == fingerprint(), "run `make contract`"
