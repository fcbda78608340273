"""No hostile request succeeds against the running server; most of them do against a careless one."""

import contextlib
import secrets
import socket
import threading

import uvicorn
from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from hostile import ATTACKS, loot_of, run, turned_away
from kindlight.host import clock
from kindlight.host.entry import Entry, read_cookie
from kindlight.host.guard import SERVER, Limits
from kindlight.host.keeper import Keeper
from kindlight.host.pages import pages
from kindlight.host.room import Room
from kindlight.host.server import Server, app_of

ENOUGH = 60
"""Kinds of attack there must be."""

MOST = 150
"""Of the 229 rows, how many the careless server must let through at least; it was 183 when this was written."""

PATIENCE = 3.0
SECRET = secrets.token_hex()


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


@contextlib.contextmanager
def kindlight(home, entry):
    """The real server over a new room."""
    limits = Limits(seconds=0.5)

    def build(port):
        room = Room(Keeper(home))
        return app_of(Server(room=room, entry=entry, pages=pages(), knock=SECRET, port=port, limits=limits))

    with served(build, **SERVER) as address:
        yield address


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


def test_no_attack_succeeds_and_the_page_itself_is_served(tmp_path):
    entry = Entry(secrets.token_bytes)
    with kindlight(tmp_path / "room", entry) as address:
        loot = loot_of(entry, clock.steady(), SECRET)
        assert turned_away(address, loot, patience=PATIENCE) == []
        assert run(address, loot, patience=PATIENCE) == []
        assert turned_away(address, loot, patience=PATIENCE) == []
        assert not (tmp_path / "room" / "kindlight.db").exists()


def test_a_careless_server_is_taken_by_most_of_them():
    loot = loot_of(Entry(secrets.token_bytes), clock.steady(), SECRET)
    with served(careless) as address:
        assert len(run(address, loot, patience=0.5)) >= MOST


def test_there_are_enough_kinds_and_each_has_its_own_name():
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= ENOUGH
