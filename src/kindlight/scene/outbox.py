"""What waits to be sent to one page: moments in their order, and of each kind of frame only the newest."""

from itertools import count

from kindlight.scene.messages import GlowFrame, SceneMessage, WallsFrame

FULL = 10_000
"""Waiting messages beyond which it is better to begin again with the page than to wait for it."""


class Outbox:
    """A line in which an older frame steps out when a newer one of its kind comes."""

    def __init__(self) -> None:
        """Begin empty."""
        self._waiting: dict[str | int, SceneMessage] = {}
        self._names = count()

    def __len__(self) -> int:
        """How many messages wait."""
        return len(self._waiting)

    @property
    def overfull(self) -> bool:
        """Whether the page has fallen so far behind that it should begin again."""
        return len(self._waiting) > FULL

    def push(self, message: SceneMessage) -> None:
        """Put a message at the end of the line."""
        if isinstance(message, WallsFrame | GlowFrame):
            key: str | int = type(message).__name__
            self._waiting.pop(key, None)
        else:
            key = next(self._names)
        self._waiting[key] = message

    def take(self) -> SceneMessage | None:
        """The first in line, or None when nobody waits."""
        if not self._waiting:
            return None
        return self._waiting.pop(next(iter(self._waiting)))
