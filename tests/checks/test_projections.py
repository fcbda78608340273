"""What every projection must do. A new one is a line in `PROJECTIONS`."""

from functools import reduce

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.projections import corrections, facets, garden, glow, helpers, threads, view
from strategies import happenings, histories

PROJECTIONS = [threads, garden, glow, helpers, facets, corrections, view]
each = pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda module: module.__name__.rpartition(".")[2])
cuts = st.integers(0, 10)


def folded(projection, events, state=None):
    return reduce(projection.fold, events, projection.begin() if state is None else state)


@each
@given(events=histories)
def test_the_same_events_give_the_same_state(projection, events):
    assert folded(projection, events) == folded(projection, events)


@each
@given(events=histories, cut=cuts)
def test_any_cut_gives_the_same_state(projection, events, cut):
    assert folded(projection, events[cut:], folded(projection, events[:cut])) == folded(projection, events)


@each
@pytest.mark.parametrize("codec", [msgspec.msgpack, msgspec.json], ids=["msgpack", "json"])
@given(events=histories, cut=cuts)
def test_a_state_saved_and_reloaded_goes_on_as_the_live_one(projection, codec, events, cut):
    before = folded(projection, events[:cut])
    reloaded = codec.decode(codec.encode(before), type=projection.State)
    assert reloaded == before
    assert folded(projection, events[cut:], reloaded) == folded(projection, events)


@each
@given(events=st.lists(happenings, max_size=6))
def test_every_event_is_accepted_in_any_order_and_even_twice(projection, events):
    state = folded(projection, [*reversed(events), *events])
    assert msgspec.convert(msgspec.to_builtins(state), projection.State) == state


@each
@given(event=happenings)
def test_a_fold_leaves_the_state_before_as_it_was(projection, event):
    before = projection.begin()
    projection.fold(before, event)
    assert before == projection.begin()
