"""Files, letters and ZIPs from anywhere."""

import stat
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindlight.errors import ArchiveUnsafe, JournalEncrypted, NotAJournal, NothingThere, Refusal
from kindlight.porting import archive, look
from kindlight.porting.files import File, files_of, letters


def packed(path, *members, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in members:
            made.writestr(name, data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_letters_are_read_in_every_usual_encoding(encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    told = letters(File(name="a", data=mark + "Grüße 💛\r\nzwei\rdrei".encode(encoding)))
    assert (told.text, told.notes) == ("Grüße 💛\nzwei\ndrei", ())


def test_any_bytes_become_letters():
    assert letters(File(name="a", data=bytes(range(256)))).notes != ()
    assert letters(File(name="a", data=b"\xff\xfea")).notes != ()


def test_hidden_things_and_links_in_a_folder_are_left_alone(tmp_path):
    for name in (".obsidian/a.md", ".trash/2020-01-01.md", "b/2020-01-02.md", "c/photo.jpg", ".d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / ".d.md")
    assert files_of(tmp_path) == (File(name="b/2020-01-02.md", data=b"x"),)


def test_a_zip_of_notes_reads_as_its_folder_would(tmp_path):
    path = packed(tmp_path / "notes.zip", ("v/2020-01-02.md", "A"), ("v/.obsidian/x.json", "{}"), ("v/a.png", "."))
    assert files_of(path) == (File(name="v/2020-01-02.md", data=b"A"),)


@pytest.mark.parametrize("name", ["../a.md", "v/../../a.md", "/etc/a.md", "C:/a.md", "..\\a.md"])
def test_a_zip_that_points_outside_is_refused_whole(tmp_path, name):
    with pytest.raises(ArchiveUnsafe):
        look(packed(tmp_path / "a.zip", ("2020-01-02.md", "A"), (name, "B")))


def test_a_zip_with_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("2020-01-02.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(ArchiveUnsafe):
        look(packed(tmp_path / "a.zip", (link, "/etc/passwd")))


def test_a_zip_that_would_unpack_without_end_is_refused(tmp_path):
    with pytest.raises(ArchiveUnsafe):
        look(packed(tmp_path / "a.zip", ("2020-01-02.md", b"a" * (archive.SMALL * 2))))


def test_the_same_words_less_tightly_packed_are_welcome(tmp_path):
    path = packed(tmp_path / "a.zip", ("2020-01-02.md", b"a" * (archive.SMALL * 2)), method=zipfile.ZIP_STORED)
    assert look(path).count == 1


def test_too_many_members_or_too_much_in_all_are_refused(tmp_path, monkeypatch):
    path = packed(tmp_path / "a.zip", ("2020-01-02.md", "AAAA"), ("2020-01-03.md", "BBBB"))
    assert look(path).count == 2
    for limit, most in (("MOST_MEMBERS", 1), ("MOST_BYTES", 7)):
        with monkeypatch.context() as smaller:
            smaller.setattr(archive, limit, most)
            with pytest.raises(ArchiveUnsafe):
                look(path)


def test_a_locked_member_is_said_to_be_locked(tmp_path):
    path = packed(tmp_path / "a.zip", ("2020-01-02.md", "A"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(JournalEncrypted):
        look(path)


@pytest.mark.parametrize("name", ["photo.jpg", "empty.json", "table.csv"])
def test_what_is_no_journal_is_said_to_be_none(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(NotAJournal):
        look(tmp_path / name)


def test_nothing_there_and_an_empty_folder_are_told_apart(tmp_path):
    with pytest.raises(NothingThere):
        look(tmp_path / "none")
    with pytest.raises(NotAJournal):
        look(tmp_path)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(4, 300), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_zip_with_any_bytes_changed_is_a_journal_or_a_refusal(tmp_path, changes):
    data = bytearray(packed(tmp_path / "a.zip", ("2020-01-02.md", "rain " * 40), ("b/2020-01-03.md", "B")).read_bytes())
    for place, byte in changes:
        data[place % len(data)] = byte
    (tmp_path / "a.zip").write_bytes(data)
    with suppress(Refusal):
        assert look(tmp_path / "a.zip").source in {"markdown", "dayone"}
