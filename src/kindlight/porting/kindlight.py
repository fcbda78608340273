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
    """The export among these files, or None: its texts as entries, and its events whole."""
    export = next((file for file in files if file.name.rpartition("/")[2] == NAME), None)
    if export is None:
        return None
    told = list(_events(export))
    events = tuple(one for one in told if not isinstance(one, Skipped))
    texts = [_entry(event) for event in events if isinstance(event, ThoughtKept | EntryBrought)]
    return gather("kindlight", [*texts, *(one for one in told if isinstance(one, Skipped))], events)


def _events(export: File) -> Iterator[Happening | Skipped]:
    for number, line in enumerate(export.data.split(b"\n"), 1):
        if line.strip():
            yield _event(export.name, line, number)


def _event(name: str, line: bytes, number: int) -> Happening | Skipped:
    try:
        return read_line(line, number)
    except RecordDamaged:
        return Skipped(name=f"{name} {number}", word="port.skip.not-understood")


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
