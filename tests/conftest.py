"""What tests share: the folder of real texts, where there is one."""

import os
from pathlib import Path

import pytest


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
