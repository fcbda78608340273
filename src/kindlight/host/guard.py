"""The guard before the local server: who asks, from where and how. What is not on a short allow-list is turned away.

A page of any other site, and any other program's page on this machine, can send requests here; none may be answered.
`verdict` decides, as a pure function; `guard` is the thin ASGI shell around an app.
"""

import asyncio
import re
from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kindlight.content import say
from kindlight.host.headers import Header, protective, replaced

NONCE: Final = "kindlight.nonce"
"""Where in the ASGI scope the app finds the nonce of this answer's scripts."""

SERVER: Final[dict[str, Any]] = {
    "proxy_headers": False,  # no other machine stands between, so nobody may speak for another
    "server_header": False,
    "access_log": False,  # nothing about a visit is written anywhere
    "http": "h11",  # the strict parser: one Host, no obsolete folding, no second length
    "h11_max_incomplete_event_size": 16 * 1024,
    "ws_max_size": 256 * 1024,  # the longest line of terms.Line, each of its letters as wide as letters get
    "ws_per_message_deflate": False,  # words packed together with secrets betray them by their length
    "limit_concurrency": 96,
    "timeout_keep_alive": 5,
}
"""What uvicorn must be told for the guard to hold."""


class Limits(Struct, frozen=True, kw_only=True):
    """How much, how long and how many."""

    body: int = 64 * 1024
    seconds: float = 10
    sockets: int = 32
    headers: int = 64
    header_bytes: int = 16 * 1024


class Turned(Struct, frozen=True, kw_only=True):
    """A request turned away: the status, and the key of the sentence that says so."""

    status: int
    word: str


class Asked(Struct, frozen=True, kw_only=True):
    """A request, as far as the guard looks at it. `path` is as it was sent, before any decoding."""

    socket: bool
    method: str
    path: bytes
    query: bytes
    headers: tuple[Header, ...]

    def all(self, name: bytes) -> list[bytes]:
        """Every value of a header."""
        return [value for key, value in self.headers if key.lower() == name]

    def only(self, name: bytes) -> bytes | None:
        """The value of a header that came once; None when it is absent, empty when it came more than once."""
        match self.all(name):
            case []:
                return None
            case [value]:
                return value
            case _:
                return b""

    @property
    def reads(self) -> bool:
        """Whether it only asks to see something."""
        return not self.socket and self.method in {"GET", "HEAD"}


Rule = Callable[[Asked, int, Limits], bool]
"""Whether a request to this port keeps the rule."""

# Plain names only: no dot first in a segment, no empty segment, nothing encoded, hence nothing that could climb.
_PATH = re.compile(rb"/(?:[\w-][\w.-]*(?:/[\w-][\w.-]*)*)?", re.ASCII)
_LENGTH = re.compile(rb"[0-9]{1,9}")
_JSON = {b"application/json", b"application/json; charset=utf-8", b"application/json;charset=utf-8"}


def hosts(port: int) -> tuple[str, ...]:
    """The names this server answers to."""
    return f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"


def verdict(asked: Asked, port: int, limits: Limits) -> Turned | None:
    """Why a request is turned away, or None when it may go on to the app."""
    return next((turned for keeps, turned in _RULES if not keeps(asked, port, limits)), None)


def _is_small(asked: Asked, _port: int, limits: Limits) -> bool:
    size = sum(len(name) + len(value) for name, value in asked.headers) + len(asked.path) + len(asked.query)
    return len(asked.headers) <= limits.headers and size <= limits.header_bytes


def _names_us(asked: Asked, port: int, _limits: Limits) -> bool:
    # A name that was made to point here (DNS rebinding) still stands in Host.
    return asked.only(b"host") in {name.encode("ascii") for name in hosts(port)}


def _method_known(asked: Asked, _port: int, _limits: Limits) -> bool:
    return asked.socket or asked.method in {"GET", "HEAD", "POST"}


def _path_plain(asked: Asked, _port: int, _limits: Limits) -> bool:
    return _PATH.fullmatch(asked.path) is not None and not asked.query


def _comes_from_us(asked: Asked, _port: int, _limits: Limits) -> bool:
    origin = asked.only(b"origin")
    if origin is None:
        return asked.reads
    return origin == b"http://" + (asked.only(b"host") or b"")


def _fetched_by_us(asked: Asked, _port: int, _limits: Limits) -> bool:
    site = asked.only(b"sec-fetch-site")
    return site in {None, b"same-origin"} or _arrives(asked, site)


def _arrives(asked: Asked, site: bytes | None) -> bool:
    """Whether a person opens the page itself: typed, or through the launcher's file, which counts as another site."""
    page = asked.path == b"/" and asked.only(b"sec-fetch-dest") in {None, b"document"}
    navigates = asked.only(b"sec-fetch-mode") == b"navigate" and asked.reads
    return navigates and (site == b"none" or (site == b"cross-site" and page))


