"""Who may come in: a one-time token opens, then a cookie and a key, together, stay known for a while.

Pure: the time is handed in as monotonic seconds, chance as a source of bytes. Only hashes of cookies and keys are held.
The cookie alone is not enough, since browsers send it to every port of this machine; the key lives in the page.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable
from hmac import compare_digest

from msgspec import Struct
from msgspec.structs import replace

from kindlight.host.headers import Header

Chance = Callable[[int], bytes]
"""So many bytes that nobody can guess; `secrets.token_bytes` in the running program."""

Seconds = float

SECRET_BYTES = 32


class Spans(Struct, frozen=True, kw_only=True):
    """How long each thing is good for."""

    token: Seconds = 60
    idle: Seconds = 15 * 60
    stay: Seconds = 12 * 3600


class Admission(Struct, frozen=True, kw_only=True):
    """What is given to a browser that was let in: one secret for its cookie, one for the memory of its page."""

    cookie: str
    key: str


class _Seat(Struct, frozen=True, kw_only=True):
    """One admission as the server remembers it: a hash of both secrets, when it began and was last used."""

    pair: bytes
    since: Seconds
    touched: Seconds


class Entry:
    """The doorkeeper of one running server."""

    def __init__(self, chance: Chance, spans: Spans | None = None) -> None:
        """Begin with nobody known."""
        self._chance = chance
        self._spans = spans or Spans()
        self._tokens: dict[bytes, Seconds] = {}
        self._seats: tuple[_Seat, ...] = ()

    def mint(self, now: Seconds) -> str:
        """A token of 256 bits that lets one browser in, once, within a minute."""
        self._forget_stale(now)
        token = self._secret()
        self._tokens[_hash(token)] = now
        return token

    def admit(self, token: str, now: Seconds) -> Admission | None:
        """Spend a token; None when it is unknown, spent or too old."""
        self._forget_stale(now)
        # Looked up by its hash, so the time this takes says nothing about the token.
        if self._tokens.pop(_hash(token), None) is None:
            return None
        admission = Admission(cookie=self._secret(), key=self._secret())
        seat = _Seat(pair=_pair(admission.cookie, admission.key), since=now, touched=now)
        self._seats = (*self._seats, seat)
        return admission

    def knows(self, cookie: str | None, key: str, now: Seconds) -> bool:
        """Whether this cookie and this key were given together, and neither time has run out."""
        return self._seat(cookie, key, now) is not None

    def touch(self, cookie: str | None, key: str, now: Seconds) -> bool:
        """Like `knows`, and the idle time of that admission begins anew."""
        found = self._seat(cookie, key, now)
        if found is not None:
            self._seats = tuple(replace(seat, touched=now) if seat is found else seat for seat in self._seats)
        return found is not None

    def _seat(self, cookie: str | None, key: str, now: Seconds) -> _Seat | None:
        self._forget_stale(now)
        pair = _pair(cookie or "", key)
        # Every seat is compared, each in constant time, so that timing tells nothing.
        matches = [seat for seat in self._seats if compare_digest(seat.pair, pair)]
        return matches[0] if matches and cookie else None

    def _forget_stale(self, now: Seconds) -> None:
        self._tokens = {token: made for token, made in self._tokens.items() if now - made < self._spans.token}
        self._seats = tuple(seat for seat in self._seats if self._fresh(seat, now))

    def _fresh(self, seat: _Seat, now: Seconds) -> bool:
        return now - seat.touched < self._spans.idle and now - seat.since < self._spans.stay

    def _secret(self) -> str:
        return urlsafe_b64encode(self._chance(SECRET_BYTES)).decode("ascii").rstrip("=")


def cookie_name(port: int) -> str:
    """The cookie's name; it carries the port, since a browser keeps one jar for all ports of a machine."""
    return f"kindlight_{port}"


def set_cookie_header(cookie: str, port: int) -> Header:
    """The header that hands the cookie over: out of reach of scripts and other sites, gone with the browser."""
    return b"set-cookie", f"{cookie_name(port)}={cookie}; HttpOnly; SameSite=Strict; Path=/".encode("ascii")


def read_cookie(headers: Iterable[Header], port: int) -> str | None:
    """The cookie of this server, or None when there is none or more than one claims the name."""
    lines = [value.decode("latin-1") for name, value in headers if name.lower() == b"cookie"]
    pairs = [part.strip().partition("=") for line in lines for part in line.split(";")]
    found = [value for name, _, value in pairs if name == cookie_name(port)]
    return found[0] if len(found) == 1 else None


def _pair(cookie: str, key: str) -> bytes:
    return _hash(cookie) + _hash(key)


def _hash(secret: str) -> bytes:
    # Plain SHA-256 is enough here: what is hashed is 256 bits of chance, not something a person chose.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
