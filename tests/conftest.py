"""What tests share: the running program, and the folder of real texts where there is one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import Engine


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder named by KINDLIGHT_DATA; tests that need it are left out without it."""
    named = os.environ.get("KINDLIGHT_DATA", "")
    if not named or not Path(named).is_dir():
        pytest.skip("KINDLIGHT_DATA names no folder of real texts")
    return Path(named)


@pytest.fixture(scope="session")
def diary(data: Path) -> Path:
    """A real diary of 528 entries."""
    return data / "diaries" / "barbellion" / "entries.jsonl"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    running = Engine(tmp_path / "room")
    yield running
    if running.process.poll() is None:
        running.stop()
