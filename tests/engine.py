"""The real program in a process of its own, as a person would start it."""

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from websockets.sync.client import connect
from websockets.typing import Origin

from kindlight.scene.gestures import Enter, Gesture
from kindlight.scene.messages import SceneMessage
from kindlight.scene.wire import decode_message, encode, fingerprint

T = TypeVar("T")


class Engine:
    """One running `kindlight`; `address` is the one-time address it printed."""

    def __init__(
        self, home: Path, *arguments: str, port: int = 0, environment: Mapping[str, str] | None = None
    ) -> None:
        self.home = home
        command = [sys.executable, "-m", "kindlight", "--home", str(home), "--port", str(port), *arguments]
        told = {**os.environ, "KINDLIGHT_NO_BROWSER": "1", "PYTHONUNBUFFERED": "1", **(environment or {})}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=told, start_new_session=True
        )
        self.address = self._address()
        self.port = int(self.address.split(":")[2].split("/")[0])

    def _address(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("http://"):
                return line.strip()
        assert self.process.stderr is not None
        raise AssertionError(f"no address was printed: {self.process.stderr.read()}")

    def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self._close()

    def stop(self) -> None:
        """Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        self._close()

    def _close(self) -> None:
        self.process.wait(timeout=20)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()


def again(home: Path) -> str:
    """What a second `kindlight` prints while the first runs."""
    command = [sys.executable, "-m", "kindlight", "--home", str(home)]
    told = {**os.environ, "KINDLIGHT_NO_BROWSER": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=told, check=True, timeout=30)
    return done.stdout.split()[-1]


def admitted(address: str) -> tuple[str, str]:
    """Spend a one-time address as the page does; the cookie and the key it gives."""
    port, token = address.split(":")[2].split("/", maxsplit=1)[0], address.partition("#k=")[2]
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=10)
    headers = {"Content-Type": "application/json", "X-Kindlight": "1", "Origin": f"http://127.0.0.1:{port}"}
    connection.request("POST", "/enter", json.dumps({"token": token}), headers)
    answer = connection.getresponse()
    body, cookie = answer.read(), answer.getheader("Set-Cookie")
    connection.close()
    assert answer.status == 200, answer.status
    assert cookie is not None
    return cookie.split(";")[0], json.loads(body)["key"]


class Page:
    """The socket of one page, without a page."""

    def __init__(self, port: int, cookie: str, key: str, contract: str | None = None) -> None:
        self._door = connect(
            f"ws://127.0.0.1:{port}/room",
            origin=Origin(f"http://127.0.0.1:{port}"),
            additional_headers={"Cookie": cookie},
            compression=None,
        )
        self.socket = self._door.__enter__()
        self.send(Enter(key=key, contract=contract or fingerprint()))

    def send(self, gesture: Gesture) -> None:
        self.socket.send(encode(gesture).decode())

    def hear(self, timeout: float = 10) -> SceneMessage:
        return decode_message(self.socket.recv(timeout))

    def until(self, kind: type[T], timeout: float = 10) -> T:
        """The next message of this kind; those before it are passed over."""
        while not isinstance(message := self.hear(timeout), kind):
            pass
        return message

    def close(self) -> None:
        self._door.__exit__(None, None, None)


def visit(engine: Engine) -> Page:
    """A page that has just come in."""
    return Page(engine.port, *admitted(engine.address))
