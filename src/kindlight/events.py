"""The closed list of things that can happen. Stored for ever: tags are stable, a changed shape gets a new version."""

from typing import Annotated

from msgspec import Meta, Struct

from kindlight.reading import Says, Sentence
from kindlight.terms import Facet, Id, Name, Unit, When, Words

VERSION = 1
"""The version every event is written with; `vault/upcast.py` lifts older ones."""


class Event(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True):
    """Something that happened. `id` makes a second telling of the same happening harmless."""

    id: Id
    when: When


class RoomFounded(Event, frozen=True, kw_only=True, tag="room-founded"):
    """The room came to be; `seed` is the stone's own, and this person's alone."""

    seed: Annotated[int, Meta(ge=0, lt=2**32)]


class ThoughtKept(Event, frozen=True, kw_only=True, tag="thought-kept"):
    """A thought the person chose to keep, verbatim, read sentence by sentence."""

    text: Words
    sentences: tuple[Sentence, ...]


class EntryBrought(Event, frozen=True, kw_only=True, tag="entry-brought"):
    """An entry of a journal kept elsewhere. `when` is the entry's own date; `source_id` is its name at home."""

    source: str
    source_id: str
    title: str
    text: Words
    tags: tuple[str, ...]
    starred: bool
    sentences: tuple[Sentence, ...]


class Person(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone to turn to, as the person wrote them down."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    reach: Annotated[str, Meta(max_length=120)]
    """A number or a place; whatever helps to reach them."""


class PeopleNamed(Event, frozen=True, kw_only=True, tag="people-named"):
    """The person's own people for hard moments: the whole list, the latest one counts."""

    people: Annotated[tuple[Person, ...], Meta(max_length=12)]


class FacetNamed(Event, frozen=True, kw_only=True, tag="facet-named"):
    """What the person calls one of their reflections; the latest name counts, and an empty one takes it back."""

    facet: Facet
    name: Name


class HelpArranged(Event, frozen=True, kw_only=True, tag="help-arranged"):
    """Which region's help lines to show first, and whether help may be offered when words sound heavy."""

    region: str
    offers: bool


class ReadingCorrected(Event, frozen=True, kw_only=True, tag="reading-corrected"):
    """The person says how one sentence of theirs is meant. The reader learns from it, in this room alone.

    `words` are the sentence and `before` the one before it, verbatim, so that a later reader can learn from them too.
    `warmth` and `silver` are the dye of the thread from now on.
    """

    thread: Id
    place: Annotated[int, Meta(ge=0)]
    words: Words
    before: str
    says: Says
    warmth: Unit
    silver: Unit


class CorrectionForgotten(Event, frozen=True, kw_only=True, tag="correction-forgotten"):
    """What was said of one sentence counts no longer; the thread's dye is as if it had never been said."""

    thread: Id
    place: Annotated[int, Meta(ge=0)]
    warmth: Unit
    silver: Unit


class VisitClosed(Event, frozen=True, kw_only=True, tag="visit-closed"):
    """The person let the chamber dissolve."""


Happening = (
    RoomFounded
    | ThoughtKept
    | EntryBrought
    | ReadingCorrected
    | CorrectionForgotten
    | PeopleNamed
    | FacetNamed
    | HelpArranged
    | VisitClosed
)
"""Every stored event."""

Text = ThoughtKept | EntryBrought
"""Events that carry the person's words."""

Correction = ReadingCorrected | CorrectionForgotten
"""Events that say how a sentence is meant; they belong to its text."""
