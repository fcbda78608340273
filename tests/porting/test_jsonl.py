"""One JSON object a line."""

from kindlight.porting import Entry, Preview, Skipped
from kindlight.porting.files import File
from kindlight.porting.jsonl import read


def test_each_line_is_an_entry_and_broken_lines_are_named_by_number():
    lines = ['{"date": "2020-01-02", "text": "Hard-wrapped\\nwords", "tags": ["a"]}', "", '{"date": 3}', "{", "7"]
    lines += ['{"date": "once", "text": "x"}', '{"date": "2020-01-01 08:15", "text": "\\ud800"}']
    found = read([File(name="d.jsonl", data="\r\n".join(lines).encode())])
    entry = Entry(source="jsonl", source_id="", when="2020-01-02", title="", text="Hard-wrapped\nwords", tags=("a",))
    words = {3: "not-understood", 4: "not-understood", 5: "not-understood", 6: "no-date", 7: "not-understood"}
    reasons = tuple(Skipped(name=f"d.jsonl {line}", word=f"port.skip.{why}") for line, why in words.items())
    assert found == Preview(source="jsonl", entries=(entry,), skipped=reasons)


def test_what_is_not_lines_of_json_is_none():
    assert read([File(name="a.txt", data=b"Dear diary")]) is None
    assert read([File(name="a.txt", data=b'{"date": "2020-01-02", "text": "x"}')]) is not None
