"""Grown is a tuple that is cheap to add to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kindlight.projections import grown
from kindlight.projections.grown import CHUNK, Grown

BORDERS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, CHUNK**2 - 1, CHUNK**2, CHUNK**2 + 1, CHUNK**2 + CHUNK]
MANY = Grown().add(*range(CHUNK**2 + 2 * CHUNK + 3))


@given(adds=st.lists(st.lists(st.integers(), max_size=2 * CHUNK), max_size=5), start=st.integers(0, 10 * CHUNK))
def test_it_is_the_tuple_of_all_that_was_added(adds, start):
    state = Grown()
    for items in adds:
        state = state.add(*items)
    whole = tuple(item for items in adds for item in items)
    assert (tuple(state), len(state), state.since(start)) == (whole, len(whole), whole[start:])


@settings(deadline=None)  # the longest are 65,000 additions
@given(count=st.sampled_from(BORDERS), start=st.integers(0, CHUNK**2 + 3 * CHUNK))
def test_it_is_the_tuple_at_every_border(count, start):
    state = Grown().add(*range(count))
    assert (tuple(state), len(state)) == (tuple(range(count)), count)
    assert state.since(start) == tuple(range(start, count))


def test_since_is_slicing_at_every_border():
    for start in (*BORDERS, len(MANY) - 1, len(MANY), len(MANY) + 1):
        assert MANY.since(start) == tuple(MANY)[start:]


def test_small_chunks_change_nothing(monkeypatch):
    monkeypatch.setattr(grown, "CHUNK", 2)
    state = Grown()
    for count in range(20):
        assert (tuple(state), len(state)) == (tuple(range(count)), count)
        assert [state.since(start) for start in range(count)] == [tuple(range(s, count)) for s in range(count)]
        state = state.add(count)
