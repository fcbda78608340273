"""A whole visit, in process: the real room, a real vault, time and chance held still, every message noted."""

import asyncio
import hashlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from kindlight.host.keeper import Keeper, Sources
from kindlight.host.room import Room
from kindlight.host.tab import Tab
from kindlight.scene.gestures import Enter, Gesture
from kindlight.scene.messages import SceneMessage
from kindlight.scene.wire import decode_gesture, encode, fingerprint
from kindlight.vault import FLOOR

KEY = "the-key-of-this-tab"


class Visit:
    """One tab in one room. `does` a gesture, and tells what came down."""

    def __init__(self, home: Path, *, day: int = 1) -> None:
        self.home = home
        self.lines: list[bytes] = []
        self._loop = asyncio.Runner()
        self._room = Room(Keeper(home, still(day)))
        self._tab = Tab()

    def enters(self) -> list[SceneMessage]:
        self._note("up", Enter(key=KEY, contract=fingerprint()))
        self._loop.run(self._room.enter(self._tab))
        return self._heard()

    def does(self, gesture: Gesture) -> list[SceneMessage]:
        self._note("up", gesture)
        self._loop.run(self._room.take(self._tab, decode_gesture(encode(gesture))))
        return self._heard()

    def rests(self) -> None:
        """Nobody has stirred for a while."""
        self._loop.run(self._room.rest())
        list(drain(self._tab))

    @property
    def keeper(self) -> Keeper:
        return self._room.keeper

    def ends(self) -> None:
        self._room.keeper.lock()
        self._loop.close()

    def _heard(self) -> list[SceneMessage]:
        messages = list(drain(self._tab))
        for message in messages:
            self._note("down", message)
        return messages

    def _note(self, way: str, message: Gesture | SceneMessage) -> None:
        self.lines.append(b'{"%s":%s}' % (way.encode(), encode(message)))


def drain(tab: Tab) -> Iterator[SceneMessage]:
    while (message := tab.outbox.take()) is not None:
        yield message


def still(day: int) -> Sources:
    """A clock that stands on one evening, names that count, and chance that repeats itself."""
    names, bytes_asked = count(1), count(1)

    def entropy(size: int) -> bytes:
        return hashlib.shake_256(f"{day}-{next(bytes_asked)}".encode()).digest(size)

    return Sources(
        now=lambda: f"2026-11-{day:02d}T21:30:00+01:00",
        new_id=lambda: f"event-{day:02d}-{next(names):04d}",
        entropy=entropy,
        new_seed=lambda: 20261123,
        cost=lambda: FLOOR,
    )
