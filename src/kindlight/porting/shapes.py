"""JSON from elsewhere, taken apart without trust: a shape that does not fit is None, never a fault."""

from typing import TypeVar

import msgspec
from msgspec import Raw, Struct

Shape = TypeVar("Shape", bound=Struct)
_object = msgspec.json.Decoder(dict[str, Raw])
_list = msgspec.json.Decoder(list[Raw])
_NOT = (msgspec.DecodeError, RecursionError, UnicodeError)


def json_object(text: str | Raw) -> dict[str, Raw]:
    """The fields of a JSON object, each still unread; none if it is no object."""
    try:
        return _object.decode(text)
    except _NOT:
        return {}


def json_list(text: str | Raw) -> list[Raw]:
    """The items of a JSON list, each still unread; none if it is no list."""
    try:
        return _list.decode(text)
    except _NOT:
        return []


def shaped(text: str | Raw, shape: type[Shape]) -> Shape | None:
    """The JSON as this shape, unknown fields passed over; None if it does not fit."""
    try:
        return msgspec.json.decode(text, type=shape)
    except _NOT:
        return None
