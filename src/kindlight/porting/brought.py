"""From a journal that was looked at to events: the same entry always gets the same name, so twice adds nothing."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from kindlight.events import EntryBrought, Happening, RoomFounded
from kindlight.porting.journal import Entry, Preview
from kindlight.reading import Sentence
from kindlight.terms import LONGEST_WORDS, Id

ReadEach = Callable[[Iterable[str]], Iterable[tuple[Sentence, ...]]]


def events_of(preview: Preview, read_each: ReadEach) -> Iterator[Happening]:
    """The entries as events, one by one, each read as it is asked for.

    A Kindlight export gives back its own events as they were kept; only its founding stays behind, since the room
    that they come into is founded already.
    """
    if preview.events:
        yield from (event for event in preview.events if not isinstance(event, RoomFounded))
        return
    told = [(entry, number, text) for entry in preview.entries for number, text in enumerate(parts(entry.text))]
    for (entry, number, text), sentences in zip(told, read_each(text for _, _, text in told), strict=True):
        yield _event(entry, number, text, sentences)


def parts(text: str) -> Iterator[str]:
    """The text in parts that fit, cut between paragraphs, lines or words; together they are the text."""
    start = 0
    while len(text) - start > LONGEST_WORDS:
        end = _cut(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def name_of(entry: Entry, part: int = 0) -> Id:
    """The entry's name in this room.

    Day One names an entry for ever. A file's name can come back in another folder, so there the words count too.
    """
    named = entry.source == "dayone" and entry.source_id
    known = (entry.source_id,) if named else (entry.source_id, entry.when, entry.text)
    told = "\0".join((entry.source, *known, *((str(part),) if part else ())))
    return "e-" + hashlib.sha256(told.encode()).hexdigest()[:24]


def _cut(text: str, start: int) -> int:
    most = start + LONGEST_WORDS
    for gap in ("\n\n", "\n", " "):
        place = text.rfind(gap, start + LONGEST_WORDS // 2, most)
        if place >= 0:
            return place + len(gap)
    return most


def _event(entry: Entry, number: int, text: str, sentences: tuple[Sentence, ...]) -> EntryBrought:
    return EntryBrought(
        id=name_of(entry, number),
        when=entry.when,
        source=entry.source,
        source_id=entry.source_id,
        title=entry.title,
        text=text,
        tags=entry.tags,
        starred=entry.starred,
        sentences=sentences,
    )
