"""Day One: `Journal.json` files as its JSON export writes them, alone, in a folder or in a ZIP."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kindlight.porting.dates import in_zone
from kindlight.porting.files import File, letters
from kindlight.porting.journal import Entry, Found, Preview, Skipped, gather, title_of
from kindlight.porting.shapes import json_list, json_object, shaped

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MEDIA = re.compile(r"!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\n]{0,200}\)")


class JsonEntry(Struct, frozen=True, kw_only=True, rename="camel"):
    """An entry as the export writes it; only what comes along. `is_pinned` and places stay at home."""

    uuid: str
    creation_date: str
    time_zone: str = ""
    text: str | None = None
    rich_text: str | None = None
    tags: tuple[str, ...] = ()
    starred: bool = False
    is_all_day: bool = False


class Piece(Struct, frozen=True, kw_only=True):
    """A run of letters of a rich text; a photograph has none."""

    text: str = ""


class RichText(Struct, frozen=True, kw_only=True):
    """A rich text, as it stands inside the export as a string of JSON."""

    contents: tuple[Piece, ...]


def read(files: Sequence[File]) -> Preview | None:
    """The Day One journals in these files, or None."""
    journals = [file for file in files if file.suffix == ".json" and _is_journal(file)]
    return gather("dayone", (found for file in journals for found in _entries(file))) if journals else None


def _is_journal(file: File) -> bool:
    export = json_object(letters(file).text)
    return "entries" in export and ("metadata" in export or b'"creationDate"' in bytes(export["entries"]))


def _entries(file: File) -> Iterator[Found]:
    told = letters(file)
    yield from told.notes
    for number, raw in enumerate(json_list(json_object(told.text)["entries"]), 1):
        yield _entry(f"{file.name} {number}", shaped(raw, JsonEntry))


def _entry(label: str, one: JsonEntry | None) -> Entry | Skipped:
    if one is None:
        return Skipped(name=label, word="port.skip.not-understood")
    when = in_zone(one.creation_date, one.time_zone)
    if when is None:
        return Skipped(name=label, word="port.skip.no-date")
    text = _words(one)
    return Entry(
        source="dayone", source_id=one.uuid, when=when[:10] if one.is_all_day else when, title=title_of(text),
        text=text, tags=one.tags, starred=one.starred,
    )  # fmt: skip


def _words(one: JsonEntry) -> str:
    if one.text:
        return _ESCAPED.sub(r"\1", _MEDIA.sub("", one.text)).strip("\n")
    return _of_rich(one.rich_text or "").strip("\n")


def _of_rich(text: str) -> str:
    if not text.lstrip().startswith("{"):
        return text  # some versions put plain words there
    rich = shaped(text, RichText)
    return "".join(piece.text for piece in rich.contents) if rich else ""
