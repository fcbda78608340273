import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kindlight.errors import EngineTooOld, OpenElsewhere, RecordDamaged, RecordTooNew, StillLocked
from kindlight.events import EntryBrought, RoomFounded, ThoughtKept, VisitClosed
from kindlight.vault import engine
from kindlight.vault.check import examine
from kindlight.vault.store import Store

PAGE_BYTES = 4096
LAST_LEAF = "SELECT pageno FROM dbstat WHERE name = 'events' AND pagetype = 'leaf' ORDER BY path DESC LIMIT 1"
WORDS = ("rain", "window", "gentle", "again", "garden", "river")


def test_what_is_kept_is_there_after_reopening(open_store, thought):
    store = open_store()
    assert store.append([thought(1), thought(2)]) == (thought(1), thought(2))
    store.close()
    assert list(open_store().read()) == [(1, thought(1)), (2, thought(2))]


def test_a_known_id_is_already_kept(open_store, thought):
    store = open_store()
    assert store.append([thought(1), thought(1)]) == (thought(1),)
    assert store.append([thought(1, "told differently"), thought(2)]) == (thought(2),)
    assert store.find("thought-000001") == thought(1)


def test_what_could_not_be_read_back_is_never_written(open_store, thought):
    store = open_store()
    with pytest.raises(msgspec.ValidationError):
        store.append([thought(1), VisitClosed(id="no", when="2026-01-01")])
    assert list(store.read()) == []


def test_a_word_is_only_a_word_and_the_last_may_go_on(open_store, thought):
    store = open_store()
    store.append([thought(1, 'she said "rest" OR not'), thought(2, "resting by the café")])
    assert {event.id for event in store.search("rest", 9)} == {"thought-000001", "thought-000002"}
    assert store.search('"rest" OR', 9) == (thought(1, 'she said "rest" OR not'),)
    assert store.search("cafe", 9) == (thought(2, "resting by the café"),)
    assert [store.search(query, 9) for query in ("", "  ", '"', "*", "title:", "\0", "NOT", "she AND zebra")][:4] == [
        ()
    ] * 4


def test_titles_are_found_and_other_events_are_not(open_store):
    store = open_store()
    entry = EntryBrought(
        id="entry-0001", when="2020-01-01", source="day-one", source_id="x", title="A harbour", text="boats", tags=(),
        starred=False, sentences=(),
    )  # fmt: skip
    store.append([RoomFounded(id="founding-1", when="2020-01-01", seed=7), entry])
    assert store.search("harb", 9) == (entry,)
    assert store.search("founding", 9) == ()


def test_a_snapshot_is_of_one_version_only(open_store, thought):
    store = open_store()
    store.append([thought(1)])
    store.keep_snapshot("garden", 1, 1, b"one")
    store.keep_snapshot("garden", 2, 1, b"two")
    assert [store.snapshot("garden", 1), store.snapshot("garden", 2), store.snapshot("glow", 2)] == [
        None,
        (1, b"two"),
        None,
    ]


def test_a_closed_store_says_that_the_room_is_locked(open_store, thought):
    store = open_store()
    store.close()
    with pytest.raises(StillLocked):
        store.append([thought(1)])


def test_a_second_engine_on_the_file_is_turned_away(open_store):
    open_store()
    with pytest.raises(OpenElsewhere):
        open_store()


def test_a_wrong_key_opens_nothing_and_harms_nothing(open_store, path, thought):
    store = open_store()
    store.append([thought(1)])
    store.close()
    before = path.read_bytes()
    with pytest.raises(RecordDamaged):
        open_store(b"w" * 32)
    assert path.read_bytes() == before
    assert open_store().find("thought-000001") == thought(1)


def test_a_newer_record_is_not_touched(open_store):
    store = open_store()
    store.connection.execute("PRAGMA user_version = 2")
    store.close()
    with pytest.raises(RecordTooNew):
        open_store()


