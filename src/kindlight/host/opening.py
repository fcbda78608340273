"""Opening the room: one process, one address, one browser; asked again, the running room gives a new address."""

import contextlib
import hmac
import http.client
import importlib
import os
import shutil
import socket
import tempfile
import threading
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
from kindlight.host.server import Knock, Server, Way, app_of, proof
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


def leave_no_dump() -> None:
    """If the program ever crashes, the system keeps no picture of its memory, in which words and keys would stand."""
    with contextlib.suppress(ImportError):
        resource = importlib.import_module("resource")  # not on Windows, which makes no such pictures by itself
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(told: Settings, keeper: Keeper) -> None:
    """Listen on loopback, show the way in, and stay until stopped."""
    leave_no_dump()
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
            app_of(server), log_level="critical", ws="websockets-sansio", timeout_graceful_shutdown=2, **SERVER
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
    """A fresh address from the room that runs in this folder, or None when none runs.

    Whoever listens on that port now may be a stranger: nothing secret is sent, and only an answer that proves the
    secret of the folder is believed.
    """
    try:
        running = msgspec.json.decode((home / RUNNING).read_bytes(), type=Running)
    except (OSError, msgspec.DecodeError):
        return None
    challenge = clock.new_id()
    with contextlib.suppress(OSError, http.client.HTTPException, msgspec.DecodeError):
        told = msgspec.json.decode(asked(running, challenge), type=Way)
        if hmac.compare_digest(told.proof, proof(running.knock, challenge, told.token)):
            return address_of(running.port, told.token)
    return None


def asked(running: Running, challenge: str) -> bytes:
    """What the listener on that port answers to a knock."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=3)
    headers = {"Content-Type": "application/json", "X-Kindlight": "1", "Origin": f"http://127.0.0.1:{running.port}"}
    sent = Knock(challenge=challenge, proof=proof(running.knock, challenge))
    with contextlib.closing(connection):
        connection.request("POST", "/again", msgspec.json.encode(sent), headers)
        return connection.getresponse().read(4096)
