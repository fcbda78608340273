"""What the encoder is shown: lines as numbered pieces, worn as hasty typing wears them, in batches of like length."""

from collections.abc import Iterator, Sequence
from random import Random

import torch
from corpus_lines import Labelled
from encoder import base
from torch import Tensor

from kindlight.reading.model import Numbered


def published_pieces() -> list[str]:
    """The published vocabulary, in the order of its numbers."""
    return (base() / "vocab.txt").read_text("utf-8").splitlines()


def padded(lines: Sequence[Numbered]) -> tuple[Tensor, Tensor]:
    """Lines of different length as two tables, filled up with 0."""
    longest = max(len(ids) for ids, _ in lines)
    tables = torch.zeros(2, len(lines), longest, dtype=torch.long)
    for row, (ids, sides) in enumerate(lines):
        tables[0, row, : len(ids)] = torch.tensor(ids)
        tables[1, row, : len(sides)] = torch.tensor(sides)
    return tables[0], tables[1]


def worn(line: Labelled, others: Sequence[Labelled], chance: Random) -> tuple[str, str]:
    """A line as it might have been typed, now and then after some sentence that has nothing to do with it."""
    text, before = line.text, line.before
    if chance.random() < 0.15:
        text = text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    if chance.random() < 0.2:
        text = text.rstrip(".!?") or text
    if chance.random() < 0.12:
        text = _slipped(text, chance)
    if not before and len(text.split()) > 5 and chance.random() < 0.15:
        before = chance.choice(others).text
    return text, before


def _slipped(text: str, chance: Random) -> str:
    place = chance.randrange(len(text))
    if not text[place : place + 2].isalpha() or place + 1 >= len(text):
        return text
    start, first, second, end = text[:place], text[place], text[place + 1], text[place + 2 :]
    return chance.choice((start + second + first + end, start + second + end, start + first * 2 + second + end))


def batches(sizes: Sequence[int], count: int, chance: Random) -> Iterator[list[int]]:
    """All places in batches of `count`, lines of like length together, in no order."""
    places = list(range(len(sizes)))
    chance.shuffle(places)
    chunk = count * 20
    parts = [sorted(places[at : at + chunk], key=lambda place: sizes[place]) for at in range(0, len(places), chunk)]
    found = [part[at : at + count] for part in parts for at in range(0, len(part), count)]
    chance.shuffle(found)
    yield from found
