"""A sequence that only grows: adding one is cheap however long it is, and what stands in it never moves."""

from collections.abc import Iterator
from functools import reduce
from itertools import chain
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")

CHUNK = 256


class Grown(Struct, Generic[T], frozen=True, gc=False):
    """Full chunks in groups, and a tail that is still filling. Adding costs O(n / CHUNK²) and shares all the rest."""

    groups: tuple[tuple[tuple[T, ...], ...], ...] = ()
    chunks: tuple[tuple[T, ...], ...] = ()
    tail: tuple[T, ...] = ()

    def __len__(self) -> int:
        """How many there are."""
        return len(self.groups) * CHUNK * CHUNK + len(self.chunks) * CHUNK + len(self.tail)

    def __iter__(self) -> Iterator[T]:
        """All of them, in the order they came."""
        for chunk in chain(*self.groups, self.chunks, (self.tail,)):
            yield from chunk

    def add(self, *items: T) -> "Grown[T]":
        """This and the new ones at its end."""
        return reduce(Grown._add, items, self) if len(items) != 1 else self._add(items[0])

    def put(self, place: int, item: T) -> "Grown[T]":
        """This with another item at a place that is already taken."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        all_ = list(self)
        all_[place] = item
        return Grown[T]().add(*all_)

    def since(self, start: int) -> tuple[T, ...]:
        """Those from the place `start` on."""
        wanted, late = len(self) - start, list[tuple[T, ...]]()
        for chunk in self._latest():
            if wanted <= 0:
                break
            late.append(chunk[-wanted:])
            wanted -= len(chunk)
        return tuple(chain.from_iterable(reversed(late)))

    def _latest(self) -> Iterator[tuple[T, ...]]:
        yield self.tail
        for group in (self.chunks, *reversed(self.groups)):
            yield from reversed(group)

    def _add(self, item: T) -> "Grown[T]":
        tail = (*self.tail, item)
        if len(tail) < CHUNK:
            return Grown(self.groups, self.chunks, tail)
        chunks = (*self.chunks, tail)
        if len(chunks) < CHUNK:
            return Grown(self.groups, chunks)
        return Grown((*self.groups, chunks))
