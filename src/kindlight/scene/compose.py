"""What may be seen and heard, as messages: all there is for a page that enters, and what an event changed."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from kindlight.events import (
    CorrectionForgotten,
    EntryBrought,
    FacetNamed,
    Happening,
    HelpArranged,
    PeopleNamed,
    ReadingCorrected,
    RoomFounded,
    Text,
    ThoughtKept,
    VisitClosed,
)
from kindlight.projections.garden import Flower
from kindlight.projections.threads import Thread as Spun
from kindlight.projections.threads import place_of as place_in
from kindlight.projections.view import View
from kindlight.reading import UNREAD, Reading, Sentence
from kindlight.scene import light
from kindlight.scene.messages import (
    FacetsShown,
    FlowerGrew,
    Found,
    GardenShown,
    GlowFrame,
    Helper,
    HelpShown,
    LoomShown,
    Plant,
    Reflection,
    SceneMessage,
    Span,
    ThoughtSaved,
    Thread,
    ThreadDyed,
    ThreadGrew,
    VisitEnded,
    WordsFound,
    WordsGiven,
)

if TYPE_CHECKING:
    from kindlight.terms import Target

THREADS_AT_ONCE, PLANTS_AT_ONCE = 500, 250
"""How many a message carries, so that a long life comes in parts and nothing waits behind it."""

PIECE = 160
"""Characters of a text shown where words were found."""


def snapshot(view: View) -> Iterator[SceneMessage]:
    """All there is to see, for a page that has just entered."""
    yield GlowFrame(level=view.glow.level)
    yield help_of(view)
    yield facets_of(view)
    threads = [thread_of(one) for one in view.threads]
    plants = [plant_of(one) for one in view.garden]
    for start in range(0, max(1, len(threads)), THREADS_AT_ONCE):
        yield LoomShown(threads=tuple(threads[start : start + THREADS_AT_ONCE]), first=start == 0)
    for start in range(0, max(1, len(plants)), PLANTS_AT_ONCE):
        yield GardenShown(plants=tuple(plants[start : start + PLANTS_AT_ONCE]), first=start == 0)


def answer(before: View, after: View, event: Happening) -> tuple[SceneMessage, ...]:
    """What an event that is now kept changes for the eye."""
    match event:
        case ThoughtKept():
            return (saved(event, offers=after.helpers.offers), light.walls(0, event.sentences), *grown(before, after))
        case EntryBrought():
            return tuple(grown(before, after))
        case ReadingCorrected() | CorrectionForgotten():
            return (*dyed(after, event.thread), *grown(before, after))
        case PeopleNamed() | HelpArranged() | FacetNamed():
            return (facets_of(after) if isinstance(event, FacetNamed) else help_of(after),)
        case VisitClosed():
            return (VisitEnded(), light.resting())
        case RoomFounded():
            return ()
        case _:
            assert_never(event)


def saved(event: ThoughtKept, *, offers: bool) -> ThoughtSaved:
    """That a thought is kept, how it is met, and whether help is offered; never when the person asked not to be."""
    return ThoughtSaved(id=event.id, met=light.meeting(event.sentences), care=offers and light.care(event.sentences))


def grown(before: View, after: View) -> Iterator[SceneMessage]:
    """The threads and flowers that are new, and the glow they leave."""
    for thread in after.threads.since(len(before.threads)):
        yield ThreadGrew(thread=thread_of(thread))
    for flower in after.garden.since(len(before.garden)):
        yield FlowerGrew(plant=plant_of(flower))
    yield GlowFrame(level=after.glow.level)


def dyed(view: View, thread: str) -> Iterator[SceneMessage]:
    """A thread as it is dyed now."""
    found = place_in(view.threads, thread)
    if found is not None:
        yield ThreadDyed(thread=thread_of(found[1]))


def help_of(view: View) -> HelpShown:
    """Whom to turn to, as the page shows it."""
    helpers = view.helpers
    people = tuple(Helper(name=one.name, reach=one.reach) for one in helpers.people)
    return HelpShown(people=people, region=helpers.region, offers=helpers.offers)


def facets_of(view: View) -> FacetsShown:
    """The reflections that have a name, as the page shows them."""
    return FacetsShown(facets=tuple(Reflection(facet=facet, name=name) for facet, name in view.facets.items()))


def thread_of(spun: Spun) -> Thread:
    """A thread as the page knows it."""
    return Thread(
        id=spun.id,
        when=spun.when,
        day=spun.day,
        turn=spun.turn,
        offset=spun.offset,
        warmth=spun.warmth,
        silver=spun.silver,
        weight=spun.weight,
    )


def plant_of(flower: Flower) -> Plant:
    """A flower as the page knows it."""
    genome = flower.genome
    return Plant(
        id=flower.id,
        thread=flower.thread,
        order=flower.order,
        species=genome.species,
        petals=genome.petals,
        hue=genome.hue,
        height=genome.height,
        width=genome.width,
        cup=genome.cup,
        curl=genome.curl,
        leaves=genome.leaves,
        lean=genome.lean,
        seed=genome.seed,
        turn=flower.turn,
        radius=flower.radius,
    )


def words_given(event: Text, sentences: Sequence[Sentence], told: AbstractSet[int] = frozenset()) -> WordsGiven:
    """A text, verbatim, in spans that are all of it; of those at `told` the person said how they are meant."""
    place = event.source if isinstance(event, EntryBrought) else ""
    return WordsGiven(id=event.id, when=event.when, place=place, spans=tuple(spans(event.text, sentences, told)))


def spans(text: str, sentences: Sequence[Sentence], told: AbstractSet[int]) -> Iterator[Span]:
    """Each sentence with the space after it, dyed as it is read."""
    if not sentences:
        yield Span(text=text, warmth=0, silver=0, heard="plain", about="none", told=False)
        return
    starts = [0, *(one.start for one in sentences[1:]), len(text)]
    for number, ((start, end), one) in enumerate(zip(pairwise(starts), sentences, strict=True)):
        yield span(text[start:end], one.reading, told=number in told)


def span(text: str, reading: Reading, *, told: bool) -> Span:
    """One sentence as the page shows it."""
    aim = reading.target
    abouts: dict[Target, float] = {"self": aim.self_, "other": aim.other, "none": aim.none}
    return Span(
        text=text,
        warmth=reading.kind_to_self,
        silver=reading.harsh_to_self,
        heard="unread" if reading.model == UNREAD else light.stance_of(reading),
        about=max(abouts, key=lambda name: abouts[name]),
        told=told,
    )


def words_found(query: str, texts: Sequence[Text]) -> WordsFound:
    """Where the words looked for stand, each with a verbatim piece around them."""
    found = tuple(Found(id=one.id, when=one.when, text=piece(one.text, query)) for one in texts)
    return WordsFound(query=query, found=found)


def piece(text: str, query: str) -> str:
    """A verbatim piece of a text, around the first of the words looked for, cut between words where it can be.

    >>> piece("It rained. We stayed in.", "stayed")
    'It rained. We stayed in.'
    """
    if len(text) <= PIECE:
        return text
    start = max(0, min(place_of(text, query) - PIECE // 3, len(text) - PIECE))
    gap = text.find(" ", start, start + PIECE // 4) if start else -1
    start = start if gap < 0 else gap + 1
    end = text.rfind(" ", start + PIECE // 2, start + PIECE) if start + PIECE < len(text) else -1
    return text[start : start + PIECE if end < 0 else end]


def place_of(text: str, query: str) -> int:
    """Where the first of the words looked for stands, whatever its case; 0 when none does."""
    places = (re.search(re.escape(word), text, re.IGNORECASE) for word in query.split())
    return min((found.start() for found in places if found), default=0)
