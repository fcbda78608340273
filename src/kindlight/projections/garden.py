"""The garden: one flower for each kind sentence toward oneself. It never shrinks, and no flower moves or wilts."""

import math

from msgspec import Struct

from kindlight.events import Happening, ReadingCorrected, Text
from kindlight.projections.genome import Genome, genome_of
from kindlight.projections.grown import Grown
from kindlight.reading import KIND_ENOUGH, Reading
from kindlight.terms import Id, Turn

GOLDEN = (3 - math.sqrt(5)) / 2
"""The golden angle in turns: each flower stands in the largest gap that those before it left."""

INNER = 2.0
"""Metres from the middle of the pool to the first flower."""

SPACING = 0.26
"""Metres; flowers grow at least about this far from each other, however many there are."""


class Flower(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One flower: its name, the thread its words are in, its form, and its place, which is its order alone."""

    id: Id
    thread: Id
    order: int
    genome: Genome

    @property
    def turn(self) -> Turn:
        """Its direction from the middle of the pool."""
        return round(self.order * GOLDEN % 1, 6) % 1

    @property
    def radius(self) -> float:
        """Its distance from the middle of the pool, in metres: a spiral that has room for ever one more."""
        return round(math.sqrt(INNER**2 + self.order * SPACING**2), 4)


State = Grown[Flower]


def begin() -> State:
    """A garden before its first flower."""
    return Grown()


def fold(state: State, event: Happening) -> State:
    """The garden with a flower more for each kind sentence of the event, and for one that the person says is kind."""
    if isinstance(event, ReadingCorrected) and event.says == "kind":
        return _found_kind(state, event)
    if not isinstance(event, Text):
        return state
    for place, sentence in enumerate(event.sentences):
        if is_kind(sentence.reading):
            state = _grown(state, event.id, place, event.text[sentence.start : sentence.end])
    return state


def _found_kind(state: State, event: ReadingCorrected) -> State:
    """A sentence has one flower, however often it is called kind."""
    known = any(flower.id == name_of(event.thread, event.place) for flower in state)
    return state if known else _grown(state, event.thread, event.place, event.words)


def _grown(state: State, thread: Id, place: int, words: str) -> State:
    name = name_of(thread, place)
    return state.add(Flower(id=name, thread=thread, order=len(state), genome=genome_of(words)))


def name_of(thread: Id, place: int) -> Id:
    """The name of the flower that a sentence grows."""
    return f"f-{thread[-48:]}-{place}"


def is_kind(reading: Reading) -> bool:
    """Whether a sentence is more kind than harsh to the one who wrote it, and about them above all."""
    target = reading.target
    kind = reading.kind_to_self
    return kind >= KIND_ENOUGH and kind > reading.harsh_to_self and target.self_ >= max(target.other, target.none)
