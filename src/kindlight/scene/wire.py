"""How the contract is written on the wire, and how its schema is told: a line of JSON for each message."""

import hashlib
from functools import cache
from typing import Any

import msgspec

from kindlight.scene.gestures import Gesture
from kindlight.scene.messages import SceneMessage

_encoder = msgspec.json.Encoder()
_gestures = msgspec.json.Decoder(Gesture)
_messages = msgspec.json.Decoder(SceneMessage)


def encode(message: SceneMessage | Gesture) -> bytes:
    """One message as a line of JSON."""
    return _encoder.encode(message)


def decode_gesture(line: bytes | str) -> Gesture:
    """A gesture from the page; raises `msgspec.ValidationError` for anything else."""
    gesture: Gesture = _gestures.decode(line)
    return gesture


def decode_message(line: bytes | str) -> SceneMessage:
    """A scene message; used by tests and benches, since the engine only sends them."""
    message: SceneMessage = _messages.decode(line)
    return message


def schema_of(union: Any, title: str) -> dict[str, Any]:
    """The JSON Schema of one of the two unions."""
    (root,), components = msgspec.json.schema_components([union], ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **root, "$defs": components}


@cache
def fingerprint() -> str:
    """Sixteen hex digits that change whenever the contract does; a stale page notices and reloads itself."""
    both = [schema_of(SceneMessage, "SceneMessage"), schema_of(Gesture, "Gesture")]
    return hashlib.sha256(msgspec.json.encode(both, order="deterministic")).hexdigest()[:16]