@pytest.mark.parametrize("statement", [0, 2])
def test_a_mistyped_pragma_is_noticed(statement, open_store, monkeypatch):
    mistyped = [text.replace("cipher", "cypher", 1).replace("key", "kay", 1) for text in engine.SEALING]
    sealing = [*engine.SEALING]
    sealing[statement] = mistyped[statement]
    monkeypatch.setattr(engine, "SEALING", tuple(sealing))
    with pytest.raises(EngineTooOld):
        open_store()


def test_control_without_the_assertions_a_mistyped_pragma_leaves_words_in_plain_sight(
    open_store, path, monkeypatch, thought
):
    monkeypatch.setattr(engine, "SEALING", tuple(text.replace("PRAGMA key", "PRAGMA kay") for text in engine.SEALING))
    monkeypatch.setattr(engine, "require_sealed", lambda *_: None)
    store = open_store()
    store.append([thought(1)])
    store.close()
    assert path.read_bytes().startswith(engine.PLAIN)
    assert b"rain on the window" in path.read_bytes()


@pytest.mark.parametrize("name", engine.MANNERS)
def test_a_setting_that_does_not_take_is_noticed(name, open_store, monkeypatch):
    other = {"locking_mode": "NORMAL", "journal_mode": "DELETE", "temp_store": "FILE", "synchronous": "NORMAL"}
    wrong = other.get(name, "ON" if name == "trusted_schema" else "OFF")
    monkeypatch.setitem(engine.MANNERS, name, (wrong, engine.MANNERS[name][1]))
    with pytest.raises(EngineTooOld):
        open_store()


@pytest.mark.parametrize(("version", "sealing"), [("3.53.2", True), ("3.40.1", True), ("3.54.0", False)])
def test_an_old_engine_or_one_that_cannot_seal_is_refused(version, sealing):
    with pytest.raises(EngineTooOld):
        engine.require(version, sealing=sealing)
    engine.require("3.53.3", sealing=True)


def filled(path: Path, thought) -> bytes:
    store = Store(path, b"k" * 32)
    store.append([thought(number, f"{WORDS[number % 6]} {number} " * 40) for number in range(1, 120)])
    store.close()
    return path.read_bytes()


def outcome(path: Path) -> str:
    """What becomes of someone who opens, reads and checks."""
    try:
        store = Store(path, b"k" * 32)
    except RecordDamaged:
        return "refused"
    try:
        report = examine(store, store.head)
        return "sound" if report.sound else "reported"
    finally:
        store.close()


