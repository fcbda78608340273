"""From entries to events."""

from hypothesis import given
from hypothesis import strategies as st

from kindlight.events import EntryBrought
from kindlight.porting import Entry, Preview, events_of
from kindlight.porting.brought import name_of, parts
from kindlight.porting.journal import gather
from kindlight.terms import LONGEST_WORDS as LONGEST


def entry(text="Rain.\nStill rain.", **more):
    return Entry(**{"source": "jrnl", "source_id": "", "when": "2020-01-02", "title": "Rain.", "text": text, **more})


def no_reading(texts):
    return (() for _ in texts)


def test_an_entry_becomes_an_event_with_its_words_untouched():
    assert list(events_of(Preview(source="jrnl", entries=(entry(),)), no_reading)) == [
        EntryBrought(
            id="e-bbf008186dd2b08c6b01cf30",
            when="2020-01-02",
            source="jrnl",
            source_id="",
            title="Rain.",
            text="Rain.\nStill rain.",
            tags=(),
            starred=False,
            sentences=(),
        )
    ]


def test_the_same_entry_always_gets_the_same_name():
    assert name_of(entry()) == name_of(entry(title="other", tags=("a",)))
    assert len({name_of(entry()), name_of(entry("x")), name_of(entry(when="2020-01-03")), name_of(entry(), 1)}) == 4


def test_day_one_names_an_entry_even_when_its_words_were_changed_there():
    assert name_of(entry("a", source="dayone", source_id="F")) == name_of(entry("b", source="dayone", source_id="F"))


def test_two_notes_of_one_name_from_two_folders_are_two():
    assert name_of(entry("a", source="markdown", source_id="x.md")) != name_of(
        entry("b", source="markdown", source_id="x.md")
    )


def test_an_entry_is_read_only_when_it_is_asked_for():
    read = []
    preview = Preview(source="jrnl", entries=(entry("a"), entry("b")))
    events = events_of(preview, lambda texts: (read.append(text) or () for text in texts))
    next(events)
    assert read == ["a"]


def test_an_entry_of_a_megabyte_comes_in_parts_that_together_are_it():
    long = "\n\n".join("word " * 60 for _ in range(3_500))
    events = list(events_of(Preview(source="jrnl", entries=(entry(long),)), no_reading))
    assert "".join(event.text for event in events) == long
    assert len({event.id for event in events}) == len(events) == 11
    assert all(event.text.endswith("\n\n") for event in events[:-1])


@given(st.integers(0, LONGEST * 3), st.text("ab \n", min_size=1, max_size=40))
def test_parts_fit_and_lose_nothing(length, piece):
    text = (piece * (length // len(piece) + 1))[:length]
    told = list(parts(text))
    assert "".join(told) == text
    assert all(0 < len(part) <= LONGEST for part in told) or text == ""


def test_entries_stand_in_the_order_of_their_dates_and_give_three_examples():
    days = [f"2020-01-{day:02}" for day in (9, 2, 5, 7, 3)]
    preview = gather("jrnl", [entry(when=day) for day in days])
    assert (preview.count, preview.first, preview.last) == (5, "2020-01-02", "2020-01-09")
    assert preview.examples == ("2020-01-02", "2020-01-05", "2020-01-09")


def test_an_empty_journal_has_no_dates():
    preview = gather("jrnl", [])
    assert (preview.count, preview.first, preview.last, preview.examples) == (0, None, None, ())


def test_an_entry_that_day_one_forgot_to_name_is_named_by_its_words():
    assert name_of(entry("a", source="dayone")) != name_of(entry("b", source="dayone"))