def _body_stated(asked: Asked, _port: int, limits: Limits) -> bool:
    length = asked.only(b"content-length")
    if asked.all(b"transfer-encoding"):
        return False
    if asked.socket or asked.reads:
        return length in {None, b"0"}
    return length is not None and _LENGTH.fullmatch(length) is not None and int(length) <= limits.body


def _sent_by_script(asked: Asked, _port: int, _limits: Limits) -> bool:
    # A form of another site can send neither this type nor this header without asking first, and nobody answers that.
    if asked.socket or asked.reads:
        return True
    return (asked.only(b"content-type") or b"").lower() in _JSON and asked.only(b"x-kindlight") == b"1"


_RULES: Final[tuple[tuple[Rule, Turned], ...]] = (
    (_is_small, Turned(status=431, word="guard.too-many-headers")),
    (_names_us, Turned(status=421, word="guard.other-host")),
    (_method_known, Turned(status=405, word="guard.other-method")),
    (_path_plain, Turned(status=400, word="guard.odd-path")),
    (_comes_from_us, Turned(status=403, word="guard.other-origin")),
    (_fetched_by_us, Turned(status=403, word="guard.other-site")),
    (_body_stated, Turned(status=413, word="guard.too-large")),
    (_sent_by_script, Turned(status=415, word="guard.not-from-page")),
)
_TOO_SLOW: Final = Turned(status=408, word="guard.too-slow")
_FULL: Final = Turned(status=503, word="guard.full")


def guard(
    app: ASGIApp, *, port: Callable[[], int] | int, nonce: Callable[[], str], limits: Limits | None = None
) -> ASGIApp:
    """The app behind the guard. `port` is where it listens; `nonce` gives a fresh name on every call."""
    return _Guard(app, port if callable(port) else lambda: port, nonce, limits or Limits())


class _Guard:
    """The shell: asks `verdict`, reads a body whole before the app sees it, and dresses every answer."""

    def __init__(self, app: ASGIApp, port: Callable[[], int], nonce: Callable[[], str], limits: Limits) -> None:
        self._app, self._port, self._nonce, self._limits = app, port, nonce, limits
        self._sockets = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        asked, nonce = asked_of(scope), self._nonce()
        send = _dressed(send, protective(_host_of(asked, self._port()), nonce))
        turned = verdict(asked, self._port(), self._limits)
        if turned is not None:
            await _turn_away(scope, send, turned)
        elif asked.socket:
            await self._hold({**scope, NONCE: nonce}, receive, send)
        else:
            await self._answer({**scope, NONCE: nonce}, receive, send)

    async def _hold(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._sockets >= self._limits.sockets:
            await _turn_away(scope, send, _FULL)
            return
        self._sockets += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._sockets -= 1

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(self._limits.seconds):
                body = await _whole(receive)
        except TimeoutError:
            await _turn_away(scope, send, _TOO_SLOW)
        else:
            await self._app(scope, _given(body, receive), send)


def asked_of(scope: Scope) -> Asked:
    """What the guard looks at, out of an ASGI scope."""
    return Asked(
        socket=scope["type"] == "websocket",
        method=scope.get("method", "GET"),
        path=scope.get("raw_path") or scope["path"].encode("utf-8"),
        query=scope["query_string"],
        headers=tuple(scope["headers"]),
    )


def _host_of(asked: Asked, port: int) -> str:
    name = (asked.only(b"host") or b"").decode("latin-1")
    return name if name in hosts(port) else hosts(port)[0]


def _dressed(send: Send, ours: tuple[Header, ...]) -> Send:
    async def dress(message: Message) -> None:
        if message["type"] in {"http.response.start", "websocket.http.response.start"}:
            message = {**message, "headers": replaced(message.get("headers", ()), ours)}
        await send(message)

    return dress


async def _turn_away(scope: Scope, send: Send, turned: Turned) -> None:
    if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008})
        return
    kind = "websocket.http.response" if scope["type"] == "websocket" else "http.response"
    status = 403 if scope["type"] == "websocket" else turned.status
    body = say(turned.word).encode("utf-8")
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode("ascii")),
        (b"connection", b"close"),
    ]
    await send({"type": f"{kind}.start", "status": status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body if scope.get("method") != "HEAD" else b""})


async def _whole(receive: Receive) -> bytes:
    """The whole body; its length was stated beforehand, and the server's parser holds the sender to it."""
    parts, more = [], True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(parts)


def _given(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return waiting.pop() if waiting else await receive()

    return give
