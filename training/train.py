"""Train the small reader on the lines written for it, and write its weights into the package.

Run from the root: `OMP_NUM_THREADS=1 python training/train.py`. One thread, so that the same lines give the same bytes.
"""

from collections.abc import Sequence
from math import sqrt
from pathlib import Path

import numpy as np
from corpus_lines import TRAINED, Labelled, answer, labelled
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kindlight.reading import features
from kindlight.reading.model import COMPONENTS, GRAMMAR, STANCES, TARGETS, Column, Weights, pack

SEED = 20261123
STRENGTH = 12.0
"""The inverse of the penalty on large weights."""

SHIPPED = Path(__file__).parents[1] / "src" / "kindlight" / "reading" / "light-1.weights"


def matrix(texts: Sequence[str]) -> csr_matrix:
    """What the model sees of each text: one row each, `features.BUCKETS` columns."""
    values, columns, ends = [], [], [0]
    for text in texts:
        seen = features.see(text)
        said, signed = features.lexical(seen), features.grammatical(seen)
        columns += said + signed
        values += [1 / sqrt(len(said) or 1)] * len(said) + [GRAMMAR] * len(signed)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(texts), features.BUCKETS))


def fit(lines: Sequence[Labelled], *, strength: float = STRENGTH) -> Weights:
    """A model of the lines."""
    seen = matrix([line.text for line in lines])
    columns = _choice(seen, lines, "stance", STANCES, strength) | _choice(seen, lines, "target", TARGETS, strength)
    for head in COMPONENTS:
        model = _logistic(strength).fit(seen, [answer(head, line) for line in lines])
        columns[head] = _column(model.intercept_[0], model.coef_[0])
    return Weights(name="light-1", columns=columns)


def _choice(
    seen: csr_matrix, lines: Sequence[Labelled], side: str, names: Sequence[str], strength: float
) -> dict[str, Column]:
    model = _logistic(strength).fit(seen, [names.index(getattr(line, side)) for line in lines])
    return {f"{side}:{name}": _column(model.intercept_[i], model.coef_[i]) for i, name in enumerate(names)}


def _logistic(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=2_000, random_state=SEED)


def _column(bias: float, weights: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Column:
    scale = float(np.abs(weights).max()) / 127 or 1.0
    return Column(bias=float(bias), scale=scale, weights=np.rint(weights / scale).astype(np.int8).tobytes())


if __name__ == "__main__":
    packed = pack(fit(labelled(*TRAINED)))
    SHIPPED.write_bytes(packed)
    print(f"{SHIPPED.name}: {len(packed)} bytes")
