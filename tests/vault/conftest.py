"""One founded room, copied for each test that wants one: deriving a key is meant to be slow."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kindlight.events import ThoughtKept
from kindlight.vault import create
from kindlight.vault.store import Store

KEY = bytes(range(32))


class Founded(NamedTuple):
    home: Path
    passphrase: str
    code: str


def _thought(number: int, text: str = "rain on the window") -> ThoughtKept:
    return ThoughtKept(id=f"thought-{number:06}", when="2026-11-23T21:04:00+01:00", text=text, sentences=())


@pytest.fixture(scope="session")
def thought() -> Callable[..., ThoughtKept]:
    return _thought


@pytest.fixture(scope="session")
def founding(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    home = tmp_path_factory.mktemp("founding") / "room"
    vault, code = create(home, "a quiet test passphrase", os.urandom)
    vault.append([_thought(number) for number in range(1, 81)])
    vault.close()
    return Founded(home, "a quiet test passphrase", code)


@pytest.fixture
def founded(founding: Founded, tmp_path: Path) -> Founded:
    return founding._replace(home=Path(shutil.copytree(founding.home, tmp_path / "room")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kindlight.db"


@pytest.fixture
def open_store(path: Path):
    opened: list[Store] = []

    def open_it(key: bytes = KEY) -> Store:
        opened.append(Store(path, key))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()
