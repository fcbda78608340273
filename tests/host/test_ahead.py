"""Many texts are read on all cores, and come back in the order they were given."""

import queue
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.host.ahead import AHEAD, in_order, read_ahead
from kindlight.reading import IN_A_JOURNAL, read_all


@given(st.lists(st.integers(), max_size=200))
def test_work_comes_back_in_the_order_it_was_given(numbers):
    assert list(in_order(lambda number: number + 1, numbers)) == [number + 1 for number in numbers]


def test_texts_are_read_as_they_would_be_one_by_one():
    texts = ["I was tired. Idiot.", "", "It rained."] * 5
    assert list(read_ahead(texts)) == [read_all(text, doubt=IN_A_JOURNAL) for text in texts]


def test_no_more_is_read_ahead_than_a_little():
    asked = []
    first = in_order(lambda number: number, (asked.append(number) or number for number in range(10_000)))
    next(first)
    assert len(asked) <= AHEAD + 3
    first.close()


def test_an_answer_comes_before_the_next_is_given():
    given = queue.Queue()
    answers = in_order(lambda number: number + 1, iter(given.get, None))
    for number in range(3):
        given.put(number)
        assert next(answers) == number + 1
    given.put(None)
    assert list(answers) == []


def test_a_fault_of_whoever_gives_reaches_whoever_asks():
    def giving():
        yield 1
        raise ZeroDivisionError

    answers = in_order(lambda number: number, giving())
    assert next(answers) == 1
    with pytest.raises(ZeroDivisionError):
        next(answers)


def test_a_fault_in_the_work_is_a_fault_for_whoever_asked():
    with pytest.raises(ZeroDivisionError):
        list(in_order(lambda number: 1 // number, [1, 0, 1]))


def test_stopping_on_the_way_leaves_no_hand_at_work():
    before = threading.active_count()
    going = in_order(lambda number: number, range(1_000))
    next(going)
    going.close()
    assert threading.active_count() == before
