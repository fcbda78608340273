"""jrnl: dated text in one file or in a folder YYYY/MM/DD.txt, and its JSON export. Local time, no zone."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from kindlight.errors import JournalEncrypted
from kindlight.porting.dates import day_comes_first, either_way, stamp
from kindlight.porting.files import File, letters
from kindlight.porting.journal import Entry, Found, Preview, Skipped, gather
from kindlight.porting.shapes import json_list, json_object, shaped

_HEADER = re.compile(r"\[([^\]\n]{6,60})\] ?(.*)")
_DAY_FILE = re.compile(r"(?:^|/)[0-9]{4}/[0-9]{2}/[0-9]{2}\.txt$")
_TAG = re.compile(r"(?<!\S)@([\w+*#/-]+)")
_LOCKED = (b"gAAAA", b"-----BEGIN PGP MESSAGE-----", b"age-encryption.org/", b"Salted__")


class JsonEntry(Struct, frozen=True, kw_only=True):
    """An entry as the JSON export writes it."""

    date: str
    time: str = ""
    title: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False


class Section(Struct, frozen=True, kw_only=True):
    """The lines under one date; no date for lines above the first."""

    stamp: str
    lines: list[str]


def read(files: Sequence[File]) -> Preview | None:
    """The jrnl in these files, or None; raises JournalEncrypted for one that is locked."""
    days = [file for file in files if _DAY_FILE.search(file.name)]
    if days:
        return gather("jrnl", (found for file in days for found in _of_text(file)))
    if len(files) != 1:
        return None
    return _of_one(files[0])


def _of_one(file: File) -> Preview | None:
    if file.data.startswith(_LOCKED):
        raise JournalEncrypted(path=file.name)
    text = letters(file).text.lstrip()
    if text.startswith("{") and (export := json_object(text)) and {"tags", "entries"} <= export.keys():
        return gather("jrnl", _of_json(file.name, export["entries"]))
    header = _HEADER.match(text)
    return gather("jrnl", _of_text(file)) if header and _is_date(header[1]) else None


def _of_text(file: File) -> Iterator[Found]:
    read = letters(file)
    yield from read.notes
    sections = _sections(read.text)
    day_first = day_comes_first(section.stamp for section in sections)
    for section in sections:
        if section.stamp:
            yield _entry(section, day_first=day_first)
        elif any(line.strip() for line in section.lines):
            yield Skipped(name=file.name, word="port.skip.no-date")


def _sections(text: str) -> list[Section]:
    sections = [Section(stamp="", lines=[])]
    for line in text.split("\n"):
        header = _HEADER.fullmatch(line) if line.startswith("[") else None
        if header and _is_date(header[1]):
            sections.append(Section(stamp=header[1], lines=[header[2]]))
        else:
            sections[-1].lines.append(line)
    return sections


def _is_date(text: str) -> bool:
    return stamp(text) is not None or either_way(text)


def _entry(section: Section, *, day_first: bool | None) -> Entry | Skipped:
    when = stamp(section.stamp, day_first=day_first)
    if when is None:
        return Skipped(name=section.stamp, word="port.skip.unsure-date")
    title, *body = section.lines
    starred = title.rstrip().endswith(" *") or title.strip() == "*"
    title = title.rstrip().removesuffix("*").rstrip() if starred else title.rstrip()
    text = "\n".join((title, *body)).strip("\n")
    tags = tuple(dict.fromkeys(_TAG.findall(text)))
    return Entry(source="jrnl", source_id="", when=when, title=title.strip(), text=text, tags=tags, starred=starred)


def _of_json(name: str, entries: msgspec.Raw) -> Iterator[Found]:
    for number, raw in enumerate(json_list(entries), 1):
        one, label = shaped(raw, JsonEntry), f"{name} {number}"
        if one is None:
            yield Skipped(name=label, word="port.skip.not-understood")
        elif (when := stamp(f"{one.date} {one.time}".strip())) is None:
            yield Skipped(name=label, word="port.skip.no-date")
        else:
            yield _told(one, when)


def _told(one: JsonEntry, when: str) -> Entry:
    text = "\n".join(part for part in (one.title, one.body) if part)
    tags = tuple(tag.removeprefix("@") for tag in one.tags)
    return Entry(source="jrnl", source_id="", when=when, title=one.title, text=text, tags=tags, starred=one.starred)
