"""Reflections keep the name that was given last, and nothing else changes it."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from kindlight.events import FacetNamed
from kindlight.projections import facets
from strategies import facet_named, histories


def named(events):
    return reduce(facets.fold, events, facets.begin())


@given(events=histories | st.lists(facet_named, max_size=12))
def test_the_latest_name_counts_and_an_empty_one_takes_it_back(events):
    last = {event.facet: event.name for event in events if isinstance(event, FacetNamed)}
    assert named(events) == {facet: name for facet, name in last.items() if name}
