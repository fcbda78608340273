"""Everything out, and everything back."""

import stat

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindlight.errors import CannotWrite, DiskFull, FolderNotEmpty, RecordDamaged, RecordTooNew
from kindlight.events import EntryBrought, HelpArranged, PeopleNamed, Person, RoomFounded, ThoughtKept, VisitClosed
from kindlight.porting import events_of, look, write_export
from kindlight.reading import Aim, Reading, Sentence

unit = st.integers(0, 1000).map(lambda share: share / 1000)
ids = st.text("abcXYZ019_-", min_size=8, max_size=64)
days = st.dates().map(str)
whens = days | days.map(lambda day: day + "T10:30") | days.map(lambda day: day + "T10:30:05.5+01:00[Europe/Zurich]")
words = st.text(min_size=1, max_size=200)
SHARES = (
    "self_kindness",
    "self_judgment",
    "common_humanity",
    "isolation",
    "mindfulness",
    "over_identification",
    "kind_to_self",
    "harsh_to_self",
    "care",
)
readings = st.builds(
    Reading,
    target=st.builds(Aim, self_=unit, other=unit, none=unit),
    emotions=st.dictionaries(st.sampled_from(["joy", "fear", "grief"]), unit),
    **dict.fromkeys(SHARES, unit),
    model=st.just("r1"),
)
spans = st.lists(st.builds(Sentence, start=st.integers(0), end=st.integers(0), reading=readings), max_size=2).map(tuple)
named = {"id": ids, "when": whens}
texts = st.builds(ThoughtKept, **named, text=words, sentences=spans) | st.builds(
    EntryBrought, **named, source=words, source_id=st.text(), title=st.text(), text=words,
    tags=st.lists(words, max_size=3).map(tuple), starred=st.booleans(), sentences=spans,
)  # fmt: skip
people = st.lists(st.builds(Person, name=st.text(min_size=1, max_size=80), reach=st.text(max_size=120)), max_size=3)
others = (
    st.builds(RoomFounded, **named, seed=st.integers(0, 2**32 - 1))
    | st.builds(PeopleNamed, **named, people=people.map(tuple))
    | st.builds(HelpArranged, **named, region=st.text(max_size=3), offers=st.booleans())
    | st.builds(VisitClosed, **named)
)
histories = st.lists(texts | others, max_size=12)

FOUNDED = RoomFounded(id="e-founded", when="2024-01-01T08:00", seed=7)
THOUGHT = ThoughtKept(id="e-thought", when="2024-05-02T21:14", text="Tired.\n\nAnd *still* here.", sentences=())
EARLIER = ThoughtKept(id="e-earlier", when="2024-02-01", text="Rain.", sentences=())


def files_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@settings(max_examples=60, deadline=None)
@given(history=histories)
def test_what_goes_out_comes_back_to_the_byte_and_in_order(tmp_path_factory, history):
    folder = tmp_path_factory.mktemp("out") / "export"
    write_export(iter(history), folder)
    back = list(look(folder).events)
    assert back == history
    assert [msgspec.json.encode(event) for event in back] == [msgspec.json.encode(event) for event in history]


@settings(max_examples=40, deadline=None)
@given(history=st.lists(texts, min_size=1, max_size=8))
def test_every_text_stands_verbatim_on_the_page_of_its_year(tmp_path_factory, history):
    folder = tmp_path_factory.mktemp("out") / "export"
    write_export(history, folder)
    for event in history:
        assert event.text.encode() in (folder / "journal" / f"{event.when[:4]}.md").read_bytes()


def test_a_page_is_by_date_and_easy_on_the_eye(tmp_path):
    write_export([FOUNDED, THOUGHT, EARLIER], tmp_path / "out")
    assert files_in(tmp_path / "out") == ["README.txt", "journal/2024.md", "kindlight.jsonl"]
    page = (tmp_path / "out" / "journal" / "2024.md").read_text("utf-8")
    assert page == "# 2024\n\n## 2024-02-01\n\nRain.\n\n## 2024-05-02 21:14\n\nTired.\n\nAnd *still* here.\n"


def test_the_pages_alone_can_be_brought_back_too(tmp_path):
    write_export([THOUGHT, EARLIER], tmp_path / "out")
    told = look(tmp_path / "out" / "journal")
    assert [(one.when, one.text) for one in told.entries] == [(one.when, one.text) for one in (EARLIER, THOUGHT)]


def test_an_export_gives_its_events_back_whole_and_its_founding_apart(tmp_path):
    write_export([FOUNDED, THOUGHT, EARLIER], tmp_path / "out")
    preview = look(tmp_path / "out")
    assert (preview.source, preview.count, preview.first) == ("kindlight", 2, "2024-02-01")
    assert preview.events == (FOUNDED, THOUGHT, EARLIER)
    assert list(events_of(preview, lambda _: pytest.fail("read again"))) == [THOUGHT, EARLIER]


def test_only_the_person_can_open_what_was_taken_out(tmp_path):
    write_export([THOUGHT], tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_an_empty_folder_is_filled_and_a_full_one_is_left_alone(tmp_path):
    (tmp_path / "out").mkdir()
    write_export([THOUGHT], tmp_path / "out")
    before = (tmp_path / "out" / "kindlight.jsonl").read_bytes()
    with pytest.raises(FolderNotEmpty):
        write_export([EARLIER], tmp_path / "out")
    assert (tmp_path / "out" / "kindlight.jsonl").read_bytes() == before


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(FolderNotEmpty):
        write_export([THOUGHT], tmp_path / "out")
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def breaking_off(error):
    yield THOUGHT
    raise error


@pytest.mark.parametrize(
    ("error", "refused"),
    [(OSError(28, "full"), DiskFull), (OSError(5, "broken"), CannotWrite), (RecordDamaged(seq=2), RecordDamaged)],
)
def test_an_export_that_breaks_off_leaves_nothing(tmp_path, error, refused):
    with pytest.raises(refused):
        write_export(breaking_off(error), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path):
    with pytest.raises(CannotWrite):
        write_export([THOUGHT], tmp_path / "none" / "out")


def test_an_export_of_a_newer_kindlight_is_refused_and_the_line_named(tmp_path):
    write_export([FOUNDED, THOUGHT], tmp_path / "out")
    path = tmp_path / "out" / "kindlight.jsonl"
    first, second = path.read_bytes().splitlines()
    path.write_bytes(first + b"\n" + second.replace(b'"version":1', b'"version":2'))
    with pytest.raises(RecordTooNew) as refused:
        look(tmp_path / "out")
    assert refused.value.values == {"seq": "2"}


def test_looking_at_a_broken_export_names_the_line_and_keeps_the_rest(tmp_path):
    write_export([FOUNDED, THOUGHT], tmp_path / "out")
    with (tmp_path / "out" / "kindlight.jsonl").open("ab") as file:
        file.write(b"{half\n")
    preview = look(tmp_path / "out")
    assert preview.events == (FOUNDED, THOUGHT)
    assert [skipped.name for skipped in preview.skipped] == ["kindlight.jsonl 3"]
