"""Thought into light. Uncertain readings become light, never a verdict; harshness brings warmth."""

from collections.abc import Mapping, Sequence
from typing import Literal

from kindlight.projections.garden import is_kind
from kindlight.reading import CARE_ENOUGH, HARSH_ENOUGH, Reading, Sentence
from kindlight.scene.messages import Mood, WallsFrame
from kindlight.terms import Unit

REST = 0.3
"""The room's warmth when nothing is on the line."""

REACH = 0.6
"""How much warmer kindness or harshness can make it."""

FADING = 0.5
"""What a sentence counts beside the one after it: the last one said weighs most."""

UNSURE, SURE = 0.2, 0.85
"""Below the one a reading moves nothing; from the other on it moves the walls in full."""

Meeting = Literal["kind", "harsh", "plain"]

MOODS: Mapping[Meeting, Mood] = {"kind": "kind", "harsh": "met", "plain": "listening"}
"""The mood that each way of being met brings the room into."""


def walls(echo: int, sentences: Sequence[Sentence]) -> WallsFrame:
    """How the walls answer words: continuous, quieter when unsure, warmer for harsh and kind alike."""
    kindness, silver = map(quieted, stance(sentences))
    either = 1 - (1 - kindness) * (1 - silver)
    return WallsFrame(
        echo=echo,
        mood=MOODS[meeting(sentences)],
        warmth=round(REST + REACH * either, 4),
        kindness=round(kindness, 4),
        silver=round(silver, 4),
        stir=round(0.25 + 0.45 * either, 4) if sentences else 0.0,
    )


def resting() -> WallsFrame:
    """The walls when a visit has closed."""
    return WallsFrame(echo=0, mood="resting", warmth=REST, kindness=0, silver=0, stir=0)


def meeting(sentences: Sequence[Sentence]) -> Meeting:
    """How words are met: as the last sentence that is kind or harsh to oneself; one that is both is met as harsh.

    The same rule grows the flower, turns the room and answers the kept thought, so that they never disagree.
    """
    stances = (stance_of(sentence.reading) for sentence in reversed(sentences))
    return next((taken for taken in stances if taken != "plain"), "plain")


def care(sentences: Sequence[Sentence]) -> bool:
    """Whether help is offered, softly."""
    return any(sentence.reading.care >= CARE_ENOUGH for sentence in sentences)


def stance(sentences: Sequence[Sentence]) -> tuple[Unit, Unit]:
    """How kind and how harsh to oneself the words are together, the last sentence weighing most."""
    weights = [FADING**back for back in range(len(sentences))][::-1]
    total = sum(weights) or 1.0
    kind = sum(weight * one.reading.kind_to_self for weight, one in zip(weights, sentences, strict=True))
    harsh = sum(weight * one.reading.harsh_to_self for weight, one in zip(weights, sentences, strict=True))
    return kind / total, harsh / total


def quieted(share: Unit) -> Unit:
    """A share as light: nothing while unsure, all of it when sure, a smooth slope between.

    >>> quieted(0.1), quieted(0.9)
    (0.0, 1.0)
    """
    along = min(1.0, max(0.0, (share - UNSURE) / (SURE - UNSURE)))
    return along * along * (3 - 2 * along)


def stance_of(reading: Reading) -> Meeting:
    """How one sentence is met."""
    if reading.harsh_to_self >= HARSH_ENOUGH and reading.harsh_to_self >= reading.kind_to_self:
        return "harsh"
    return "kind" if is_kind(reading) else "plain"
