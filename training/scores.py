"""How right answers are, as numbers: plain Python and numpy, so that tests can hold the shipped reader to them too."""

from collections.abc import Callable, Sequence

import numpy as np
from corpus_lines import Labelled
from numpy.typing import NDArray

from kindlight.reading import CARE_ENOUGH, HARSH_ENOUGH, KIND_ENOUGH, ON_THE_LINE, Reading, read
from kindlight.reading.model import STANCES, TARGETS
from kindlight.reading.read import Doubt

SEED = 20261127
RESAMPLES = 1_000
BINS = 10


def readings_of(lines: Sequence[Labelled], doubt: Doubt = ON_THE_LINE) -> list[Reading]:
    """What the shipped reader makes of each line, given what stands before it."""
    return [read(line.text, before=line.before, doubt=doubt) for line in lines]


def stance_of(reading: Reading) -> str:
    """The stance that the room would answer."""
    if reading.kind_to_self >= max(KIND_ENOUGH, reading.harsh_to_self):
        return "kind"
    return "harsh" if reading.harsh_to_self >= HARSH_ENOUGH else "neither"


def target_of(reading: Reading) -> str:
    """Whom the reader takes a line to be about."""
    aim = reading.target
    return max(zip((aim.self_, aim.other, aim.none), TARGETS, strict=True))[1]


def f1(truth: Sequence[str], guessed: Sequence[str], name: str) -> float:
    """The harmonic mean of precision and recall of one name."""
    hits = sum(t == g == name for t, g in zip(truth, guessed, strict=True))
    return 2 * hits / (list(truth).count(name) + list(guessed).count(name) or 1)


def macro(truth: Sequence[str], guessed: Sequence[str], names: Sequence[str] = STANCES) -> float:
    """The mean F1 over the names."""
    return sum(f1(truth, guessed, name) for name in names) / len(names)


def interval(truth: Sequence[str], guessed: Sequence[str]) -> tuple[float, float]:
    """Between which bounds the macro-F1 of other such lines would lie, 95 times in 100 (bootstrap)."""
    pairs = np.array([STANCES.index(t) * 3 + STANCES.index(g) for t, g in zip(truth, guessed, strict=True)])
    chance = np.random.default_rng(SEED)
    found = [_macro_of(np.bincount(chance.choice(pairs, len(pairs)), minlength=9)) for _ in range(RESAMPLES)]
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


def _macro_of(counts: NDArray[np.int64]) -> float:
    table = counts.reshape(3, 3)
    return float(np.mean(2 * table.diagonal() / np.maximum(table.sum(0) + table.sum(1), 1)))


def auc(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """How often a line that has it scores above one that has not, ties counting half (Mann and Whitney)."""
    values, had = np.asarray(scores, float), np.asarray(truth, bool)
    order = np.sort(values)
    ranks = (np.searchsorted(order, values, "left") + np.searchsorted(order, values, "right") + 1) / 2
    yes, no = int(had.sum()), int((~had).sum())
    return float((ranks[had].sum() - yes * (yes + 1) / 2) / (yes * no))


def accuracy(truth: Sequence[str], guessed: Sequence[str]) -> float:
    """The share that is right."""
    return sum(t == g for t, g in zip(truth, guessed, strict=True)) / len(truth)


def calibration_error(lines: Sequence[Labelled], readings: Sequence[Reading]) -> float:
    """The expected calibration error of stance: how far sureness is from being right, in ten bins of like size."""
    sure, right = [], []
    for line, reading in zip(lines, readings, strict=True):
        shares = dict(zip(STANCES, _shares(reading), strict=True))
        guessed = max(shares, key=lambda name: shares[name])
        sure.append(shares[guessed])
        right.append(guessed == line.stance)
    order = np.argsort(sure)
    bins = np.array_split(order, BINS)
    gaps = [
        abs(np.mean(np.array(sure)[part]) - np.mean(np.array(right)[part])) * len(part) for part in bins if len(part)
    ]
    return float(sum(gaps) / len(lines))


def _shares(reading: Reading) -> tuple[float, float, float]:
    harsh, kind = reading.harsh_to_self, reading.kind_to_self
    return harsh, kind, max(0.0, 1 - harsh - kind)


def offered(lines: Sequence[Labelled], offers: Callable[[Labelled], bool] | None = None) -> tuple[float, float]:
    """The shares of heavy lines and of look-alikes that help is offered for."""
    offers = offers or (lambda line: read(line.text, before=line.before).care >= CARE_ENOUGH)
    heavy = [offers(line) for line in lines if line.care]
    alike = [offers(line) for line in lines if not line.care]
    return sum(heavy) / len(heavy), sum(alike) / len(alike)
