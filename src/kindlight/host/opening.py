"""Opening the room: one process, one address, one browser; asked again, the running room gives a new address."""

import contextlib
import os
import shutil
import socket
import tempfile
import threading
import urllib.error
import urllib.request
import webbrowser
from importlib.resources import as_file, files
from pathlib import Path

import click
import msgspec
import uvicorn
from msgspec import Struct, structs

from kindlight.content import say
from kindlight.errors import PortTaken
from kindlight.host import bring, clock
from kindlight.host.entry import Entry
from kindlight.host.guard import SERVER
from kindlight.host.keeper import Keeper
from kindlight.host.pages import doorstep, pages
from kindlight.host.room import Room
from kindlight.host.server import Server, app_of
from kindlight.host.settings import Settings, write_private

RUNNING = "running.json"
DOORSTEP = "doorstep.html"


class Running(Struct, frozen=True):
    """How a second `kindlight` finds the first: the port, and a secret only this account can read."""

    port: int
    knock: str


def open_room(told: Settings) -> None:
    """Serve the room until it is stopped; if it is open already, only show the way in."""
    if (address := knock(told.home)) is not None:
        show_way(told, address)
        return
    serve(told, Keeper(told.home))


def open_demo(told: Settings) -> None:
    """Serve a throw-away room with a life written for the purpose."""
    home = Path(tempfile.mkdtemp(prefix="kindlight-demo-"))
    try:
        keeper = Keeper(home)
        keeper.found(None)
        with as_file(files("kindlight.content") / "demo" / "life.jsonl") as life:
            bring.weave(keeper, bring.look(life))
        click.echo(say("cli.demo"))
        serve(structs.replace(told, home=home), keeper)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def serve(told: Settings, keeper: Keeper) -> None:
    """Listen on loopback, show the way in, and stay until stopped."""
    client = pages()
    listener = listen(told.port)
    port = listener.getsockname()[1]
    entry = Entry(clock.entropy)
    running = Running(port=port, knock=clock.new_id() + clock.new_id())
    server = Server(room=Room(keeper), entry=entry, pages=client, knock=running.knock, port=port)
    write_private(told.home / RUNNING, msgspec.json.encode(running))
    try:
        show_way(told, address_of(port, entry.mint(clock.steady())))
        config = uvicorn.Config(
            app_of(server), log_level="error", ws="websockets-sansio", timeout_graceful_shutdown=2, **SERVER
        )
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        keeper.lock()
        for name in (RUNNING, DOORSTEP):
            (told.home / name).unlink(missing_ok=True)


def listen(port: int) -> socket.socket:
    """A listening socket on loopback alone; raises PortTaken rather than share."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this option would let two programs share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(64)
    except OSError as error:
        listener.close()
        raise PortTaken(port=port) from error
    return listener


def address_of(port: int, token: str) -> str:
    """Where the room is, with the key to its door in the part that is never sent."""
    return f"http://127.0.0.1:{port}/#k={token}"


def show_way(told: Settings, address: str) -> None:
    """Print the one-time address, and open it in the browser unless told not to."""
    click.echo(say("cli.opened"))
    click.echo(address)
    if told.browser:
        step = told.home / DOORSTEP
        write_private(step, doorstep(address))
        threading.Thread(target=webbrowser.open, args=(step.as_uri(),), daemon=True).start()
        sweep = threading.Timer(60, lambda: step.unlink(missing_ok=True))
        sweep.daemon = True
        sweep.start()


def knock(home: Path) -> str | None:
    """A fresh address from the room that runs in this folder, or None when none runs."""
    try:
        running = msgspec.json.decode((home / RUNNING).read_bytes(), type=Running)
    except (OSError, msgspec.DecodeError):
        return None
    request = urllib.request.Request(
        f"http://127.0.0.1:{running.port}/again",
        data=msgspec.json.encode({"knock": running.knock}),
        headers={"Content-Type": "application/json", "X-Kindlight": "1", "Origin": f"http://127.0.0.1:{running.port}"},
    )
    with contextlib.suppress(urllib.error.URLError, OSError, msgspec.DecodeError, KeyError):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=3) as answer:
            return address_of(running.port, msgspec.json.decode(answer.read())["token"])
    return None
