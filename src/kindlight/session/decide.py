"""A wish becomes something that happened, or a refusal. Pure: the date and the name are handed in."""

from collections.abc import Callable
from typing import assert_never

from msgspec import structs

from kindlight.errors import NothingToKeep, NotUnderstood, TooLong
from kindlight.events import (
    Correction,
    CorrectionForgotten,
    FacetNamed,
    Happening,
    HelpArranged,
    PeopleNamed,
    Person,
    ReadingCorrected,
    Text,
    ThoughtKept,
    VisitClosed,
)
from kindlight.projections import corrections
from kindlight.projections.threads import dyed
from kindlight.reading import UNLEANING, Leaning, read_all
from kindlight.scene.gestures import (
    ArrangeHelp,
    CloseVisit,
    CorrectWords,
    ForgetCorrection,
    KeepThought,
    NameFacet,
    NamePeople,
)
from kindlight.terms import When

LONGEST = 20_000
"""Characters of one thought; a longer text is kept in parts."""

Deed = KeepThought | NamePeople | NameFacet | ArrangeHelp | CloseVisit
"""Wishes that change the record."""


def decide(wish: Deed, now: When, new_id: Callable[[], str], leaning: Leaning = UNLEANING) -> Happening:
    """What happens when this is wished for; raises NothingToKeep and TooLong."""
    match wish:
        case KeepThought():
            return keep(wish, now, leaning)
        case NamePeople():
            people = tuple(Person(name=who.name, reach=who.reach) for who in wish.people)
            return PeopleNamed(id=new_id(), when=now, people=people)
        case NameFacet():
            return FacetNamed(id=new_id(), when=now, facet=wish.facet, name=wish.name.strip())
        case ArrangeHelp():
            return HelpArranged(id=new_id(), when=now, region=wish.region, offers=wish.offers)
        case CloseVisit():
            return VisitClosed(id=new_id(), when=now)
        case _:
            assert_never(wish)


def keep(wish: KeepThought, now: When, leaning: Leaning) -> ThoughtKept:
    """The thought, read sentence by sentence, its words untouched."""
    if not wish.text.strip():
        raise NothingToKeep
    if len(wish.text) > LONGEST:
        raise TooLong(longest=LONGEST)
    return ThoughtKept(id=wish.id, when=now, text=wish.text, sentences=read_all(wish.text, leaning=leaning))


def correct(
    wish: CorrectWords | ForgetCorrection, text: Text, said: corrections.State, now: When, new_id: Callable[[], str]
) -> Correction:
    """What the person says of a sentence, and the dye its thread takes; raises NotUnderstood for no sentence."""
    if wish.place >= len(text.sentences):
        raise NotUnderstood
    sentence = text.sentences[wish.place]
    told: Correction = (
        CorrectionForgotten(id=new_id(), when=now, thread=text.id, place=wish.place, warmth=0.0, silver=0.0)
        if isinstance(wish, ForgetCorrection)
        else ReadingCorrected(
            id=new_id(),
            when=now,
            thread=text.id,
            place=wish.place,
            words=text.text[sentence.start : sentence.end],
            before=corrections.before_of(text, wish.place),
            says=wish.says,
            warmth=0.0,
            silver=0.0,
        )
    )
    warmth, silver = dyed(corrections.as_told(text.id, text.sentences, corrections.fold(said, told)))
    return structs.replace(told, warmth=warmth, silver=silver)
