"""A page that takes too little is hung up on with its own number, and begins again (decision 0010)."""

import asyncio

import pytest

from kindlight.host import server
from kindlight.host.server import SLOW_PAGE, tell
from kindlight.host.tab import Tab
from kindlight.scene.messages import VisitEnded
from kindlight.scene.outbox import FULL
from kindlight.scene.wire import decode_message


class Line:
    """A socket that takes `room` messages and then no more."""

    def __init__(self, room: int) -> None:
        self.room, self.taken, self.closed = room, [], None

    async def send_text(self, line: str) -> None:
        if len(self.taken) >= self.room:
            await asyncio.Event().wait()
        self.taken.append(decode_message(line))

    async def close(self, code: int) -> None:
        self.closed = code


def told(line: Line, waiting: int) -> Line:
    tab = Tab()
    for _ in range(waiting):
        tab.push(VisitEnded())
    asyncio.run(asyncio.wait_for(tell(line, tab), 5))
    return line


def test_a_page_with_too_much_waiting_is_hung_up_on_before_anything_more_is_said():
    line = told(Line(room=FULL * 2), waiting=FULL + 1)
    assert (line.taken, line.closed) == ([], SLOW_PAGE)


@pytest.mark.parametrize("room", [0, 3])
def test_a_page_that_stops_taking_is_hung_up_on_when_patience_ends(monkeypatch, room):
    monkeypatch.setattr(server, "SLOWEST", 0.01)
    line = told(Line(room), waiting=room + 2)
    assert (line.taken, line.closed) == ([VisitEnded()] * room, SLOW_PAGE)


def test_a_page_that_takes_what_it_is_told_is_left_alone():
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(tell(line := Line(room=9), Tab()), 0.05))
    assert line.closed is None
