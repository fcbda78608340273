"""The line to one page: of frames the newest, of moments every one, in order."""

from hypothesis import given
from hypothesis import strategies as st

from kindlight.scene.messages import GlowFrame, VisitEnded, WallsFrame
from kindlight.scene.outbox import FULL, Outbox
from strategies import frames, moments, scene_messages


def drained(outbox):
    return list(iter(outbox.take, None))


def newest(line, message):
    """The toy: a list in which an older frame of the same kind steps out."""
    kept = [one for one in line if not (isinstance(one, WallsFrame | GlowFrame) and type(one) is type(message))]
    return [*kept, message]


@given(pushed=st.lists(moments, max_size=12))
def test_moments_come_out_in_order_and_none_is_dropped(pushed):
    outbox = Outbox()
    for message in pushed:
        outbox.push(message)
    assert drained(outbox) == pushed


@given(pushed=st.lists(frames, min_size=1, max_size=12))
def test_of_each_kind_of_frame_only_the_newest_waits(pushed):
    outbox = Outbox()
    for message in pushed:
        outbox.push(message)
    last = {type(message): message for message in pushed}
    assert {type(message): message for message in drained(outbox)} == last


@given(steps=st.lists(st.none() | scene_messages, max_size=25))
def test_it_is_the_toy_line_whatever_is_pushed_and_taken(steps):
    outbox, line = Outbox(), []
    for step in steps:
        if step is None:
            assert outbox.take() == (line.pop(0) if line else None)
        else:
            outbox.push(step)
            line = newest(line, step)
        assert len(outbox) == len(line)
    assert drained(outbox) == line


def test_it_is_overfull_from_one_beyond_full():
    outbox = Outbox()
    for _ in range(FULL):
        outbox.push(VisitEnded())
    assert not outbox.overfull
    outbox.push(VisitEnded())
    assert outbox.overfull
    outbox.take()
    assert not outbox.overfull
