"""Measure the reader on families it was not trained on, and write the tables into docs/reading.md.

Run from the repository's root, after `training/train.py`: `python training/evaluate.py`.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import thread_time

import numpy as np
from corpus_lines import TRAINED, Labelled, answer, labelled
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold
from train import SEED, fit

from kindlight.reading import CARE_ENOUGH, HARSH_ENOUGH, KIND_ENOUGH, Reading, read
from kindlight.reading.model import COMPONENTS, STANCES, TARGETS
from kindlight.reading.read import read_with

PAGE = Path(__file__).parents[1] / "docs" / "reading.md"
FOLDS = 5


def stance_of(reading: Reading) -> str:
    """The stance that the room would answer."""
    if reading.kind_to_self >= max(KIND_ENOUGH, reading.harsh_to_self):
        return "kind"
    return "harsh" if reading.harsh_to_self >= HARSH_ENOUGH else "neither"


def target_of(reading: Reading) -> str:
    """Whom the reader takes a line to be about."""
    return max(zip((reading.target.self_, reading.target.other, reading.target.none), TARGETS, strict=True))[1]


def folded(lines: Sequence[Labelled]) -> list[Reading]:
    """A reading of every line by a model that never saw its family."""
    readings: dict[int, Reading] = {}
    for seen, unseen in _folds(lines):
        weights = fit([lines[i] for i in seen])
        readings |= {int(i): read_with(weights, lines[i].text) for i in unseen}
    return [readings[i] for i in range(len(lines))]


def _folds(lines: Sequence[Labelled]) -> list[tuple[np.ndarray, np.ndarray]]:
    split = GroupKFold(n_splits=FOLDS, shuffle=True, random_state=SEED)
    return list(split.split(lines, groups=[line.family for line in lines]))


def style_only(lines: Sequence[Labelled]) -> list[str]:
    """Stance guessed from length, punctuation and letter case alone: the control that skill must beat."""
    shape = np.array([_shape(line.text) for line in lines])
    truth = np.array([line.stance for line in lines])
    guessed = np.empty(len(lines), dtype=object)
    for seen, unseen in _folds(lines):
        model = LogisticRegression(max_iter=5_000, class_weight="balanced").fit(shape[seen], truth[seen])
        guessed[unseen] = model.predict(shape[unseen])
    return [str(stance) for stance in guessed]


def _shape(text: str) -> list[float]:
    marks = [text.count(mark) for mark in ".,;:!?'\"-"]
    capitals = sum(letter.isupper() for letter in text)
    return [len(text) / 50, len(text.split()) / 10, capitals / 3, float(text[:1].islower()), *map(float, marks)]


def macro(lines: Sequence[Labelled], guessed: Sequence[str]) -> float:
    """Macro-F1 of stance."""
    return float(f1_score([line.stance for line in lines], guessed, average="macro", labels=STANCES))


def scores(lines: Sequence[Labelled], readings: Sequence[Reading]) -> list[tuple[str, float]]:
    """Every figure of one set of lines."""
    guessed = [stance_of(reading) for reading in readings]
    truth = [line.stance for line in lines]
    each = f1_score(truth, guessed, average=None, labels=STANCES)
    return [
        ("stance macro-F1", macro(lines, guessed)),
        *((f"stance F1, {name}", float(f1)) for name, f1 in zip(STANCES, each, strict=True)),
        *((f"precision, {name}", precision(truth, guessed, name)) for name in ("harsh", "kind")),
        ("target accuracy", float(accuracy_score([line.target for line in lines], [target_of(r) for r in readings]))),
        *((f"AUC, {name}", value) for name in COMPONENTS if (value := auc(name, lines, readings)) is not None),
        ("control: always neither", macro(lines, ["neither"] * len(lines))),
        *([("control: style only", macro(lines, style_only(lines)))] if _families(lines) >= FOLDS else []),
    ]


def _families(lines: Sequence[Labelled]) -> int:
    return len({line.family for line in lines})


def precision(truth: Sequence[str], guessed: Sequence[str], name: str) -> float:
    """How often a guess of that name is right."""
    right = [t == name for t, g in zip(truth, guessed, strict=True) if g == name]
    return sum(right) / len(right) if right else 0.0


def auc(component: str, lines: Sequence[Labelled], readings: Sequence[Reading]) -> float | None:
    """How well a component's share orders lines; None where no line has it."""
    truth = [answer(component, line) for line in lines]
    if len(set(truth)) < 2:
        return None
    return float(roc_auc_score(truth, [getattr(reading, component) for reading in readings]))


def care_scores(name: str) -> list[tuple[str, float]]:
    """How much heavy writing is met, and how often help is offered for nothing."""
    lines = labelled(name)
    offered = [read(line.text).care >= CARE_ENOUGH for line in lines]
    heavy = [o for o, line in zip(offered, lines, strict=True) if line.care]
    alike = [o for o, line in zip(offered, lines, strict=True) if not line.care]
    return [("recall on heavy lines", sum(heavy) / len(heavy)), ("offers on look-alikes", sum(alike) / len(alike))]


def milliseconds(texts: Sequence[str]) -> list[float]:
    """CPU milliseconds of each reading, in order of size."""
    return sorted(_spent(text) for text in texts)


def _spent(text: str) -> float:
    start = thread_time()
    read(text)
    return (thread_time() - start) * 1_000


def table(title: str, rows: Sequence[tuple[str, float]]) -> str:
    """Figures as Markdown."""
    return "\n".join([f"| {title} | |", "|---|--:|", *(f"| {name} | {value:.3f} |" for name, value in rows)])


def report() -> str:
    """All tables."""
    trained, held, fresh, blind = labelled(*TRAINED), labelled("held"), labelled("fresh"), labelled("blind")
    spent = milliseconds([line.text for line in trained])
    speed = [("p50", median(spent)), ("p99", spent[int(len(spent) * 0.99)])]
    families = _families(trained)
    return "\n\n".join([
        table(f"{len(trained)} lines in {families} families, held out by family", scores(trained, folded(trained))),
        table(f"{len(blind)} lines by another hand", scores(blind, [read(line.text) for line in blind])),
        table(f"{len(held)} lines in another voice", scores(held, [read(line.text) for line in held])),
        table(f"{len(fresh)} later lines", scores(fresh, [read(line.text) for line in fresh])),
        table(f"care, the {len(labelled('care'))} lines it was fitted to", care_scores("care")),
        table(f"care, {len(labelled('fresh_care'))} later lines, since fitted too", care_scores("fresh_care")),
        table(f"care, {len(labelled('blind_care'))} lines by another hand", care_scores("blind_care")),
        table("CPU milliseconds a line", speed),
    ])  # fmt: skip


if __name__ == "__main__":
    page = PAGE.read_text("utf-8")
    head, _, rest = page.partition("<!-- figures -->\n")
    tail = rest.partition("<!-- end of figures -->")[2]
    tables = report()
    PAGE.write_text(f"{head}<!-- figures -->\n{tables}\n<!-- end of figures -->{tail}", "utf-8")
    print(tables)
