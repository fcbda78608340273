"""A record's pages as they lie on the disk, unsealed one by one without the engine: a damaged one costs no other.

Nothing is written. A page is SQLCipher 4's: ciphertext, IV, HMAC-SHA512 over both and the page's number; the first
page begins with the salt instead of SQLite's header. Pages in the write-ahead log stand in for those in the file.
"""

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kindlight.vault import log

SIZE = 4096
IV, MAC, SALT = 16, 64, 16
USABLE = SIZE - IV - MAC
"""Bytes of a page that SQLite fills."""
HEADER = b"SQLite format 3\0"
COUNT = slice(28, 32)
"""Where the first page says how many there are."""


class Page(NamedTuple):
    """One page in the clear; `sealed` says whether its seal holds, so that every byte is as it was written."""

    number: int
    content: bytes
    sealed: bool


class Pages:
    """All pages of a record, numbered from 1; `count` as the record itself says, or as the file's size does."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Look at the file and its write-ahead log; a file that is not there has no pages."""
        self._path, self._key = path, key
        self._logged = log.committed(path.with_name(path.name + "-wal"))
        salt = self._stored(1)[:SALT].ljust(SALT, b"\0")
        self._mac = pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
        self.count = self._counted()

    def __iter__(self) -> Iterator[Page]:
        return (self[number] for number in range(1, self.count + 1))

    def __getitem__(self, number: int) -> Page:
        """That page; nothing but zeros, and unsealed, where the disk has none."""
        stored = self._stored(number)
        if len(stored) < SIZE:
            return Page(number, bytes(USABLE), sealed=False)
        start = SALT if number == 1 else 0
        covered, mac = stored[start:-MAC], stored[-MAC:]
        sealed = hmac.compare_digest(hmac.digest(self._mac, covered + number.to_bytes(4, "little"), "sha512"), mac)
        opened = Cipher(AES256(self._key), CBC(covered[-IV:])).decryptor().update(covered[:-IV])
        return Page(number, (HEADER if number == 1 else b"") + opened, sealed)

    def _stored(self, number: int) -> bytes:
        if number in self._logged:
            return self._logged[number]
        try:
            with self._path.open("rb", buffering=0) as file:
                file.seek((number - 1) * SIZE)
                return file.read(SIZE)
        except OSError:  # not there, or a spot of the disk that cannot be read
            return b""

    def _counted(self) -> int:
        size = self._path.stat().st_size if self._path.exists() else 0
        there = max(-(-size // SIZE), *self._logged, 0)
        first = self[1]
        return int.from_bytes(first.content[COUNT]) if first.sealed else there
