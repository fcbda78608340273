"""Dates as people and programs write them."""

from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.porting.dates import date_of_name, day_comes_first, in_zone, stamp
from kindlight.terms import When


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2020-08-29", "2020-08-29"),
        ("2020/8/9", "2020-08-09"),
        ("2020-08-29 11:11", "2020-08-29T11:11"),
        ("2020-08-29 12:05:09 AM", "2020-08-29T00:05:09"),
        ("2020-08-29 12:05 p.m.", "2020-08-29T12:05"),
        ("2020-08-29T11:11:00Z", "2020-08-29T11:11:00Z"),
        ("2020-08-29T11:11:00.250+0530", "2020-08-29T11:11:00.250+05:30"),
        ("29.08.2020 23:59", "2020-08-29T23:59"),
        ("Saturday, August 29th, 2020 at 2:05 pm", "2020-08-29T14:05"),
        ("29 Aug 2020", "2020-08-29"),
    ],
)
def test_a_date_is_kept_as_exact_as_it_was(written, when):
    assert stamp(written) == when


@pytest.mark.parametrize(
    "written", ["", "2020-02-30", "2020-13-01", "2020-08-29 25:00", "0000-01-01", "1", "tomorrow", "2020-08", "x" * 900]
)
def test_what_is_no_date_is_none(written):
    assert stamp(written) is None


def test_a_day_that_could_be_a_month_is_not_guessed():
    assert stamp("03/04/2020") is None
    assert stamp("03/04/2020", day_first=True) == "2020-04-03"
    assert stamp("03/04/2020", day_first=False) == "2020-03-04"


def test_one_day_beyond_twelve_settles_the_order_for_all():
    assert day_comes_first(["03/04/2020", "23/04/2020"]) is True
    assert day_comes_first(["03/04/2020", "04/23/2020 10:00"]) is False
    assert day_comes_first(["03/04/2020"]) is None
    assert day_comes_first(["23/04/2020", "04/23/2020"]) is None


def test_names_of_files_and_folders_hold_dates():
    names = [
        "2020-01-02.md",
        "daily/2020_01_02 Thursday.md",
        "20200102.md",
        "2020/01/02.txt",
        "notes.md",
        "99999999.md",
    ]
    assert [date_of_name(name) for name in names] == ["2020-01-02"] * 4 + [None] * 2


def test_a_moment_is_told_in_the_time_of_its_place():
    assert in_zone("2020-01-02T22:30:00Z", "Europe/Zurich") == "2020-01-02T23:30:00+01:00[Europe/Zurich]"
    assert in_zone("2020-07-02T23:30:00Z", r"Europe\/Zurich") == "2020-07-03T01:30:00+02:00[Europe/Zurich]"


@pytest.mark.parametrize("zone", ["", "Nowhere/None", "../../etc/passwd", "Europe", "a\0b", "x" * 5000])
def test_an_unknown_zone_leaves_the_moment_as_it_was(zone):
    assert in_zone("2020-01-02T22:30:00Z", zone) == "2020-01-02T22:30:00Z"


def test_an_offset_with_seconds_is_not_written_down_wrongly():
    assert in_zone("1880-01-01T00:00:00Z", "Europe/Zurich") == "1880-01-01T00:00:00Z"


FORMS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %I:%M %p", "%A, %d %B %Y", "%b %d, %Y")


@given(st.datetimes(min_value=datetime(1000, 1, 1)), st.sampled_from(FORMS))  # noqa: DTZ001 - local, as people write
def test_every_date_comes_back_as_that_date(moment, form):
    when = stamp(moment.strftime(form))
    assert msgspec.convert(when, When)[:10] == moment.date().isoformat()


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_a_date_or_none(text, zone):
    for when in (stamp(text), date_of_name(text), in_zone(text, zone)):
        assert when is None or msgspec.convert(when, When) == when
