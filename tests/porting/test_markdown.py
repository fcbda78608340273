"""Markdown notes, one or many."""

from kindlight.porting import Entry, Preview, Skipped
from kindlight.porting.files import File
from kindlight.porting.frontmatter import split
from kindlight.porting.markdown import read


def note(name, words):
    return File(name=name, data=words.encode())


def only(name, words):
    (entry,) = read([note(name, words)]).entries
    return entry


def test_settings_give_the_date_before_the_name_does():
    words = (
        "---\ntitle: A walk\ncreated: 2021-05-04 08:15\ntags: [sea, 'slow walk']\n---\nWind. #kite [[Ines|her]] #1\n"
    )
    assert read([note("2020-01-02 walk.md", words)]) == Preview(
        source="markdown",
        entries=(
            Entry(
                source="markdown", source_id="2020-01-02 walk.md", when="2021-05-04T08:15", title="A walk",
                text="Wind. #kite [[Ines|her]] #1", tags=("sea", "slow", "walk", "kite"),
            ),
        ),
    )  # fmt: skip


def test_a_daily_note_is_dated_by_its_name():
    assert only("daily/2020-01-02.md", "Rain.\n") == Entry(
        source="markdown", source_id="daily/2020-01-02.md", when="2020-01-02", title="", text="Rain."
    )


def test_a_note_without_a_date_stays_behind_and_is_named():
    skipped = Skipped(name="idea.md", word="port.skip.no-date")
    assert read([note("idea.md", "Buy a boat.")]) == Preview(source="markdown", entries=(), skipped=(skipped,))


def test_a_long_file_is_cut_at_headings_that_are_dates():
    found = read([note("all.md", "above\n# 2020-01-02\nA\n## not a date\nB\n\n# Friday, 3 January 2020\nC\n")])
    assert [(one.when, one.text, one.source_id) for one in found.entries] == [
        ("2020-01-02", "A\n## not a date\nB", "all.md#2020-01-02"),
        ("2020-01-03", "C", "all.md#2020-01-03"),
    ]
    assert found.skipped == (Skipped(name="all.md", word="port.skip.no-date"),)


def test_broken_settings_are_the_persons_text():
    words = "---\nthis is not: [settings\nat all\n---\nA"
    assert split(words) == ({}, words)
    assert only("2020-01-02.md", words).text == words


def test_settings_without_an_end_are_text():
    assert split("---\ndate: 2020-01-01\n") == ({}, "---\ndate: 2020-01-01\n")


def test_lists_comments_and_nested_things_do_not_hide_the_date():
    words = '---\n# mine\nplace:\n  lat: 1\n  lon: 2\nTags:\n  - a\n  - "b c"\ndate: 2020-01-01 # first\n---\nX'
    assert split(words) == (
        {"place": (), "tags": ("a", "b c"), "date": ("2020-01-01",)},
        "X",
    )


def test_empty_settings_and_empty_notes_are_settings_and_nothing():
    assert split("---\n---\nX") == ({}, "X")
    assert read([note("2020-01-02.md", "")]).skipped == (Skipped(name="2020-01-02.md", word="port.skip.no-words"),)


def test_a_plain_text_file_alone_is_a_note_but_not_in_a_folder():
    assert only("2020-01-02.txt", "A").when == "2020-01-02"
    assert read([note("2020-01-02.txt", "A"), note("b.txt", "B")]) is None


def test_headings_links_and_colours_are_no_tags():
    assert only("2020-01-02.md", "# Title\nsee https://a.b/#part and &#39; and (#no) #yes/deep").tags == ("yes/deep",)


def test_a_date_that_is_a_link_is_a_date():
    assert only("a.md", '---\ndate: "[[2020-01-02]]"\n---\nA').when == "2020-01-02"
