"""The light that never goes out. No thought dims it, no absence, nothing."""

from msgspec import Struct

from kindlight.events import Happening, Text
from kindlight.projections.garden import is_kind
from kindlight.terms import Unit

FLOOR = 0.1
"""What is left of it in any state."""

CEILING = 0.9

SLOWNESS = 40.0
"""How much fuel brings it half of the way up; so that a first visit shows, and years still do."""

KEEPING, KINDNESS = 0.5, 1.0
"""What any kept words, and each kind sentence among them, add."""


class Glow(Struct, frozen=True, kw_only=True, gc=False):
    """All that was ever added. It is never shown as a number."""

    fuel: float = 0.0

    @property
    def level(self) -> Unit:
        """How bright it is; never below the floor, and never less than it was."""
        return round(FLOOR + (CEILING - FLOOR) * self.fuel / (self.fuel + SLOWNESS), 6)


State = Glow


def begin() -> State:
    """The glow before anything was kept: at its floor, not out."""
    return Glow()


def fold(state: State, event: Happening) -> State:
    """A little warmer for any kept words, and for each kind sentence among them."""
    if not isinstance(event, Text):
        return state
    kind = sum(is_kind(sentence.reading) for sentence in event.sentences)
    return Glow(fuel=state.fuel + KEEPING + KINDNESS * kind)
