"""No hostile request succeeds against the running server; most of them do against a careless one."""

import asyncio
import contextlib
import secrets
import socket
import threading
from typing import Literal

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from hostile import ATTACKS, loot_of, run, turned_away
from kindlight.host import clock
from kindlight.host.entry import Entry, read_cookie
from kindlight.host.guard import NONCE, SERVER, Limits, guard
from kindlight.scene.messages import Enter
from kindlight.scene.wire import decode_gesture

ENOUGH = 60
"""Kinds of attack there must be."""

MOST = 150
"""Of the 229 rows, how many the careless server must let through at least; it was 183 when this was written."""

PATIENCE = 3.0
KNOCK = secrets.token_hex()


@contextlib.contextmanager
def served(build, **settings):
    """A real server on loopback, while the block runs; `build` makes the app for its port."""
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    server = uvicorn.Server(uvicorn.Config(build(address[1]), lifespan="off", log_config=None, **settings))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield address
    finally:
        server.should_exit = server.force_exit = True
        thread.join()
        listener.close()


def careful(entry, port, *, seconds=0.5):
    """The routes of the real server in small: a page, a script, two doors and a socket, behind the guard."""

    async def page(request):
        return HTMLResponse(f"<script nonce={request.scope[NONCE]}></script>")

    async def script(_request):
        return PlainTextResponse("0")

    async def enter(request):
        token = field(await request.body(), "token")
        return JSONResponse({}, 200 if entry.admit(token, clock.steady()) else 403)

    async def again(request):
        knock = field(await request.body(), "knock")
        return JSONResponse({}, 200 if knock == KNOCK else 403)

    async def room(websocket):
        await websocket.accept()
        with contextlib.suppress(TimeoutError, WebSocketDisconnect, msgspec.DecodeError, RecursionError, KeyError):
            async with asyncio.timeout(seconds):
                first = decode_gesture(await websocket.receive_text())
            cookie = read_cookie(websocket.scope["headers"], port)
            if isinstance(first, Enter) and entry.knows(cookie, first.key, clock.steady()):
                await websocket.send_text("welcome")
        with contextlib.suppress(RuntimeError):
            await websocket.close(4401)

    routes = [
        Route("/", page),
        Route("/app.js", script),
        Route("/enter", enter, methods=["POST"]),
        Route("/again", again, methods=["POST"]),
        WebSocketRoute("/room", room),
    ]
    return guard(Starlette(routes=routes), port=port, nonce=secrets.token_hex, limits=Limits(seconds=seconds))


def field(body, name):
    """The one field of a body that holds nothing else, or no word at all."""
    with contextlib.suppress(msgspec.DecodeError, RecursionError):
        return msgspec.convert(msgspec.json.decode(body), dict[Literal[name], str]).get(name, "")
    return ""


def careless(port):
    """What a server is like that trusts the cookie alone, as many local ones do."""

    async def answer(request):
        known = request.method == "GET" or read_cookie(request.scope["headers"], port)
        await request.body()
        return PlainTextResponse("here", 200 if known else 403)

    async def talk(websocket):
        await websocket.accept()
        if read_cookie(websocket.scope["headers"], port):
            await websocket.receive()
            await websocket.send_text("here")
        await websocket.close()

    methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE"]
    routes = [Route("/{rest:path}", answer, methods=methods), WebSocketRoute("/room", talk)]
    app = Starlette(routes=routes)
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])
    return app


def test_no_attack_succeeds_and_the_page_itself_is_served():
    entry = Entry(secrets.token_bytes)
    with served(lambda port: careful(entry, port), **SERVER) as address:
        loot = loot_of(entry, clock.steady(), KNOCK)
        assert turned_away(address, loot, patience=PATIENCE) == []
        assert run(address, loot, patience=PATIENCE) == []
        assert turned_away(address, loot, patience=PATIENCE) == []


def test_a_careless_server_is_taken_by_most_of_them():
    loot = loot_of(Entry(secrets.token_bytes), clock.steady(), KNOCK)
    with served(careless) as address:
        assert len(run(address, loot, patience=0.5)) >= MOST


def test_there_are_enough_kinds_and_each_has_its_own_name():
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= ENOUGH
