"""Keystroke to frame: a draft goes up the real socket of the real engine, and the walls' answer comes down.

The peer is the same round trip to a bare echo on the same server stack, in the same run.
"""

import asyncio
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn
from figures import figure, percentile
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.sync.client import connect

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from engine import Engine, visit
from kindlight.host.opening import listen
from kindlight.scene.gestures import Draft
from kindlight.scene.messages import WallsFrame

LINES = (
    "I'm such an idiot for forgetting her birthday, again, and everybody noticed",
    "it makes sense that I am tired, and I can be gentle with myself tonight",
    "the rain has not stopped since tuesday and the roof is leaking over the bed",
)
ROUNDS = 400


def typed() -> Iterator[str]:
    """What stands on the line after each keystroke, line after line."""
    while True:
        for line in LINES:
            yield from (line[:end] for end in range(1, len(line) + 1))


def milliseconds(once: Callable[[str], None]) -> list[float]:
    """How long each of the round trips took, after a warm-up."""
    keys, took = typed(), []
    for _ in range(50):
        once(next(keys))
    for _ in range(ROUNDS):
        text, began = next(keys), time.perf_counter()
        once(text)
        took.append((time.perf_counter() - began) * 1e3)
    return took


def ours(folder: Path) -> list[float]:
    """Round trips through Kindlight."""
    engine = Engine(folder)
    page = visit(engine)
    count = iter(range(1, 10_000))

    def once(text: str) -> None:
        echo = next(count)
        page.send(Draft(echo=echo, text=text))
        while page.until(WallsFrame).echo != echo:
            pass

    try:
        return milliseconds(once)
    finally:
        page.close()
        engine.stop()


async def echo(websocket: WebSocket) -> None:
    """Say back whatever is said."""
    await websocket.accept()
    async for text in websocket.iter_text():
        await websocket.send_text(text)


def bare() -> list[float]:
    """Round trips through a bare echo."""
    listener = listen(0)
    app = Starlette(routes=[WebSocketRoute("/", echo)])
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="websockets-sansio"))
    threading.Thread(target=lambda: asyncio.run(server.serve([listener])), daemon=True).start()
    with connect(f"ws://127.0.0.1:{listener.getsockname()[1]}/", compression=None) as socket:

        def once(text: str) -> None:
            socket.send(text)
            socket.recv()

        return milliseconds(once)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        mine, peer = ours(Path(folder) / "room"), bare()
    for share, name in ((50, "p50"), (99, "p99")):
        ratio = percentile(mine, share) / percentile(peer, share)
        note = f"bare echo on the same stack {percentile(peer, share):.2f} ms, ratio {ratio:.1f}"
        figure(f"keystroke to frame, {name}", percentile(mine, share), "ms", note, budget=20 if share == 99 else None)
