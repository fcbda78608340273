"""Reading many texts on all cores, a little ahead of whoever asks: while the model thinks, Python is free."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from queue import Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

from kindlight.reading import IN_A_JOURNAL, UNLEANING, Leaning, Sentence, read_many

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Pieces of work that are done before they are asked for."""

TOGETHER = 24
"""Texts that are read at once: enough for sentences of one length to meet, and few enough to go on soon."""

PATIENCE = 0.1
"""Seconds between looks at whether the reading was stopped."""


def read_ahead(texts: Iterable[str], leaning: Leaning = UNLEANING) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each text of a journal with their readings, in order."""
    read = in_order(lambda some: read_many(some, leaning=leaning, doubt=IN_A_JOURNAL), _parts(iter(texts)))
    return chain.from_iterable(read)


def _parts(texts: Iterator[str]) -> Iterator[list[str]]:
    while part := list(islice(texts, TOGETHER)):
        yield part


def in_order(work: Callable[[T], R], given: Iterable[T]) -> Iterator[R]:
    """What `work` makes of each, in the order given and as soon as it is made, by as many hands as there are cores."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as hands:
        feeding = Feeding(work, given, hands)
        try:
            while (made := feeding.waiting.get()) is not None:
                yield made.result()
        finally:
            feeding.stop()


class Feeding(Generic[T, R]):
    """Hands out work in a thread of its own, so that one who gives slowly is answered at once."""

    def __init__(self, work: Callable[[T], R], given: Iterable[T], hands: ThreadPoolExecutor) -> None:
        """Begin."""
        self.waiting: Queue[Future[R] | None] = Queue(AHEAD)
        self._work, self._given, self._hands = work, given, hands
        self._stopped = Event()
        self._thread = Thread(target=self._feed, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hand out no more; what is in hand is finished, what waits is let go."""
        self._stopped.set()
        self._hands.shutdown(cancel_futures=True)
        self._thread.join(PATIENCE * 2)

    def _feed(self) -> None:
        try:
            for one in self._given:
                if self._stopped.is_set():
                    return
                self._put(self._hands.submit(self._work, one))
        except Exception as fault:  # noqa: BLE001 - it belongs to whoever asked, and is raised there
            self._put(_failed(fault))
        self._put(None)

    def _put(self, made: Future[R] | None) -> None:
        while not self._stopped.is_set():
            try:
                return self.waiting.put(made, timeout=PATIENCE)
            except Full:
                continue
        return None


def _failed(fault: Exception) -> "Future[R]":
    made: Future[R] = Future()
    made.set_exception(fault)
    return made
