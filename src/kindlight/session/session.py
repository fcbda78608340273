"""One open room: decide, keep, fold, compose, in that order. Nothing is shown as kept before it is kept."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import assert_never

from msgspec import Struct

from kindlight.errors import NoSuchThread, NotUnderstood
from kindlight.events import EntryBrought, Happening, Text, ThoughtKept
from kindlight.projections import corrections
from kindlight.projections import view as views
from kindlight.reading import Leaning
from kindlight.scene import compose
from kindlight.scene.gestures import (
    ArrangeHelp,
    CloseVisit,
    CorrectWords,
    FindWords,
    ForgetCorrection,
    KeepThought,
    NameFacet,
    NamePeople,
    OpenThread,
)
from kindlight.scene.messages import SceneMessage, ThoughtSaved, VisitEnded, WallsFrame, WordsFound, WordsGiven
from kindlight.session.decide import Deed, correct, decide
from kindlight.session.ports import Log
from kindlight.terms import When

FOUND_AT_ONCE = 40
"""Texts shown for one search; more words narrow it."""

Wish = Deed | OpenThread | FindWords | CorrectWords | ForgetCorrection
"""What can be wished for in an open room."""


class Reply(Struct, frozen=True, kw_only=True):
    """What the tab that asked hears, and what every open tab of the room hears."""

    asker: tuple[SceneMessage, ...] = ()
    everyone: tuple[SceneMessage, ...] = ()


class Session:
    """The open room: a record, what it has folded to, and a door for wishes."""

    def __init__(self, log: Log, view: views.View, *, now: Callable[[], When], new_id: Callable[[], str]) -> None:
        """Take the record, its view so far, a clock and a maker of names."""
        self.log = log
        self.view = view
        self._now = now
        self._new_id = new_id

    def take(self, wish: Wish) -> Reply:
        """Do what is wished for; raises a Refusal when it cannot be done."""
        match wish:
            case OpenThread(id=thread):
                return Reply(asker=(self.words_of(thread),))
            case FindWords(query=query):
                return Reply(asker=(self.words_with(query),))
            case KeepThought() | NamePeople() | NameFacet() | ArrangeHelp() | CloseVisit():
                return self.happen(decide(wish, self._now(), self._new_id, self.leaning))
            case CorrectWords() | ForgetCorrection():
                return self.correct(wish)
            case _:
                assert_never(wish)

    @property
    def leaning(self) -> Leaning:
        """What the reader has learned from this person."""
        return corrections.leaning(self.view.corrections)

    def correct(self, wish: CorrectWords | ForgetCorrection) -> Reply:
        """Keep what the person says of a sentence, and show the words anew."""
        text = self.text_of(wish.id)
        reply = self.happen(correct(wish, text, self.view.corrections, self._now(), self._new_id))
        return Reply(asker=(*reply.asker, self.words_of(wish.id)), everyone=reply.everyone)

    def happen(self, event: Happening) -> Reply:
        """Keep one event, fold it, and say so; an event kept before is only confirmed."""
        if not self.log.append([event]):
            return Reply(asker=(self.confirm(event),))
        before, self.view = self.view, views.fold(self.view, event)
        return share(compose.answer(before, self.view, event))

    def bring(self, events: Sequence[Happening]) -> tuple[Happening, ...]:
        """Keep many events at once, fold those that are new, and return these."""
        new = self.log.append(events)
        self.view = reduce(views.fold, new, self.view)
        return new

    def confirm(self, event: Happening) -> SceneMessage:
        """Say again that a thought is kept; refuse a name that stands for other words."""
        kept = self.log.find(event.id)
        if not isinstance(event, ThoughtKept) or not isinstance(kept, ThoughtKept) or kept.text != event.text:
            raise NotUnderstood
        return compose.saved(kept, offers=self.view.helpers.offers)

    def words_of(self, thread: str) -> WordsGiven:
        """The words a thread was spun from, verbatim."""
        text, said = self.text_of(thread), self.view.corrections
        told = {one.place for one in said if one.thread == thread}
        return compose.words_given(text, corrections.read_again(text, said), told)

    def text_of(self, thread: str) -> Text:
        """The text a thread was spun from."""
        event = self.log.find(thread)
        if not isinstance(event, ThoughtKept | EntryBrought):
            raise NoSuchThread
        return event

    def words_with(self, query: str) -> WordsFound:
        """Texts of the record that hold the words looked for."""
        events = self.log.search(query, FOUND_AT_ONCE) if query.strip() else ()
        texts = [event for event in events if isinstance(event, ThoughtKept | EntryBrought)]
        return compose.words_found(query, texts)


def share(messages: tuple[SceneMessage, ...]) -> Reply:
    """What answers the asker alone, and what changed for all."""
    own = tuple(m for m in messages if isinstance(m, ThoughtSaved | VisitEnded | WallsFrame))
    return Reply(asker=own, everyone=tuple(m for m in messages if m not in own))
