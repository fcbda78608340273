"""Time and chance: the only place that asks for either."""

import os
import time
import uuid
from datetime import datetime

from kindlight.terms import When


def now() -> When:
    """This moment, in the person's local time with its offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def steady() -> float:
    """Seconds that only go forward, and go on while the machine sleeps where the system can tell."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def new_id() -> str:
    """A name that no other thing has."""
    return uuid.uuid4().hex


def entropy(size: int) -> bytes:
    """Random bytes from the system."""
    return os.urandom(size)


def new_seed() -> int:
    """A stone of one's own."""
    return int.from_bytes(entropy(4), "big")
