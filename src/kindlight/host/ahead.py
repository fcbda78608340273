"""Reading many texts on all cores, a little ahead of whoever asks: while the model thinks, Python is free."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from kindlight.reading import Sentence, read_all

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 64
"""Texts that are read before they are asked for."""


def read_ahead(texts: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each text with their readings, in order."""
    return in_order(read_all, texts)


def in_order(work: Callable[[T], R], given: Iterable[T]) -> Iterator[R]:
    """What `work` makes of each, in the order given, done by as many hands as there are cores."""
    hands = ThreadPoolExecutor(os.cpu_count() or 1)
    waiting: deque[Future[R]] = deque()
    try:
        for one in given:
            waiting.append(hands.submit(work, one))
            while len(waiting) > AHEAD or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        hands.shutdown(cancel_futures=True)
