"""What a reading is: how one sentence seems to speak to the one who wrote it. Uncertain, and never a verdict."""

from msgspec import Struct

from kindlight.terms import Unit

KIND_ENOUGH = 0.5
"""A sentence at least this kind to oneself grows a flower."""

HARSH_ENOUGH = 0.5
"""A sentence at least this harsh to oneself is met with warmth."""

CARE_ENOUGH = 0.5
"""A line at least this worrying is offered help, softly."""


UNREAD = "unread"
"""The reader's name where no reader could read the language: the words are kept, and move no light."""


class Aim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"self_": "self"}):
    """Whom a sentence speaks about, as three shares that sum to one."""

    self_: Unit
    other: Unit
    none: Unit


class Reading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sentence, read: whom it is about, Neff's six components, stance toward oneself, feelings and care.

    Every number is a share from 0 to 1, rounded to three decimals.
    """

    target: Aim
    self_kindness: Unit
    self_judgment: Unit
    common_humanity: Unit
    isolation: Unit
    mindfulness: Unit
    over_identification: Unit
    kind_to_self: Unit
    harsh_to_self: Unit
    emotions: dict[str, Unit]
    care: Unit
    model: str
    """Which reader read it, so that an older reading is never mistaken for a newer one."""


class Sentence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verbatim span of a text (`text[start:end]`, in code points) and its reading."""

    start: int
    end: int
    reading: Reading
