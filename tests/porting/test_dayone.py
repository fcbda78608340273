"""Day One's JSON export."""

import io
import json
import zipfile

from kindlight.porting import Entry, Preview, Skipped, look
from kindlight.porting.dayone import read
from kindlight.porting.files import File

UUID = "0F" * 16


def told(**more):
    return {"uuid": UUID, "creationDate": "2020-01-02T22:30:00Z", "timeZone": "Europe/Zurich", "text": "Hello", **more}


def journal(*entries, name="Journal.json"):
    return File(name=name, data=json.dumps({"metadata": {"version": "1.0"}, "entries": entries}).encode())


def words(**more):
    (entry,) = read([journal(told(**more))]).entries
    return entry.text


def test_an_entry_comes_with_its_local_time_tags_and_star():
    full = told(text="# A day\n\nSlow\\.\n", tags=["sea"], starred=True, weather={"code": "rain"})
    entry = Entry(
        source="dayone", source_id=UUID, when="2020-01-02T23:30:00+01:00[Europe/Zurich]", title="A day",
        text="# A day\n\nSlow.", tags=("sea",), starred=True,
    )  # fmt: skip
    assert read([journal(full)]) == Preview(source="dayone", entries=(entry,))


def test_backslashes_and_pictures_are_taken_out_of_the_words():
    assert words(text="![](dayone-moment://AB12)\nI\\'m 1\\. here \\\\ C:\\dir\n") == "I'm 1. here \\ C:\\dir"


def test_a_missing_text_is_found_in_the_rich_text():
    rich = {"contents": [{"text": "One "}, {"embeddedObjects": []}, {"text": "two", "attributes": {"bold": True}}]}
    assert words(text=None, richText=json.dumps(rich)) == "One two"
    assert words(text=None, richText="plain words") == "plain words"


def test_an_entry_without_any_words_is_named():
    found = read([journal(told(text=None, richText="{broken"))])
    assert found.skipped == (Skipped(name=UUID, word="port.skip.no-words"),)


def test_a_day_without_a_time_stays_a_day():
    (entry,) = read([journal(told(isAllDay=True))]).entries
    assert entry.when == "2020-01-02"


def test_one_broken_entry_does_not_cost_the_others():
    found = read([journal({"uuid": 4}, told(creationDate="?"), told())])
    assert [one.text for one in found.entries] == ["Hello"]
    assert found.skipped == (
        Skipped(name="Journal.json 1", word="port.skip.not-understood"),
        Skipped(name="Journal.json 2", word="port.skip.no-date"),
    )


def test_a_zip_of_two_journals_is_one_preview(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Journal.json", journal(told()).data)
        archive.writestr("Work.json", journal(told(uuid="1E" * 16, text="Later")).data)
        archive.writestr("photos/a.json.jpeg", b"\xff\xd8")
        archive.writestr("__MACOSX/._Journal.json", b"\0\5")
    assert sorted(entry.text for entry in look(path).entries) == ["Hello", "Later"]


def test_other_json_is_none():
    assert read([File(name="a.json", data=b'{"entries": 3}'), File(name="b.json", data=b"[")]) is None
    assert read([File(name="a.json", data=io.BytesIO(b"[" * 100_000).read())]) is None