def test_one_bit_changed_on_any_page_is_noticed(path, thought):
    whole = filled(path, thought)
    assert outcome(path) == "sound"
    for page in range(len(whole) // PAGE_BYTES):
        changed = bytearray(whole)
        changed[page * PAGE_BYTES + (page * 97) % PAGE_BYTES] ^= 1 << page % 8
        path.write_bytes(changed)
        assert outcome(path) != "sound", page


def test_a_record_cut_short_is_refused(path, thought):
    whole = filled(path, thought)
    for pages in (1, len(whole) // PAGE_BYTES // 2, len(whole) // PAGE_BYTES - 1):
        path.write_bytes(whole[: pages * PAGE_BYTES])
        assert outcome(path) != "sound", pages


def rolled_back(path: Path, thought) -> Path:
    """A record in which one sealed page of the table is an older, once valid one: the page seals cannot tell."""
    store = Store(path, b"k" * 32)
    texts = [thought(number, f"{WORDS[number % 6]} {number} " * 4) for number in range(1, 301)]
    store.append(texts[:100])
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    early, page = path.read_bytes(), store.connection.execute(LAST_LEAF).get
    store.append(texts[100:])
    store.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        old = early[(page - 1) * PAGE_BYTES : page * PAGE_BYTES]
        assert len(old) == PAGE_BYTES
        file.write(old)
    return path


def test_a_page_put_back_is_noticed_when_it_is_read(path, thought):
    store = Store(rolled_back(path, thought), b"k" * 32)
    read = []
    with pytest.raises(RecordDamaged):
        read.extend(store.read())
    assert [finding.what for finding in examine(store, store.head).findings if finding.what == "chain"] == ["chain"]
    store.close()


def test_control_without_the_chain_a_page_put_back_goes_unseen(path, thought, monkeypatch):
    monkeypatch.setattr("kindlight.vault.store.follow", lambda _, rows: rows)
    store = Store(rolled_back(path, thought), b"k" * 32)
    assert 0 < len(list(store.read())) < 300
    store.close()


def test_files_are_their_owners_alone(open_store, path, thought):
    before = os.umask(0)
    try:
        open_store().append([thought(1)])
    finally:
        os.umask(before)
    assert {entry.name: entry.stat().st_mode & 0o777 for entry in path.parent.iterdir()} == {
        "kindlight.db": 0o600,
        "kindlight.db-wal": 0o600,
    }


def test_the_engine_remembers_no_deleted_words(open_store):
    store = open_store()
    assert re.search(
        "contentless_delete=1", store.connection.execute("SELECT sql FROM sqlite_schema WHERE name='texts'").get
    )
    assert store.connection.execute("SELECT v FROM texts_config WHERE k = 'secure-delete'").get == 1


def test_one_thread_may_hand_the_store_to_another(open_store, thought):
    store = open_store()
    with ThreadPoolExecutor(1) as other:
        assert other.submit(store.append, [thought(1)]).result() == (thought(1),)
    assert store.find("thought-000001") == thought(1)


class RecordBesideAList(RuleBasedStateMachine):
    """The sealed log and a plain list, told the same things."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kindlight-record-"))
        self.store = Store(self.folder / "k.db", b"k" * 32)
        self.list: list[ThoughtKept] = []
        self.snapshots: dict[str, tuple[int, int, bytes]] = {}

    @rule(
        events=st.lists(
            st.tuples(st.integers(1, 30), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)), max_size=5
        )
    )
    def append(self, events):
        told = [
            ThoughtKept(id=f"thought-{number:03}", when="2026-01-01", text=" ".join(words), sentences=())
            for number, words in events
        ]
        new: list[ThoughtKept] = []
        for event in told:
            if event.id not in {known.id for known in self.list + new}:
                new.append(event)
        assert self.store.append(told) == tuple(new)
        self.list += new

    @precondition(lambda self: self.list)
    @rule(data=st.data())
    def find(self, data):
        event = data.draw(st.sampled_from(self.list))
        assert self.store.find(event.id) == event
        assert self.store.find("no-such-thought") is None

    @rule(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), start=st.integers(1, 6))
    def search(self, words, start):
        *whole, last = words
        found = {event.id for event in self.store.search(" ".join([*whole, last[:start]]), 100)}
        assert found == {
            event.id
            for event in self.list
            if set(whole) <= set(event.text.split())
            and any(word.startswith(last[:start]) for word in event.text.split())
        }

    @rule(name=st.sampled_from(["garden", "glow"]), version=st.integers(1, 2), body=st.binary(max_size=9))
    def keep_snapshot(self, name, version, body):
        self.store.keep_snapshot(name, version, len(self.list), body)
        self.snapshots[name] = (version, len(self.list), body)

    @rule(name=st.sampled_from(["garden", "glow"]), version=st.integers(1, 2))
    def snapshot(self, name, version):
        kept = self.snapshots.get(name)
        assert self.store.snapshot(name, version) == (kept[1:] if kept and kept[0] == version else None)

    @rule()
    def reopen(self):
        self.store.close()
        self.store = Store(self.folder / "k.db", b"k" * 32)

    @rule(after=st.integers(0, 40))
    def read(self, after):
        assert list(self.store.read(after)) == list(enumerate(self.list, 1))[after:]

    @rule()
    def check(self):
        assert examine(self.store, self.store.head).findings == ()

    @invariant()
    def same_length(self):
        assert self.store.head.seq == len(self.list)

    def teardown(self):
        self.store.close()
        shutil.rmtree(self.folder)


TestRecordBesideAList = RecordBesideAList.TestCase
TestRecordBesideAList.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
