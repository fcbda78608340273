"""A journal kept elsewhere, as every format tells it: entries, what stays behind and why, and what to know."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from kindlight.events import Happening
from kindlight.terms import When

Source = Literal["dayone", "jrnl", "markdown", "jsonl", "kindlight"]


class Entry(Struct, frozen=True, kw_only=True):
    """One entry, verbatim. `text` is all of its words, the title's too; `source_id` is "" where home gives no name."""

    source: Source
    source_id: str
    when: When
    title: str
    text: str
    tags: tuple[str, ...] = ()
    starred: bool = False


class Remark(Struct, frozen=True, kw_only=True):
    """Something to tell about the file or entry `name`: `word` is the key of the sentence, `values` fill it in."""

    name: str
    word: str
    values: dict[str, str] = {}


class Skipped(Remark, frozen=True, kw_only=True):
    """Something that was not understood well enough to bring along; it stays where it is."""


class Note(Remark, frozen=True, kw_only=True):
    """Something that was brought along, and that the person should look at."""


Found = Entry | Skipped | Note
"""What reading a journal comes upon."""


class Preview(Struct, frozen=True, kw_only=True):
    """A journal before it is brought: entries in the order of their dates, and nothing changed yet.

    `events` are those of a Kindlight export, as they were kept, so that nothing about them is lost.
    """

    source: Source
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()
    events: tuple[Happening, ...] = ()

    @property
    def count(self) -> int:
        """How many entries would come along."""
        return len(self.entries)

    @property
    def first(self) -> When | None:
        """The date of the earliest entry; None when there is none."""
        return self.entries[0].when[:10] if self.entries else None

    @property
    def last(self) -> When | None:
        """The date of the latest entry; None when there is none."""
        return self.entries[-1].when[:10] if self.entries else None

    @property
    def examples(self) -> tuple[When, ...]:
        """The dates of up to three entries: an early, a middle and a late one."""
        places = sorted({0, self.count // 2, self.count - 1}) if self.entries else ()
        return tuple(self.entries[place].when for place in places)


def title_of(text: str) -> str:
    """The first line of a text that has its title in it, without the marks of a heading.

    >>> title_of("# A long week")
    'A long week'
    """
    return text.partition("\n")[0].lstrip("# ").strip()


def gather(source: Source, found: Iterable[Found], events: tuple[Happening, ...] = ()) -> Preview:
    """All that was found, sorted out; an entry without words stays behind."""
    entries: list[Entry] = []
    skipped: list[Skipped] = []
    notes: list[Note] = []
    for one in found:
        match one:
            case Entry() if one.text.strip():
                entries.append(one)
            case Entry():
                skipped.append(Skipped(name=one.source_id or one.when, word="port.skip.no-words"))
            case Skipped():
                skipped.append(one)
            case Note():
                notes.append(one)
    in_order = tuple(sorted(entries, key=lambda entry: entry.when))
    return Preview(source=source, entries=in_order, skipped=tuple(skipped), notes=tuple(notes), events=events)
