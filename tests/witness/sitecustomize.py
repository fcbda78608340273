"""A witness inside the real program: what it dials, asks names of, starts and writes, noted before it happens.

Python imports this before anything else when the folder is on PYTHONPATH. What would leave this machine is stopped
here, so that a control can try it without anything going out. It sees what Python does, not what a library in C does
by itself; `/proc` tells the rest.
"""

import os
import sys

OURS = {"127.0.0.1", "::1", "localhost", "unix"}
REACHES = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
ASKS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
STARTS = {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.forkpty"}

_notes = os.open(os.environ["WITNESS"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def note(what: str, where: str) -> None:
    os.write(_notes, f"{what} {where}\n".encode("utf-8", "replace"))


def host_of(address: object) -> str:
    """The machine of an address; a path or nothing at all is on this one."""
    return str(address[0]) if isinstance(address, tuple) else "unix"


def witness(event: str, given: tuple) -> None:
    if event in REACHES or event in ASKS:
        asked = given[0] if event in ASKS else given[1]
        host = asked if isinstance(asked, str) and event in ASKS else host_of(asked)
        note(event, host)
        if host not in OURS:
            raise PermissionError(event)
    elif event in STARTS:
        note(event, str(given[0] if given else ""))
    elif event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR) and isinstance(given[0], str | bytes):
        note("write", os.path.abspath(os.fsdecode(given[0])))  # noqa: PTH100 - pathlib is not loaded yet


sys.addaudithook(witness)
