"""One thread for each text: where it hangs on the loom, and how it is dyed. Once hung, it never moves."""

from datetime import date
from functools import lru_cache

from msgspec import Struct, structs

from kindlight.events import Correction, Happening, Text
from kindlight.projections.grown import Grown
from kindlight.projections.themes import share, turn_of
from kindlight.reading import Sentence
from kindlight.terms import Days, Id, Signed, Turn, Unit, When

EPOCH = date(1970, 1, 1).toordinal()

LONG = 600
"""Characters at which a thread has two thirds of its full weight."""


class Thread(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Its place: day along the warp, theme angle and a small step aside. Its dye: warmth is gold, silver is cool."""

    id: Id
    when: When
    day: Days
    turn: Turn
    offset: Signed
    warmth: Unit
    silver: Unit
    weight: Unit


State = Grown[Thread]


def begin() -> State:
    """An empty loom."""
    return Grown()


def fold(state: State, event: Happening) -> State:
    """The loom with one more thread if the event has words, or one dyed anew if its reading was corrected."""
    if isinstance(event, Text):
        return state.add(spun(event))
    return dyed_anew(state, event) if isinstance(event, Correction) else state


def dyed_anew(state: State, event: Correction) -> State:
    """The loom with the corrected thread in its new dye; it hangs where it hung."""
    found = place_of(state, event.thread)
    if found is None:
        return state
    place, thread = found
    return state.put(place, structs.replace(thread, warmth=event.warmth, silver=event.silver))


def place_of(state: State, thread: Id) -> tuple[int, Thread] | None:
    """Where a thread stands among all, and the thread; None when there is none of that name."""
    return next(((place, one) for place, one in enumerate(state) if one.id == thread), None)


def spun(event: Text) -> Thread:
    """The thread of a text. It depends on that text alone, so nothing that comes later can move it."""
    warmth, silver = dyed(event.sentences)
    return Thread(
        id=event.id,
        when=event.when,
        day=day_of(event.when),
        turn=turn_of(event.text),
        offset=round(2 * share(event.id, "offset") - 1, 6),
        warmth=warmth,
        silver=silver,
        weight=round(len(event.text) / (len(event.text) + LONG / 2), 6),
    )


def day_of(when: When) -> Days:
    """Days since 1970-01-01 as the writer's own calendar and clock said; noon when the hour is not known.

    >>> day_of("1970-01-02T06:00")
    1.25
    """
    whole = midnight(when[:10])
    if len(when) < len("2026-11-23T21:30"):
        return whole + 0.5
    return whole + share_of_day(when[11:16])


@lru_cache(1440)
def share_of_day(clock: str) -> Unit:
    """A time of day as a share of it."""
    return round((int(clock[:2]) * 60 + int(clock[3:])) / 1440, 6)


@lru_cache(1 << 12)
def midnight(day: str) -> int:
    """Whole days since 1970-01-01; a day that the calendar lacks counts on from the first of its month.

    No date can stop a fold, for what is in the record must open.

    >>> midnight("1970-02-30") == midnight("1970-03-02")
    True
    """
    year, month = max(1, int(day[:4])), min(12, max(1, int(day[5:7])))
    return date(year, month, 1).toordinal() + int(day[8:10]) - 1 - EPOCH


def dye(shares: list[Unit]) -> Unit:
    """How strongly a text is dyed by its sentences: half by the strongest of them, half by all."""
    if len(shares) > 1:
        return round((max(shares) + sum(shares) / len(shares)) / 2, 6)
    return round(shares[0], 6) if shares else 0.0


def dyed(sentences: tuple[Sentence, ...]) -> tuple[Unit, Unit]:
    """Warmth and silver of sentences together."""
    return dye([one.reading.kind_to_self for one in sentences]), dye([one.reading.harsh_to_self for one in sentences])
