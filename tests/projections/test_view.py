"""The view that is remembered beside the record."""

from functools import reduce

import msgspec
import pytest
from hypothesis import given

from kindlight.projections import view as views
from strategies import histories


@given(events=histories)
def test_a_remembered_view_is_the_view(events):
    view = reduce(views.fold, events, views.begin())
    assert views.decode(views.encode(view)) == view


@pytest.mark.parametrize("torn", [b"", b"\x86", views.encode(views.begin())[:-1]])
def test_a_torn_memory_is_a_fault_and_never_half_a_view(torn):
    with pytest.raises(msgspec.DecodeError):
        views.decode(torn)
