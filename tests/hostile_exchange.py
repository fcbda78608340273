"""How one hostile request is sent over a raw socket, and what counts as won. The requests stand in `hostile.py`."""

import re
import socket
from collections.abc import Callable
from contextlib import suppress
from string import Template
from typing import NamedTuple

from kindlight.host.headers import protective


class Loot(NamedTuple):
    """What the attacker holds: a cookie with its key, the key of another admission, a spent token and one too old.

    `knock` proves, for the challenge "c", the secret by which a second `kindlight` of the same account asks for
    another token; `contract` is the one that the engine speaks.
    """

    cookie: str
    key: str
    other_key: str
    spent: str
    stale: str
    knock: str
    contract: str


class Outcome(NamedTuple):
    """What came back, and whether the server ended the connection."""

    answer: bytes
    ended: bool


def answered(outcome):
    """A request was answered as if it came from the page."""
    return any(status.startswith(b"2") for status in statuses(outcome))


def opened(outcome):
    """A socket was opened."""
    return b"101" in statuses(outcome)


def heard(outcome):
    """The engine spoke on the socket: a text or binary frame came."""
    _, _, frames = outcome.answer.partition(b"\r\n\r\n")
    return opened(outcome) and frames[:1] in {b"\x81", b"\x82"}


def held(outcome):
    """The server is still waiting, or did as asked."""
    return answered(outcome) or heard(outcome) or not outcome.ended


def shared(outcome):
    """Another origin was told that it may read the answer, or send what it likes."""
    return b"\r\naccess-control-" in outcome.answer.lower()


def bare(outcome):
    """One of the protective headers is missing."""
    head = outcome.answer.lower()
    return not all(b"\r\n" + name + b":" in head for name, _ in protective("localhost", ""))


def guessable(outcome):
    """Two answers allow the same script, or any."""
    nonces = re.findall(rb"'nonce-([\w-]{22,})'", outcome.answer)
    return len(set(nonces)) != 2


def inline(outcome):
    """Something is allowed that injected words could use."""
    policy = policy_of(outcome)
    return re.search(rb"unsafe-|data:|https?:|\*", policy) is not None or b"'none'" not in policy


def policy_of(outcome):
    found = re.search(rb"content-security-policy: (.*?)\r\n", outcome.answer, re.IGNORECASE)
    return found[1] if found else b""


def statuses(outcome):
    return re.findall(rb"HTTP/1\.[01] (\d{3})", outcome.answer)


class Attack(NamedTuple):
    """One hostile exchange: a request, its body, frames to send once a socket is open, and what counts as won."""

    name: str
    head: str
    body: str = ""
    frames: tuple[bytes, ...] = ()
    wins: Callable[[Outcome], bool] = answered


def exchange(address, attack, loot, patience):
    """Send one row and take what comes, until the server ends it, says something on the socket, or patience ends."""
    values = {**loot._asdict(), "port": address[1]}
    body = Template(attack.body).safe_substitute(values).encode("utf-8", "surrogateescape")
    head = Template(attack.head).safe_substitute(values, length=len(body)).encode("latin-1")
    with socket.create_connection(address, timeout=patience) as line:
        frames = [Template(part.decode("latin-1")).safe_substitute(values).encode("latin-1") for part in attack.frames]
        with suppress(ConnectionError):
            line.sendall(head + body)
        return _listen(line, [masked(part) for part in frames], until_open=attack.wins is opened)


def _listen(line, frames, *, until_open):
    answer = b""
    try:
        while part := line.recv(65_536):
            answer += part
            head, end, spoken = answer.partition(b"\r\n\r\n")
            if end and b" 101 " in head[:14]:
                if until_open or spoken:
                    return Outcome(answer, ended=spoken[:1] == b"\x88")
                line.sendall(b"".join(frames))
                frames = []
    except TimeoutError:
        return Outcome(answer, ended=False)
    except ConnectionError:
        pass
    return Outcome(answer, ended=True)


def masked(part):
    """A frame out of its first byte and its payload, with a mask of zeros."""
    size = len(part) - 1
    length = bytes([0x80 | size]) if size < 126 else b"\xff" + size.to_bytes(8, "big")
    return part[:1] + length + bytes(4) + part[1:]
