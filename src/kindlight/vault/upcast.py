"""Lifts a stored event to today's shape, whichever version wrote it. A record opens for ever."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

import msgspec
from msgspec import Raw, Struct

from kindlight.errors import RecordDamaged, RecordTooNew
from kindlight.events import VERSION, Happening

Lift = Callable[[dict[str, Any]], dict[str, Any]]

LIFTS: Mapping[tuple[str, int], Lift] = {}
"""How a kind of event goes from one version to the next: `("thought-kept", 1)` is the step from 1 to 2."""

KINDS = frozenset(str(kind.__struct_config__.tag) for kind in get_args(Happening))
_decoder: msgspec.json.Decoder[Happening] = msgspec.json.Decoder(Happening)


class Envelope(Struct, frozen=True, kw_only=True):
    """What is known of a stored event before its body is looked at."""

    seq: int
    kind: str
    v: int
    body: Raw


def lift(envelope: Envelope, lifts: Mapping[tuple[str, int], Lift] = LIFTS) -> Happening:
    """The event; refuses one that a newer Kindlight wrote, or that is not an event."""
    if envelope.v > VERSION or envelope.kind not in KINDS:
        raise RecordTooNew
    try:
        return _decoder.decode(_lifted(envelope, lifts))
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Without its cause: a decoder's message can hold the person's words.
        raise RecordDamaged(seq=envelope.seq) from None


def _lifted(envelope: Envelope, lifts: Mapping[tuple[str, int], Lift]) -> Raw | bytes:
    names = ((envelope.kind, v) for v in range(envelope.v, VERSION))
    steps = [lifts[name] for name in names if name in lifts]
    if not steps:
        return envelope.body
    body = msgspec.json.decode(envelope.body)
    for step in steps:
        body = step(body)
    return msgspec.json.encode(body)
