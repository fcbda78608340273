import msgspec
import pytest
from msgspec import Raw

from kindlight.errors import RecordDamaged, RecordTooNew
from kindlight.events import VERSION, VisitClosed
from kindlight.vault.upcast import Envelope, lift

CLOSED = VisitClosed(id="visit-0001", when="2026-11-23")
BODY = Raw(msgspec.json.encode(CLOSED))


def test_todays_events_are_read_as_they_are():
    assert lift(Envelope(seq=1, kind="visit-closed", v=VERSION, body=BODY)) == CLOSED


def test_an_older_shape_is_lifted_step_by_step():
    old = Raw(b'{"kind":"visit-closed","id":"visit-0001","day":"2026-11-23"}')
    lifts = {
        ("visit-closed", VERSION - 2): lambda body: {"date": body.pop("day"), **body},
        ("visit-closed", VERSION - 1): lambda body: {"when": body.pop("date"), **body},
    }
    assert lift(Envelope(seq=1, kind="visit-closed", v=VERSION - 2, body=old), lifts) == CLOSED


@pytest.mark.parametrize(("kind", "v"), [("visit-closed", VERSION + 1), ("stars-counted", VERSION)])
def test_what_a_newer_kindlight_wrote_is_refused_and_not_guessed_at(kind, v):
    with pytest.raises(RecordTooNew):
        lift(Envelope(seq=1, kind=kind, v=v, body=BODY))


@pytest.mark.parametrize("body", [b"{", b'{"kind":"visit-closed","id":"my private words","when":7}', b"\xff"])
def test_a_body_that_is_no_event_is_refused_without_a_word_of_it(body):
    with pytest.raises(RecordDamaged) as refused:
        lift(Envelope(seq=5, kind="visit-closed", v=VERSION, body=Raw(body)))
    assert refused.value.values == {"seq": "5"}
    assert refused.value.__cause__ is None
