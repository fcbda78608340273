"""What holds for every format: any bytes are a journal or a refusal, twice is once, and the real samples read."""

import os
import re
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindlight.content import all_words
from kindlight.errors import Refusal
from kindlight.events import EntryBrought
from kindlight.porting import events_of, look

NAMES = (
    "Journal.json",
    "out.json",
    "a.jsonl",
    "diary.txt",
    "2020-01-02.md",
    "notes.md",
    "kindlight.jsonl",
    "a.zip",
    "x.doentry",
    "x.bin",
)
BEGINNINGS = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"---\ndate: ",
    b"[2020-01-02 10:30] ",
    b'{"entries": [',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b'{"metadata":{},"entries":[{"uuid":"a","creationDate":"2020-01-02T00:00:00Z","text":',
    b'{"tags":{},"entries":[{"date":',
    b'{"date":"2020-01-02","text":',
    b'{"version":1,"event":',
    b"# 2020-01-02\n",
    b"gAAAA",
)
PIECES = st.lists(
    st.sampled_from(BEGINNINGS) | st.binary(max_size=40) | st.text(max_size=40).map(str.encode), max_size=5
)


def events_at(path):
    return list(events_of(look(path), lambda texts: (() for _ in texts)))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(pieces=PIECES)
def test_any_bytes_are_a_journal_or_a_refusal(tmp_path_factory, name, pieces):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(b"".join(pieces))
    try:
        events = events_at(path)
    except Refusal:
        return
    assert msgspec.convert(msgspec.to_builtins(events), list[EntryBrought]) == events
    assert events_at(path) == events


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "piece", ["[", "{", '{"entries":', "#", "# ", "-\n", "\\", "![", "\n", "[2020-01-02 10:30", "1"]
)
def test_a_megabyte_of_one_thing_ends_soon(tmp_path, name, piece):
    path = tmp_path / name
    path.write_text(piece * (2**20 // len(piece)), "utf-8")
    with suppress(Refusal):
        assert look(path).count < 2**20


def test_the_invented_life_reads_whole():
    with as_file(files("kindlight.content") / "demo" / "life.jsonl") as path:
        preview = look(path)
    assert (preview.source, preview.count, preview.skipped, preview.notes) == ("jsonl", 183, (), ())
    assert (preview.first, preview.last) == ("2019-01-06", "2025-12-14")
    assert max(len(re.findall(r"[.?!](?:\s|$)", entry.text)) for entry in preview.entries) <= 6
    assert not [entry.when for entry in preview.entries if "!" in entry.text]


def test_every_reason_has_its_sentence():
    source = "".join(path.read_text("utf-8") for path in Path(str(files("kindlight.porting"))).glob("*.py"))
    used = set(re.findall(r'"(port\.[a-z.-]+)"', source))
    assert used == {key for key in all_words() if key.startswith("port.") and not key.startswith("port.source.")}


DATA = Path(os.environ.get("KINDLIGHT_DATA", ""))


@pytest.mark.data
@pytest.mark.skipif("KINDLIGHT_DATA" not in os.environ, reason="KINDLIGHT_DATA is not set")
@pytest.mark.parametrize(
    ("sample", "source", "count"),
    [
        ("diaries/barbellion/entries.jsonl", "jsonl", 528),
        ("importers/jrnl/basic_onefile.journal", "jrnl", 3),
        ("importers/jrnl/basic_folder", "jrnl", 3),
        ("importers/jrnl/brackets.journal", "jrnl", 1),
        ("importers/jrnl/markdown-headings-335.journal", "jrnl", 1),
        ("importers/jrnl/multiline.journal", "jrnl", 1),
        ("importers/jrnl/simple.journal", "jrnl", 2),
        ("importers/jrnl/synthetic_export.json", "jrnl", 1),
        ("importers/jrnl/tags.journal", "jrnl", 2),
        ("importers/dayone_classic", "dayone", 7),
        ("importers/obsidian", "markdown", 1),
    ],
)
def test_real_journals_read_whole(sample, source, count):
    preview = look(DATA / sample)
    assert (preview.source, preview.count, preview.skipped) == (source, count, ())
    names = {event.id for event in events_of(preview, lambda texts: (() for _ in texts))}
    assert len(names) == count
