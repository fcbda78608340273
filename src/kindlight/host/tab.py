"""One open page: what waits to be sent to it, in order, the newest light winning."""

import asyncio
from collections.abc import Iterable

from kindlight.scene.messages import SceneMessage
from kindlight.scene.outbox import Outbox


class Tab:
    """A page's outbox, and a bell that rings when there is something in it."""

    def __init__(self) -> None:
        """Begin empty."""
        self.outbox = Outbox()
        self._bell = asyncio.Event()

    @property
    def stuck(self) -> bool:
        """Whether the page takes so little that it is better to begin again with it."""
        return self.outbox.overfull

    def push(self, message: SceneMessage) -> None:
        """Put one message in line."""
        self.outbox.push(message)
        self._bell.set()

    def push_all(self, messages: Iterable[SceneMessage]) -> None:
        """Put several in line."""
        for message in messages:
            self.push(message)

    async def next(self) -> SceneMessage:
        """The next message, waiting for one if need be."""
        while (message := self.outbox.take()) is None:
            self._bell.clear()
            await self._bell.wait()
        return message
