"""One JSON object a line, `{"date": …, "text": …}`: the plainest way to keep a diary in a file."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kindlight.porting.dates import stamp
from kindlight.porting.files import File, letters
from kindlight.porting.journal import Entry, Found, Preview, Skipped, gather
from kindlight.porting.shapes import shaped


class Line(Struct, frozen=True, kw_only=True):
    """One entry; `date` may hold a time too."""

    date: str
    text: str
    id: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False


def read(files: Sequence[File]) -> Preview | None:
    """The diary in this one file, or None."""
    if len(files) != 1:
        return None
    told = letters(files[0])
    first = told.text.lstrip().partition("\n")[0]
    if shaped(first, Line) is None and files[0].suffix not in {".jsonl", ".ndjson"}:
        return None
    return gather("jsonl", [*told.notes, *_lines(files[0].name, told.text)])


def _lines(name: str, text: str) -> Iterator[Found]:
    for number, written in enumerate(text.split("\n"), 1):
        if written.strip():
            yield _entry(f"{name} {number}", shaped(written, Line))


def _entry(label: str, line: Line | None) -> Entry | Skipped:
    if line is None:
        return Skipped(name=label, word="port.skip.not-understood")
    when = stamp(line.date)
    if when is None:
        return Skipped(name=label, word="port.skip.no-date")
    return Entry(
        source="jsonl", source_id=line.id, when=when, title=line.title, text=line.text, tags=line.tags,
        starred=line.starred,
    )  # fmt: skip
