"""The command line as a newcomer meets it: real folders, real vaults, real journals."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kindlight.cli import main
from kindlight.content import say

PASSPHRASE = "a lantern for the test"
JOURNAL = """[2019-03-02 22:10] A long week.
I was no use to anyone today. The roof leaks again.

[2021-06-14 07:30] Early.
It makes sense that I am tired. I can go slowly today.
"""
Run = Callable[..., Result]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.txt"
    path.write_text(JOURNAL, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def go(*arguments: str | Path, home: Path | None = None, typed: str = "", secret: Path | None = secret) -> Result:
        told = {"KINDLIGHT_HOME": str(home or tmp_path / "room"), "KINDLIGHT_NO_BROWSER": "1"}
        if secret is not None:
            told["KINDLIGHT_PASSPHRASE_FILE"] = str(secret)
        return CliRunner(env=told).invoke(main, [str(argument) for argument in arguments], input=typed)

    return go


def test_every_command_says_what_it_is_for(run: Run) -> None:
    assert run("--help").exit_code == 0
    for name in main.commands:
        assert say(f"cli.help.{name}")[:40] in " ".join(run(name, "--help").output.split())


def test_read_gives_one_object_a_line(run: Run) -> None:
    output = run("read", "--json", typed="I'm such an idiot\nHe's such an idiot\n").output
    mine, his = (json.loads(line) for line in output.splitlines())
    assert set(mine) >= {
        "text", "target", "self_kindness", "self_judgment", "common_humanity", "isolation", "mindfulness",
        "over_identification", "kind_to_self", "harsh_to_self", "emotions", "care",
    }  # fmt: skip
    assert mine["harsh_to_self"] > 0.5 > his["harsh_to_self"]
    assert set(mine["target"]) == {"self", "other", "none"}


def test_read_takes_any_bytes_and_answers_each_line() -> None:
    output = CliRunner().invoke(main, ["read", "--json"], input=b"\xff\xfe\n\nI can rest.\n").output
    assert len([json.loads(line) for line in output.splitlines()]) == 3


def test_import_shows_what_is_there_and_asks_first(run: Run, journal: Path, tmp_path: Path) -> None:
    result = run("import", journal, typed="n\n")
    assert "2019-03-02" in result.output
    assert "2021-06-14" in result.output
    assert not (tmp_path / "room" / "kindlight.db").exists()


def test_importing_twice_adds_nothing(run: Run, journal: Path) -> None:
    assert say("cli.import.done", new=2, known=0) in run("import", journal, "--yes").output
    assert say("cli.import.done", new=0, known=2) in run("import", journal, "--yes").output


def test_an_export_comes_back_as_the_same_room(run: Run, journal: Path, tmp_path: Path) -> None:
    run("import", journal, "--yes")
    assert run("export", tmp_path / "out").exit_code == 0
    other = tmp_path / "other-room"
    assert run("import", tmp_path / "out", "--yes", home=other).exit_code == 0
    assert run("export", tmp_path / "out-again", home=other).exit_code == 0
    first, second = ((tmp_path / name / "kindlight.jsonl").read_bytes() for name in ("out", "out-again"))
    assert first == second


def test_check_and_prove_find_a_whole_and_sealed_record(run: Run, journal: Path) -> None:
    run("import", journal, "--yes")
    assert say("cli.check.whole", count=3) in run("check").output
    assert say("cli.prove.sealed", count=2) in run("prove").output


def test_prove_says_so_when_words_lie_in_the_clear(run: Run, journal: Path, tmp_path: Path) -> None:
    run("import", journal, "--yes")
    (tmp_path / "room" / "stray.txt").write_text(JOURNAL, encoding="utf-8")
    assert run("prove").exit_code == 1


def test_a_wrong_passphrase_is_a_sentence_and_loses_nothing(run: Run, journal: Path, tmp_path: Path) -> None:
    run("import", journal, "--yes")
    wrong = tmp_path / "wrong"
    wrong.write_text("not the one at all", encoding="utf-8")
    result = run("check", secret=wrong)
    assert (result.exit_code, result.stderr.strip()) == (1, say("refusal.wrong-passphrase"))
    assert run("check").exit_code == 0


def test_without_a_passphrase_the_key_file_is_private(run: Run, journal: Path, tmp_path: Path) -> None:
    result = run("import", journal, "--yes", typed="none\n", secret=None)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "room" / "room.key").stat().st_mode & 0o777 == 0o600
    assert run("check", secret=None).exit_code == 0


def test_asking_where_there_is_no_room_says_so(run: Run) -> None:
    result = run("export", "anywhere")
    assert (result.exit_code, result.stderr.strip()) == (1, say("refusal.no-room-here"))


def test_a_path_with_nothing_there_says_so(run: Run, tmp_path: Path) -> None:
    result = run("import", tmp_path / "nowhere")
    assert (result.exit_code, "Traceback" in result.output) == (1, False)


@pytest.mark.data
def test_a_real_diary_comes_in_whole(run: Run, diary: Path) -> None:
    assert say("cli.import.done", new=528, known=0) in run("import", diary, "--yes").output
    assert run("check").exit_code == 0
