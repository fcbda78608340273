"""Rooms of every released format: the good ones open for ever, the spoiled ones never."""

import re
import runpy
import shutil
import sys
from pathlib import Path

import pytest

from kindlight.errors import KeysDamaged, RecordDamaged
from kindlight.vault import unlock

ROOT = Path(__file__).parents[2]
VAULTS = ROOT / "tests" / "vaults"
PASSPHRASE = "a quiet test passphrase"


def copied(name: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(VAULTS / name, tmp_path / name))


def opened_and_read(home: Path) -> list[int]:
    with unlock(home, passphrase=PASSPHRASE) as vault:
        return [seq for seq, _ in vault.read()]


def test_a_room_of_the_first_format_opens(tmp_path):
    home = copied("good_v1", tmp_path)
    assert opened_and_read(home) == list(range(1, 63))
    with unlock(home, recovery=(VAULTS / "good_v1.recovery").read_text("utf-8")) as vault:
        assert vault.check().findings == ()
        assert vault.search("harb rest", 5) == ()
        assert [event.id for event in vault.search("boats res", 5)] == ["entry-0001"]
        assert vault.find("thought-0060").text == "rest a while, 60"


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("fail_bit_flipped", RecordDamaged),
        ("fail_truncated", RecordDamaged),
        ("fail_page_rolled_back", RecordDamaged),
        ("fail_cheap_argon2", KeysDamaged),
    ],
)
def test_a_spoiled_room_is_refused(name, refusal, tmp_path):
    home = copied(name, tmp_path)
    with pytest.raises(refusal):
        opened_and_read(home)


def test_a_stranger_can_open_a_room_by_the_description_alone(tmp_path, monkeypatch, capsys):
    """The program in docs/vault-format.md, run as it stands; it does not know Kindlight."""
    page = (ROOT / "docs" / "vault-format.md").read_text("utf-8")
    program = tmp_path / "open_room.py"
    program.write_text(re.search(r"```python\n(.*?)```", page, re.DOTALL)[1], "utf-8")
    assert "kindlight." not in program.read_text("utf-8").replace("kindlight.db", "")
    monkeypatch.setattr(sys, "argv", ["open_room.py", str(copied("good_v1", tmp_path)), PASSPHRASE])
    runpy.run_path(str(program), run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 62
    assert '"text":"rest a while, 60"' in lines[-1]
