"""Kindlight's own export: one line an event, whole, with the version it was written with."""

from collections.abc import Iterator, Sequence
from typing import assert_never

import msgspec
from msgspec import Struct

from kindlight.errors import RecordDamaged, RecordTooNew
from kindlight.events import VERSION, EntryBrought, Happening, Text, ThoughtKept
from kindlight.porting.files import File
from kindlight.porting.journal import Entry, Preview, Skipped, gather

NAME = "kindlight.jsonl"


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event as it is written out."""

    version: int
    event: Happening


class Versioned(Struct, frozen=True, kw_only=True):
    """A line whose event is still unread."""

    version: int
    event: msgspec.Raw


_encoder = msgspec.json.Encoder()
_version = msgspec.json.Decoder(Versioned)
_line = msgspec.json.Decoder(Line)


def write_line(event: Happening) -> bytes:
    """One event as a line, its end included."""
    return _encoder.encode(Line(version=VERSION, event=event)) + b"\n"


def read_line(line: bytes, number: int) -> Happening:
    """The event of a line; raises RecordTooNew and RecordDamaged, which name the line's number."""
    try:
        if _version.decode(line).version > VERSION:
            raise RecordTooNew(seq=number)
        return _line.decode(line).event
    except (msgspec.DecodeError, RecursionError) as why:
        raise RecordDamaged(seq=number) from why


def read(files: Sequence[File]) -> Preview | None:
    """The texts of an export, or None. Rooms, people and settings stay behind: the room has its own."""
    export = next((file for file in files if file.name.rpartition("/")[2] == NAME), None)
    if export is None:
        return None
    found = list(_texts(export))
    kept = tuple(one for one in found if not isinstance(one, Skipped))
    entries = [one if isinstance(one, Skipped) else _entry(one) for one in found]
    return gather("kindlight", entries, kept)


def _texts(export: File) -> Iterator[Text | Skipped]:
    for number, line in enumerate(export.data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            event = read_line(line, number)
        except RecordDamaged:
            yield Skipped(name=f"{export.name} {number}", word="port.skip.not-understood")
            continue
        if isinstance(event, ThoughtKept | EntryBrought):
            yield event


def _entry(event: Text) -> Entry:
    match event:
        case ThoughtKept():
            return Entry(source="kindlight", source_id=event.id, when=event.when, title="", text=event.text)
        case EntryBrought():
            return Entry(
                source="kindlight", source_id=event.id, when=event.when, title=event.title, text=event.text,
                tags=event.tags, starred=event.starred,
            )  # fmt: skip
        case _:
            assert_never(event)
