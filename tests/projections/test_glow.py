"""The glow never goes out, and never was brighter before."""

from functools import reduce
from itertools import accumulate

from hypothesis import given

from kindlight.events import ThoughtKept, VisitClosed
from kindlight.projections import glow
from kindlight.projections.glow import CEILING, FLOOR, Glow
from kindlight.reading import read_all
from strategies import histories


def thought(text):
    return ThoughtKept(id="thought-1", when="2026-11-23", text=text, sentences=read_all(text))


@given(events=histories)
def test_the_glow_never_falls_and_never_crosses_its_floor(events):
    levels = [state.level for state in accumulate(events, glow.fold, initial=glow.begin())]
    assert levels == sorted(levels)
    assert min(levels) >= FLOOR
    assert max(levels) <= CEILING


def test_a_glow_of_any_age_is_within_its_bounds():
    assert [FLOOR <= Glow(fuel=fuel).level <= CEILING for fuel in (0.0, 1e3, 1e9, 1e15)] == [True] * 4


def history(*texts):
    levels = accumulate(map(thought, texts), glow.fold, initial=glow.begin())
    return [round(state.level, 3) for state in levels]


def test_golden_histories():
    assert history() == [0.1]
    assert history("It rained.", "It rained.", "It rained.") == [0.1, 0.11, 0.12, 0.129]
    assert history("I am an idiot.", "I am an idiot.") == [0.1, 0.11, 0.12]
    assert history("I can be gentle with myself tonight.", "It rained.") == [0.1, 0.129, 0.138]
    assert reduce(glow.fold, [VisitClosed(id="closed-01", when="2026-11-23")], glow.begin()) == glow.begin()
