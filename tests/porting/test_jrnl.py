"""jrnl, as text, as a folder and as JSON."""

import json

import pytest

from kindlight.errors import JournalEncrypted
from kindlight.porting import Entry, Note, Preview, Skipped
from kindlight.porting.files import File
from kindlight.porting.jrnl import read


def text(words, name="diary.txt"):
    return File(name=name, data=words.encode())


def entry(when, words, **more):
    return Entry(
        **{"source": "jrnl", "source_id": "", "when": when, "title": words.split("\n")[0], "text": words, **more}
    )


def test_a_header_begins_an_entry_and_its_title_is_part_of_the_text():
    diary = text("[2020-01-02 10:30] Tired. *\nBut @rain helped\n  a little.\n\n[2020-01-03 09:00:00 PM] Better.\n")
    first = entry("2020-01-02T10:30", "Tired.\nBut @rain helped\n  a little.", tags=("rain",), starred=True)
    assert read([diary]) == Preview(source="jrnl", entries=(first, entry("2020-01-03T21:00:00", "Better.")))


def test_a_line_that_only_begins_with_a_bracket_is_not_a_header():
    diary = text("[2020-01-02 10:30] List\n[1] milk\n[not a date] bread\n")
    assert read([diary]).entries == (entry("2020-01-02T10:30", "List\n[1] milk\n[not a date] bread"),)


def test_windows_line_ends_are_line_ends():
    assert read([text("[2020-01-02 10:30] A\r\nB\r\n")]).entries == (entry("2020-01-02T10:30", "A\nB"),)


def test_one_date_settles_the_order_of_the_others():
    diary = text("[03/04/2020 10:00] A\n[25/04/2020 10:00] B\n")
    assert [one.when for one in read([diary]).entries] == ["2020-04-03T10:00", "2020-04-25T10:00"]


def test_dates_that_could_be_meant_twice_stay_behind_and_are_named():
    skipped = Skipped(name="03/04/2020 10:00", word="port.skip.unsure-date")
    assert read([text("[03/04/2020 10:00] A\n")]) == Preview(source="jrnl", entries=(), skipped=(skipped,))


def test_an_entry_without_words_stays_behind_and_is_named():
    skipped = Skipped(name="2020-01-02T10:30", word="port.skip.no-words")
    assert read([text("[2020-01-02 10:30] \n")]).skipped == (skipped,)


def test_a_folder_of_days_is_one_journal_and_other_files_are_left_alone():
    days = [text("[2020-01-03 09:00] B", "2020/01/03.txt"), text("[2020-01-02 09:00] A", "2020/01/02.txt")]
    found = read([*days, text("hello", "notes.txt")])
    assert found.entries == (entry("2020-01-02T09:00", "A"), entry("2020-01-03T09:00", "B"))


def test_words_above_the_first_date_are_named():
    found = read([text("lost words\n[2020-01-03 09:00] B", "2020/01/03.txt")])
    assert found.skipped == (Skipped(name="2020/01/03.txt", word="port.skip.no-date"),)


def test_letters_of_an_unknown_kind_are_guessed_and_said_so():
    found = read([File(name="old.txt", data="[2020-01-02 10:30] Café’s".encode("cp1252"))])
    assert found.entries == (entry("2020-01-02T10:30", "Café’s"),)
    assert found.notes == (Note(name="old.txt", word="port.note.letters-guessed"),)


def test_the_json_export_is_read_and_a_broken_entry_named():
    good = {"title": "A line.", "body": "With @care", "date": "2020-07-01", "time": "20:00", "tags": ["@care"]}
    entries = [good, {"title": 3}, {"title": "x", "date": "someday"}]
    export = text(json.dumps({"tags": {"@care": 1}, "entries": entries}), "out.json")
    told = entry("2020-07-01T20:00", "A line.\nWith @care", tags=("care",))
    reasons = (
        Skipped(name="out.json 2", word="port.skip.not-understood"),
        Skipped(name="out.json 3", word="port.skip.no-date"),
    )
    assert read([export]) == Preview(source="jrnl", entries=(told,), skipped=reasons)


def test_a_locked_journal_is_refused():
    with pytest.raises(JournalEncrypted):
        read([File(name="diary.txt", data=b"gAAAAABf" + b"x" * 90)])


def test_what_is_no_jrnl_is_none():
    assert read([text("Dear diary")]) is None
    assert read([text('{"a": 1}')]) is None
    assert read([text("[2020-01-02 10:30] A", "a.txt"), text("x", "b.txt")]) is None
