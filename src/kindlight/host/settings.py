"""Where the room lives and how it was asked to open: environment, folders, and the stone's seed beside the record."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from platformdirs import user_data_path

from kindlight.errors import CannotWrite, DiskFull, NothingThere, PassphraseFileUnclear

PORT = 5444
"""The port the room listens on unless told otherwise: L-I-G-H on a telephone."""


class Settings(Struct, frozen=True, kw_only=True):
    """How this process was asked to open the room."""

    home: Path
    port: int = PORT
    browser: bool = True
    passphrase_file: Path | None = None
    accept_older: bool = False


def settings(
    environment: Mapping[str, str], *, home: Path | None = None, port: int | None = None, accept_older: bool = False
) -> Settings:
    """What the command line and the environment say, the command line first."""
    told = home or Path(environment["KINDLIGHT_HOME"]) if home or environment.get("KINDLIGHT_HOME") else None
    secret = environment.get("KINDLIGHT_PASSPHRASE_FILE")
    return Settings(
        home=(told or user_data_path("kindlight", appauthor=False)).expanduser().absolute(),
        port=PORT if port is None else port,
        browser=environment.get("KINDLIGHT_NO_BROWSER", "") in ("", "0"),
        passphrase_file=Path(secret) if secret else None,
        accept_older=accept_older,
    )


def passphrase_in(path: Path) -> str:
    """The first line of a passphrase file, for automation; raises NothingThere and PassphraseFileUnclear."""
    try:
        first = path.read_text("utf-8-sig").split("\n", 1)[0].strip()
    except OSError as why:
        raise NothingThere(path=path) from why
    except UnicodeDecodeError:
        raise PassphraseFileUnclear(path=path) from None
    if not first:
        raise PassphraseFileUnclear(path=path)
    return first


def write_private(path: Path, content: bytes) -> None:
    """Write a small file that only its owner can read, whole or not at all; raises DiskFull and CannotWrite."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.replace(path)
    except OSError as why:
        raise (DiskFull() if why.errno == errno.ENOSPC else CannotWrite(path=path.parent)) from why


def remembered_seed(home: Path) -> int | None:
    """The stone's seed as noted beside the record, so that a locked room already looks like itself."""
    try:
        return msgspec.json.decode((home / "stone.json").read_bytes(), type=int)
    except (OSError, msgspec.DecodeError):
        return None


def remember_seed(home: Path, seed: int) -> None:
    """Note the stone's seed; it says nothing about anyone."""
    write_private(home / "stone.json", msgspec.json.encode(seed))
