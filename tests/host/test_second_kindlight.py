"""A second `kindlight` and whoever listens on the port that the first one left behind (decision 0011)."""

import contextlib
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import msgspec
import pytest

from kindlight.host.opening import RUNNING, Running, knock
from kindlight.host.server import Way, proof

SECRET = "a secret that only this folder holds"
Answer = Callable[[str], bytes]


@contextlib.contextmanager
def listening(home: Path, answer: Answer) -> Iterator[list[bytes]]:
    """Someone on the port that the folder names, who hears a challenge and answers; gives what was heard."""
    heard: list[bytes] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        protocol_version: ClassVar[str] = "HTTP/1.0"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append(str(self.headers).encode() + body)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer(json.loads(body)["challenge"]))

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        running = Running(port=server.server_port, knock=SECRET)
        (home / RUNNING).write_bytes(msgspec.json.encode(running))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield heard
        finally:
            server.shutdown()
            thread.join()


def way(token: str, proven: str) -> bytes:
    return msgspec.json.encode(Way(token=token, proof=proven))


STRANGERS: list[Answer] = [
    lambda _: b"",
    lambda _: b"not json",
    lambda _: b'{"token":"t"}',
    lambda _: way("t", ""),
    lambda challenge: way("t", proof("another secret", challenge, "t")),
    lambda challenge: way("t", proof(SECRET, challenge)),  # the proof that was sent, sent back
    lambda _: way("t", proof(SECRET, "an older challenge", "t")),
    lambda challenge: way("another token", proof(SECRET, challenge, "t")),
]


@pytest.mark.parametrize("answer", STRANGERS)
def test_a_stranger_on_the_port_is_not_believed_and_learns_no_secret(tmp_path: Path, answer: Answer) -> None:
    with listening(tmp_path, answer) as heard:
        assert knock(tmp_path) is None
    assert len(heard) == 1
    assert SECRET.encode() not in heard[0]


def test_the_room_itself_is_believed(tmp_path: Path) -> None:
    with listening(tmp_path, lambda challenge: way("t", proof(SECRET, challenge, "t"))) as heard:
        address = knock(tmp_path)
    assert address is not None
    assert address.endswith("/#k=t")
    assert len(heard) == 1


def test_each_knock_has_a_challenge_of_its_own(tmp_path: Path) -> None:
    with listening(tmp_path, lambda _: b"") as heard:
        knock(tmp_path)
        knock(tmp_path)
    first, second = heard
    assert first != second


def test_a_room_that_is_gone_is_no_room(tmp_path: Path) -> None:
    assert knock(tmp_path) is None
    with listening(tmp_path, lambda _: b""):
        pass
    assert knock(tmp_path) is None
