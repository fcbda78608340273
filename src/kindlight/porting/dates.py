"""When something was written, from the many ways people and programs write a date; never more exact than it was."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from kindlight.terms import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_TIME = (
    r"(?:(?:t|,?\ +(?:at\ +)?)(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?P<part>\.\d{1,9})?)?"
    r"\ ?(?P<half>[ap]\.?m\.?)?\ ?(?P<offset>z|[+-]\d\d:?\d\d)?)?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\ +)?"


def _form(date: str) -> re.Pattern[str]:
    return re.compile(_WEEKDAY + date + _TIME, re.IGNORECASE | re.ASCII)


_FORMS = (
    _form(r"(?P<year>\d{4})(?P<sep>[-/._])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"),
    _form(r"(?P<day>\d{1,2})\.\ ?(?P<month>\d{1,2})\.\ ?(?P<year>\d{4})"),
    _form(_NAME + r"\ +" + _DAY + r",?\ +(?P<year>\d{4})"),
    _form(_DAY + r"\ +" + _NAME + r",?\ +(?P<year>\d{4})"),
)
_EITHER = _form(r"(?P<one>\d{1,2})(?P<sep>[/-])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4})")
_IN_A_NAME = re.compile(r"(?<![0-9])([0-9]{4})([-_.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_FOLDERS = re.compile(r"(?:^|/)([0-9]{4})/([0-9]{2})/([0-9]{2})\.[a-z]+$")
_MOST = 60
_NOON = 12


def stamp(text: str, *, day_first: bool | None = None) -> When | None:
    """The date, and the time if there is one, that the text is; None if it is no date, or two dates could be meant.

    >>> stamp("Aug 29, 2020 2:05 pm")
    '2020-08-29T14:05'
    """
    text = " ".join(text.split())
    if len(text) > _MOST:
        return None
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _written(found.groupdict(), month=_month(found), day=int(found["day"]))
    either = _EITHER.fullmatch(text)
    if either is None or day_first is None:
        return None
    one, two = int(either["one"]), int(either["two"])
    return _written(either.groupdict(), month=two if day_first else one, day=one if day_first else two)


def either_way(text: str) -> bool:
    """Whether the text is a date that can be meant day first or month first."""
    return len(text) <= _MOST and _EITHER.fullmatch(" ".join(text.split())) is not None


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Whether these dates put the day before the month; None when they do not say."""
    pairs = [(int(found["one"]), int(found["two"])) for text in texts if (found := _EITHER.fullmatch(text))]
    day_first, month_first = any(one > _NOON for one, _ in pairs), any(two > _NOON for _, two in pairs)
    return None if day_first == month_first else day_first


def date_of_name(name: str) -> When | None:
    """The date in the name of a file, or in the names of its folders."""
    stem = name.rpartition("/")[2]
    found = _IN_A_NAME.search(stem)
    if found:
        return stamp(f"{found[1]}-{found[3]}-{found[4]}")
    folders = _FOLDERS.search(name)
    return stamp("-".join(folders.groups())) if folders else None


def in_zone(moment: str, zone: str) -> When | None:
    """The local time of a moment in its zone, with offset and zone; as it came if the zone is not known."""
    when = stamp(moment)
    if when is None or not when.endswith("Z"):
        return when
    try:
        there = datetime.fromisoformat(when).astimezone(ZoneInfo(zone.replace("\\", "")))
        return msgspec.convert(f"{there.isoformat(timespec='seconds')}[{there.tzinfo}]", When)
    except (ValueError, OSError, LookupError, OverflowError):
        return when  # an unknown zone, or one whose offset had seconds then


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return _MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"])


def _written(parts: dict[str, str | None], *, month: int, day: int) -> When | None:
    when = f"{parts['year']}-{month:02}-{day:02}{_clock(parts)}"
    try:
        datetime.fromisoformat(when).replace(tzinfo=None) - timedelta(0)
        return msgspec.convert(when, When)
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> str:
    if parts["hour"] is None:
        return ""
    hour, half = int(parts["hour"]), (parts["half"] or "").lower()[:1]
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    second = f":{parts['second']}{parts['part'] or ''}" if parts["second"] else ""
    return f"T{hour:02}:{parts['minute']}{second}{_offset(parts['offset'] or '')}"


def _offset(text: str) -> str:
    return text.upper() if len(text) < 5 or ":" in text else f"{text[:3]}:{text[3:]}"  # noqa: PLR2004 - "+0100"
