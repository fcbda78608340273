"""A thread's place: it depends on its own text and date alone."""

from functools import reduce

import pytest
from hypothesis import given

from kindlight.events import VisitClosed
from kindlight.projections import threads
from kindlight.projections.threads import day_of
from strategies import happenings, histories, thoughts, whens


@given(events=histories, more=happenings)
def test_adding_a_thread_moves_no_other(events, more):
    before = reduce(threads.fold, events, threads.begin())
    assert tuple(threads.fold(before, more))[: len(before)] == tuple(before)


@given(events=histories, thought=thoughts())
def test_a_thread_is_the_same_whatever_came_before(events, thought):
    after = threads.fold(reduce(threads.fold, events, threads.begin()), thought)
    assert after.since(len(after) - 1) == tuple(threads.fold(threads.begin(), thought))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("1970-01-01", 0.5),
        ("1970-01-01T00:00", 0.0),
        ("1970-01-02T06:00", 1.25),
        ("1969-12-31T12:00", -0.5),
        ("1800-01-01", -62090.5),
        ("2026-11-23T21:04", 20780.877778),
        ("2026-11-23T21:04:59", 20780.877778),
        ("2026-11-23T21:04:59.123", 20780.877778),
        ("2026-11-23T21:04Z", 20780.877778),
        ("2026-11-23T21:04:59-03:30", 20780.877778),
        ("2026-11-23T21:04+01:00[Europe/Berlin]", 20780.877778),
        ("2000-02-29", 11016.5),
        ("1970-02-30T06:00", 60.25),
    ],
)
def test_a_day_is_the_writers_own(when, day):
    assert day_of(when) == day


@given(when=whens)
def test_a_date_alone_is_at_noon_of_its_day(when):
    assert day_of(when[:10]) == int(day_of(when) // 1) + 0.5


@pytest.mark.parametrize("when", ["0000-00-00", "2026-13-40T99:99", "2026-02-31", "٢٠٢٦-٠٢-٠١"])
def test_no_date_that_the_record_may_hold_stops_a_fold(when):
    assert day_of(when) < 1_000_000


def test_what_has_no_words_spins_no_thread():
    assert threads.fold(threads.begin(), VisitClosed(id="closed-01", when="2026-11-23")) == threads.begin()
