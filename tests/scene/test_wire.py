"""How the contract tells itself apart from any other."""

import re
from typing import get_args

import pytest

from kindlight.scene.gestures import Gesture
from kindlight.scene.messages import GlowFrame, SceneMessage, WallsFrame
from kindlight.scene.wire import fingerprint, schema_of


@pytest.mark.parametrize("union", [SceneMessage, Gesture], ids=["SceneMessage", "Gesture"])
def test_the_schema_of_a_union_holds_each_of_its_kinds_closed(union):
    kinds = schema_of(union, "any")["$defs"]
    assert {kind.__name__ for kind in get_args(union)} <= set(kinds)
    assert [name for name, kind in kinds.items() if kind["additionalProperties"] is not False] == []


def test_the_fingerprint_is_sixteen_hex_digits_and_another_contract_has_another(monkeypatch):
    ours = fingerprint()
    assert re.fullmatch("[0-9a-f]{16}", ours)
    monkeypatch.setattr("kindlight.scene.wire.SceneMessage", GlowFrame | WallsFrame)
    assert fingerprint.__wrapped__() != ours
