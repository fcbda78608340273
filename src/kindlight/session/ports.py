"""What a session needs from the world, said as shapes, so that a list and a counter will do in a test."""

from collections.abc import Sequence
from typing import Protocol

from kindlight.events import Happening


class Log(Protocol):
    """The record: events in, in order; once `append` returns they are kept."""

    def append(self, events: Sequence[Happening]) -> tuple[Happening, ...]:
        """Keep events durably; return those that were new (a known id is already kept)."""
        ...

    def find(self, event_id: str) -> Happening | None:
        """The event of that id, or None."""
        ...

    def search(self, query: str, limit: int) -> tuple[Happening, ...]:
        """Texts that hold all the words looked for, best first."""
        ...
