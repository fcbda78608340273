"""The local server: a page, its parts, two doors and one socket, all behind the guard."""

import asyncio
import contextlib
import hmac
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

import msgspec
from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from kindlight.host import clock
from kindlight.host.entry import Entry, read_cookie, set_cookie_header
from kindlight.host.guard import NONCE, Limits, guard
from kindlight.host.pages import Page, with_nonce
from kindlight.host.room import Room
from kindlight.host.tab import Tab
from kindlight.scene.gestures import Enter, Gesture
from kindlight.scene.wire import decode_gesture, encode, fingerprint

UNKNOWN_KEY, SLOW_PAGE, STALE_PAGE = 4401, 4408, 4409
"""Why the engine hangs up: the page's key is not known, the page takes too little, the page is older than it."""

IDLE = 15 * 60.0
"""Seconds without a gesture after which a room with a passphrase locks itself."""

SLOWEST = 30.0
"""Seconds a page may take to accept one message."""

ROUND = 20.0
"""Seconds between looks at who is still here."""


class Server(Struct, frozen=True):
    """What the routes need."""

    room: Room
    entry: Entry
    pages: dict[str, Page]
    knock: str
    port: int
    now: Callable[[], float] = clock.steady
    limits: Limits = Limits()


class Token(Struct, frozen=True, forbid_unknown_fields=True):
    """What a page sends to come in."""

    token: str


class Knock(Struct, frozen=True, forbid_unknown_fields=True):
    """What a second `kindlight` sends to be given another way in: a challenge, and proof that it knows the secret."""

    challenge: str
    proof: str


class Way(Struct, frozen=True, forbid_unknown_fields=True):
    """A one-time token, and proof for that challenge that it comes from the room of this folder."""

    token: str
    proof: str


Sent = TypeVar("Sent", Token, Knock)


def app_of(server: Server) -> ASGIApp:
    """The whole application, guarded."""
    routes = [
        Route("/", index),
        Route("/enter", enter, methods=["POST"]),
        Route("/again", again, methods=["POST"]),
        Route("/{name}", asset),
        WebSocketRoute("/room", socket),
    ]
    app = Starlette(routes=routes, lifespan=attend)
    app.state.server = server
    return guard(app, port=server.port, nonce=lambda: clock.entropy(16).hex(), limits=server.limits)


@contextlib.asynccontextmanager
async def attend(app: Starlette) -> AsyncIterator[None]:
    """While the server runs, lock the room when nobody has stirred for a while."""
    watch = asyncio.create_task(lock_when_idle(app.state.server))
    yield
    watch.cancel()


async def lock_when_idle(server: Server) -> None:
    """Look now and then; a room with a passphrase does not stay open behind someone's back."""
    while True:
        await asyncio.sleep(ROUND)
        if server.now() - server.room.stirred >= IDLE:
            await server.room.rest()


async def index(request: Request) -> Response:
    """The page itself; it holds nothing of anyone."""
    page = request.app.state.server.pages["index.html"]
    return Response(with_nonce(page, request.scope[NONCE]), media_type=page.media_type)


async def asset(request: Request) -> Response:
    """A part of the page."""
    page = request.app.state.server.pages.get(request.path_params["name"])
    return Response(page.body, media_type=page.media_type) if page else Response(status_code=404)


async def enter(request: Request) -> Response:
    """Spend a one-time token for a cookie and a key."""
    server: Server = request.app.state.server
    sent = await body_of(request, Token)
    admission = server.entry.admit(sent.token, server.now()) if sent else None
    if admission is None:
        return Response(status_code=403)
    response = JSONResponse({"key": admission.key})
    response.raw_headers.append(set_cookie_header(admission.cookie, server.port))
    return response


async def again(request: Request) -> Response:
    """Give another one-time token to whoever can read this account's files."""
    server: Server = request.app.state.server
    sent = await body_of(request, Knock)
    if sent is None or not hmac.compare_digest(sent.proof.encode(), proof(server.knock, sent.challenge).encode()):
        return Response(status_code=403)
    token = server.entry.mint(server.now())
    return JSONResponse({"token": token, "proof": proof(server.knock, sent.challenge, token)})


def proof(secret: str, *parts: str) -> str:
    """Proof of knowing the secret, for these parts and no others, that tells nothing about it."""
    return hmac.new(secret.encode(), "\n".join(parts).encode("utf-8", "surrogatepass"), "sha256").hexdigest()


async def body_of(request: Request, kind: type[Sent]) -> Sent | None:
    """The body as the one thing it may be, or None."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


async def socket(websocket: WebSocket) -> None:
    """One tab's visit: its key first, then gestures up and scene messages down until it leaves."""
    server: Server = websocket.app.state.server
    await websocket.accept()
    try:
        key = await key_of(websocket, server)
        if key is not None:
            await visit(websocket, server, key)
    except (WebSocketDisconnect, TimeoutError):
        with contextlib.suppress(RuntimeError):
            await websocket.close()


async def key_of(websocket: WebSocket, server: Server) -> str | None:
    """The key of the first gesture; hangs up and gives None when it does not open."""
    async with asyncio.timeout(server.limits.seconds):
        first = await received(websocket)
    cookie = read_cookie(websocket.scope["headers"], server.port)
    if not isinstance(first, Enter) or not server.entry.touch(cookie, first.key, server.now()):
        await websocket.close(UNKNOWN_KEY)
        return None
    if first.contract != fingerprint():
        await websocket.close(STALE_PAGE)
        return None
    return first.key


async def visit(websocket: WebSocket, server: Server, key: str) -> None:
    """Both directions at once, until either ends."""
    tab = Tab()
    await server.room.enter(tab)
    going = (hear(websocket, server, tab), tell(websocket, tab), stay(websocket, server, key))
    ways = {asyncio.create_task(way) for way in going}
    try:
        done, _ = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in done:
            way.result()
    finally:
        server.room.leave(tab)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)


async def hear(websocket: WebSocket, server: Server, tab: Tab) -> None:
    """Gestures, one after the other."""
    while True:
        gesture = await received(websocket)
        server.room.stirred = server.now()
        if gesture is None:
            server.room.puzzled(tab)
        else:
            await server.room.take(tab, gesture)


async def tell(websocket: WebSocket, tab: Tab) -> None:
    """Scene messages, as fast as the page takes them; a page that is stuck begins again."""
    with contextlib.suppress(TimeoutError):
        while not tab.stuck:
            line = encode(await tab.next()).decode()
            async with asyncio.timeout(SLOWEST):
                await websocket.send_text(line)
    await websocket.close(SLOW_PAGE)


async def stay(websocket: WebSocket, server: Server, key: str) -> None:
    """Keep the tab's key fresh while it is here; after the longest stay it has to be let in again."""
    cookie = read_cookie(websocket.scope["headers"], server.port)
    while server.entry.touch(cookie, key, server.now()):  # noqa: ASYNC110 - time itself is what is waited for
        await asyncio.sleep(ROUND)
    await websocket.close(UNKNOWN_KEY)


async def received(websocket: WebSocket) -> Gesture | None:
    """The next gesture; None for anything that is not one."""
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    try:
        return decode_gesture(message.get("text") or message.get("bytes") or b"")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
