"""The database engine, opened sealed and checked to be sealed: a mistyped pragma is silent, so none is trusted."""

from pathlib import Path

import apsw

from kindlight.errors import EngineTooOld
from kindlight.vault.faults import leave, told
from kindlight.vault.folder import private
from kindlight.vault.transaction import transaction

OLDEST = (3, 53, 3)
"""SQLite before this has the WAL-reset corruption (fixed 3.51.3) and CVE-2026-11822 and -11824 in FTS5."""

CIPHER = "sqlcipher"
SEALING = ("PRAGMA cipher = '{cipher}'", "PRAGMA legacy = 4", "PRAGMA key = \"x'{key}'\"")
"""The SQLCipher-4 page format, with a raw key: any SQLCipher opens it."""

MANNERS = {
    "locking_mode": ("EXCLUSIVE", "exclusive"),
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "temp_store": ("MEMORY", 2),
    "cell_size_check": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "cache_size": ("-16384", -16384),
}
"""Each setting with the value it must read back as. FULL: with NORMAL a power cut loses what was said to be kept.
The cache is in KiB, negative by SQLite's custom: a page unsealed for one search serves the next."""

PLAIN = b"SQLite format 3\0"
CANARY = "CREATE TABLE IF NOT EXISTS canary (song TEXT NOT NULL) STRICT"
SONG = "kindlight"


def connect(path: Path, key: bytes) -> apsw.Connection:
    """A connection to the sealed database at `path`, made if need be; refuses one not sealed in every respect."""
    require(apsw.sqlite_lib_version(), sealing=bool(getattr(apsw, "mc_version", "")))
    with told(path.parent), private():
        connection = apsw.Connection(str(path))
    try:
        with told(path.parent), private():
            _open(connection, key)
            require_sealed(connection, path)
    except BaseException:
        leave(connection)
        raise
    return connection


def require(version: str, *, sealing: bool) -> None:
    """Refuse an engine that lacks fixes the record needs, or that cannot encrypt."""
    if tuple(int(part) for part in version.split(".")) < OLDEST or not sealing:
        raise EngineTooOld


def require_sealed(connection: apsw.Connection, path: Path) -> None:
    """Refuse a database that is not encrypted as it should be, or whose settings did not take."""
    sealed = not header(path).startswith(PLAIN)
    cipher = connection.pragma("cipher") == CIPHER
    if not (sealed and cipher and settled(connection) and _sings(connection)):
        raise EngineTooOld


def settled(connection: apsw.Connection) -> bool:
    """Whether every setting reads back as it was asked for."""
    return all(connection.pragma(name) == value for name, (_, value) in MANNERS.items())


def header(path: Path) -> bytes:
    """The file's first sixteen bytes: a random salt when it is sealed."""
    with path.open("rb") as file:
        return file.read(16)


def _open(connection: apsw.Connection, key: bytes) -> None:
    for statement in SEALING:
        connection.execute(statement.format(cipher=CIPHER, key=key.hex()))
    for name, (value, _) in MANNERS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    if not connection.pragma("user_version"):
        _hatch(connection)


def _hatch(connection: apsw.Connection) -> None:
    with transaction(connection):
        connection.execute(CANARY)
        connection.execute("INSERT INTO canary VALUES (?)", (SONG,))
        connection.execute("PRAGMA user_version = 1")


def _sings(connection: apsw.Connection) -> bool:
    return connection.execute("SELECT song FROM canary").fetchall() == [(SONG,)]
