"""Day One Classic: a folder of `.doentry` files, each a property list in XML."""

import plistlib
from collections.abc import Sequence
from datetime import datetime
from xml.parsers.expat import ExpatError

import msgspec
from msgspec import Struct

from kindlight.porting.dates import in_zone
from kindlight.porting.files import File
from kindlight.porting.journal import Entry, Preview, Skipped, gather, title_of

_KEYS = {
    "created": "Creation Date", "text": "Entry Text", "starred": "Starred", "tags": "Tags", "zone": "Time Zone",
    "uuid": "UUID",
}  # fmt: skip
_BROKEN = (ExpatError, ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError)


class PlistEntry(Struct, frozen=True, kw_only=True, rename=_KEYS):
    """An entry as the property list holds it; `created` is UTC and says no zone."""

    created: datetime
    text: str = ""
    starred: bool = False
    tags: tuple[str, ...] = ()
    zone: str = ""
    uuid: str = ""


def read(files: Sequence[File]) -> Preview | None:
    """The Classic journal in these files, or None."""
    entries = [file for file in files if file.suffix == ".doentry"]
    return gather("dayone", map(_entry, entries)) if entries else None


def _entry(file: File) -> Entry | Skipped:
    """One entry; plistlib itself refuses XML that declares entities."""
    try:
        one = msgspec.convert(plistlib.loads(file.data, fmt=plistlib.FMT_XML), PlistEntry)
    except _BROKEN:
        return Skipped(name=file.name, word="port.skip.not-understood")
    when = in_zone(f"{one.created.isoformat()}Z", one.zone)
    if when is None:
        return Skipped(name=file.name, word="port.skip.no-date")
    text = one.text.strip("\n")
    return Entry(
        source="dayone", source_id=one.uuid, when=when, title=title_of(text), text=text, tags=one.tags,
        starred=one.starred,
    )  # fmt: skip
