"""Markdown and Obsidian: a folder of notes or one file. The date is in the settings, the name or the headings.

A file's own time on disk is never taken for a date: copying changes it.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from kindlight.porting import frontmatter
from kindlight.porting.dates import date_of_name, stamp
from kindlight.porting.files import File, letters
from kindlight.porting.journal import Entry, Found, Preview, Skipped, gather
from kindlight.terms import When

_ENDINGS = frozenset({".md", ".markdown"})
_HEADING = re.compile(r"#{1,6}[ \t]+(.+?)[ \t#]*")
_LONGEST_HEADING = 200
_TAG = re.compile(r"(?<![\w/#&\[(])#([\w/-]*[^\W\d_][\w/-]*)")
_DATES = ("date", "created", "creation date", "created_at", "day")


def read(files: Sequence[File]) -> Preview | None:
    """The notes in these files, or None. One plain text file will do; in a folder only Markdown is taken."""
    notes = [file for file in files if file.suffix in _ENDINGS or (len(files) == 1 and file.suffix == ".txt")]
    return gather("markdown", (found for file in notes for found in _note(file))) if notes else None


def _note(file: File) -> Iterator[Found]:
    told = letters(file)
    yield from told.notes
    values, text = frontmatter.split(told.text)
    when = _dated(values) or date_of_name(file.name)
    if when:
        yield _entry(file.name, when, text, values)
    elif text.strip():
        yield from _by_headings(file.name, text, values)
    else:
        yield Skipped(name=file.name, word="port.skip.no-words")


def _dated(values: frontmatter.Values) -> When | None:
    written = (stamp(value.strip("[]")) for key in _DATES for value in values.get(key, ())[:1])
    return next((when for when in written if when), None)


def _by_headings(name: str, text: str, values: frontmatter.Values) -> Iterator[Found]:
    """Sections of a long file, each under a heading that is a date."""
    when, lines = None, list[str]()
    for line in text.split("\n"):
        date = _date_heading(line)
        if date is None:
            lines.append(line)
            continue
        yield from _section(name, when, lines, values)
        when, lines = date, []
    yield from _section(name, when, lines, values)


def _section(name: str, when: When | None, lines: list[str], values: frontmatter.Values) -> Iterator[Found]:
    text = "\n".join(lines)
    if when:
        yield _entry(f"{name}#{when}", when, text, values)
    elif text.strip():
        yield Skipped(name=name, word="port.skip.no-date")


def _date_heading(line: str) -> When | None:
    heading = _heading(line)
    return stamp(heading) if heading else None


def _heading(line: str) -> str | None:
    heading = _HEADING.fullmatch(line) if line.startswith("#") and len(line) <= _LONGEST_HEADING else None
    return heading[1] if heading else None


def _entry(name: str, when: When, text: str, values: frontmatter.Values) -> Entry:
    text = text.strip("\n")
    return Entry(
        source="markdown",
        source_id=name,
        when=when,
        title=_title(name, text, values),
        text=text,
        tags=_tags(text, values),
        starred=values.get("starred", ()) == ("true",),
    )


def _title(name: str, text: str, values: frontmatter.Values) -> str:
    if title := values.get("title"):
        return title[0]
    if heading := _heading(text.partition("\n")[0]):
        return heading
    stem = PurePosixPath(name.partition("#")[0]).stem
    return "" if date_of_name(stem) or "#" in name else stem


def _tags(text: str, values: frontmatter.Values) -> tuple[str, ...]:
    above = values.get("tags", ()) + values.get("tag", ())
    named = (part.removeprefix("#") for value in above for part in re.split(r"[,\s]+", value) if part)
    return tuple(dict.fromkeys((*named, *_TAG.findall(text))))
