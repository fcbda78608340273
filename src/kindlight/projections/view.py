"""Everything the room shows, folded from its record. It can be thrown away at any time and folded again."""

import msgspec
from msgspec import Struct

from kindlight.events import Happening, RoomFounded, Text, VisitClosed
from kindlight.projections import corrections, facets, garden, glow, helpers, threads

VERSION = 4
"""Goes up whenever a fold changes: a remembered view of another version is folded anew."""


LEFT = Text | VisitClosed
"""What shows, once it has happened, that someone has been here."""


class View(Struct, frozen=True, kw_only=True, gc=False):
    """The stone's seed, whether anyone has been here before, and each projection's state."""

    seed: int
    returning: bool
    threads: threads.State
    garden: garden.State
    glow: glow.State
    helpers: helpers.State
    facets: facets.State
    corrections: corrections.State


State = View

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(View)


def begin() -> View:
    """A room in which nothing has happened."""
    return View(
        seed=0,
        returning=False,
        threads=threads.begin(),
        garden=garden.begin(),
        glow=glow.begin(),
        helpers=helpers.begin(),
        facets=facets.begin(),
        corrections=corrections.begin(),
    )


def fold(view: View, event: Happening) -> View:
    """The room after one more event."""
    return View(
        seed=event.seed if isinstance(event, RoomFounded) and not view.seed else view.seed,
        returning=view.returning or isinstance(event, LEFT),
        threads=threads.fold(view.threads, event),
        garden=garden.fold(view.garden, event),
        glow=glow.fold(view.glow, event),
        helpers=helpers.fold(view.helpers, event),
        facets=facets.fold(view.facets, event),
        corrections=corrections.fold(view.corrections, event),
    )


def encode(view: View) -> bytes:
    """The view as bytes, to be remembered beside the record."""
    return _encoder.encode(view)


def decode(remembered: bytes) -> View:
    """A remembered view."""
    return _decoder.decode(remembered)
