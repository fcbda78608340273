"""A wish becomes something that happened, or a refusal. Pure: the date and the name are handed in."""

from collections.abc import Callable
from typing import assert_never

from kindlight.errors import NothingToKeep, TooLong
from kindlight.events import Happening, HelpArranged, PeopleNamed, Person, ThoughtKept, VisitClosed
from kindlight.reading import read_all
from kindlight.scene.messages import ArrangeHelp, CloseVisit, KeepThought, NamePeople
from kindlight.terms import When

LONGEST = 20_000
"""Characters of one thought; a longer text is kept in parts."""

Deed = KeepThought | NamePeople | ArrangeHelp | CloseVisit
"""Wishes that change the record."""


def decide(wish: Deed, now: When, new_id: Callable[[], str]) -> Happening:
    """What happens when this is wished for; raises NothingToKeep and TooLong."""
    match wish:
        case KeepThought():
            return keep(wish, now)
        case NamePeople():
            people = tuple(Person(name=who.name, reach=who.reach) for who in wish.people)
            return PeopleNamed(id=new_id(), when=now, people=people)
        case ArrangeHelp():
            return HelpArranged(id=new_id(), when=now, region=wish.region, offers=wish.offers)
        case CloseVisit():
            return VisitClosed(id=new_id(), when=now)
        case _:
            assert_never(wish)


def keep(wish: KeepThought, now: When) -> ThoughtKept:
    """The thought, read sentence by sentence, its words untouched."""
    if not wish.text.strip():
        raise NothingToKeep
    if len(wish.text) > LONGEST:
        raise TooLong(longest=LONGEST)
    return ThoughtKept(id=wish.id, when=now, text=wish.text, sentences=read_all(wish.text))
