"""Measure the shipped reader and write the tables into docs/reading.md: `make evaluate`.

It teaches nothing: the figures are those of the file that ships, on lines that it did not learn from.
"""

import csv
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import numpy as np
from corpus_lines import CORPUS, STRANGERS, Labelled, again, held_back, labelled, learned
from emotions import FEELINGS, comments
from peers import PEERS, best_thresholds, macro_of
from scores import accuracy, auc, calibration_error, f1, interval, macro, offered, readings_of, stance_of, target_of

from kindlight.reading import IN_A_JOURNAL, Reading, read, sentences
from kindlight.reading.model import COMPONENTS, STANCES, shipped, sigmoid
from kindlight.reading.read import FEELINGS as MERGED

PAGE = Path(__file__).parents[1] / "docs" / "reading.md"
Rows = list[tuple[str, str]]


def table(title: str, rows: Rows) -> str:
    """Figures as Markdown."""
    return "\n".join([f"| {title} | |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows)])


def stance_rows(lines: Sequence[Labelled], readings: Sequence[Reading]) -> Rows:
    """Every figure of one set of lines."""
    truth, guessed = [line.stance for line in lines], [stance_of(reading) for reading in readings]
    low, high = interval(truth, guessed)
    aimed = [(line.target, target_of(r)) for line, r in zip(lines, readings, strict=True) if line.target]
    return [
        ("stance macro-F1 (95 in 100)", f"{macro(truth, guessed):.3f} ({low:.3f} to {high:.3f})"),
        *((f"stance F1, {name}", f"{f1(truth, guessed, name):.3f}") for name in STANCES),
        ("target accuracy", f"{accuracy(*zip(*aimed, strict=True)):.3f}"),
        *component_rows(lines, readings),
        ("calibration error of stance", f"{calibration_error(lines, readings):.3f}"),
    ]


def component_rows(lines: Sequence[Labelled], readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """How well each component's share orders lines, where enough of them show it."""
    for name in COMPONENTS:
        shown = [name in line.components for line in lines]
        if min(sum(shown), len(shown) - sum(shown)) > 1:
            yield f"AUC, {name}", f"{auc(shown, [getattr(one, name) for one in readings]):.3f} ({sum(shown)} lines)"


def peer_rows(lines: Sequence[Labelled]) -> Rows:
    """Macro-F1 of other ways on the same lines."""
    truth, seen = [line.stance for line in lines], learned()
    return [(name, f"{macro(truth, guess(seen, lines)):.3f}") for name, guess in PEERS.items()]


def hand_rows(lines: Sequence[Labelled]) -> Rows:
    """What another hand made of the same lines, blind; and the reader, where both hands agree."""
    other = again()
    twice = [line for line in lines if (line.text, line.before) in other]
    truth, hand = [line.stance for line in twice], [other[line.text, line.before] for line in twice]
    sure = [line for line, stance in zip(twice, hand, strict=True) if line.stance == stance]
    guessed = [stance_of(reading) for reading in readings_of(sure)]
    return [
        (f"another hand on {len(twice)} of them, macro-F1", f"{macro(truth, hand):.3f}"),
        (f"the reader on the {len(sure)} on which both hands agree", f"{macro([x.stance for x in sure], guessed):.3f}"),
    ]


def care_rows(lines: Sequence[Labelled]) -> Rows:
    """How much heavy writing is met, and how often help is offered for nothing."""
    met, idle = offered(lines)
    heavy = sum(line.care for line in lines)
    return [
        (f"met, of {heavy} heavy lines", f"{met:.3f}"),
        (f"offered, of {len(lines) - heavy} look-alikes", f"{idle:.3f}"),
    ]


def diary() -> list[Labelled]:
    """The two hundred labelled sentences of the diary, each with the one before it."""
    entries = Path(os.environ["KINDLIGHT_DATA"], "diaries/barbellion/entries.jsonl").read_text("utf-8").splitlines()
    with (CORPUS / "diary.tsv").open(encoding="utf-8", newline="") as rows:
        return [
            _sentence(json.loads(entries[int(row["entry"])])["text"], row)
            for row in csv.DictReader(rows, delimiter="\t")
        ]


def _sentence(text: str, row: dict[str, str]) -> Labelled:
    start, end = int(row["start"]), int(row["end"])
    before = [text[slice(*span)] for span in sentences(text[:start])]
    return Labelled(
        family="diary",
        text=text[start:end],
        target=row["target"],
        stance=row["stance"],
        components=frozenset(row["components"].split()),
        care=row["care"] == "1",
        before=before[-1] if before else "",
    )


def diary_rows(lines: Sequence[Labelled], readings: Sequence[Reading]) -> Rows:
    """Counts rather than rates, since so few sentences are harsh or kind."""
    truth, guessed = [line.stance for line in lines], [stance_of(reading) for reading in readings]
    hits = {name: sum(t == g == name for t, g in zip(truth, guessed, strict=True)) for name in STANCES}
    aimed = [line.target for line in lines], [target_of(reading) for reading in readings]
    return [
        *(
            (f"{name}: labelled, read, both", f"{truth.count(name)}, {guessed.count(name)}, {hits[name]}")
            for name in STANCES
        ),
        ("stance accuracy", f"{accuracy(truth, guessed):.3f}"),
        ("target accuracy", f"{accuracy(*aimed):.3f}"),
    ]


def feeling_rows() -> Rows:
    """GoEmotions' own test comments; thresholds are tuned on its dev comments."""
    truths, shares = {}, {}
    for part in ("dev", "test"):
        told = comments(part)
        truths[part] = np.array([[number in felt for number in range(len(FEELINGS))] for _, felt in told])
        shares[part] = np.array([_felt(text) for text, _ in told])
    groups = [[FEELINGS.index(name) for name in names] for names in MERGED.values()]
    rows = []
    for title, merge in (
        ("28 feelings", [[place] for place in range(len(FEELINGS))]),
        ("the nine of the light", groups),
    ):
        truth = {part: np.stack([truths[part][:, places].any(1) for places in merge], 1) for part in truths}
        share = {part: np.stack([shares[part][:, places].max(1) for places in merge], 1) for part in shares}
        tuned = best_thresholds(truth["dev"], share["dev"])
        rows.append((f"macro-F1, {title}", f"{macro_of(truth['test'], share['test'], tuned):.3f}"))
    return rows


def _felt(text: str) -> list[float]:
    said = shipped().answer(text).logits
    return [sigmoid(said[f"feeling:{name}"]) for name in FEELINGS]


def speed_rows(lines: Sequence[Labelled]) -> Rows:
    """CPU time of one line at a time."""
    spent = sorted(_spent(line.text) for line in lines)
    return [("p50", f"{median(spent):.2f} ms"), ("p99", f"{spent[int(len(spent) * 0.99)]:.2f} ms")]


def _spent(text: str) -> float:
    start = time.thread_time()
    read(text)
    return (time.thread_time() - start) * 1_000


def report() -> str:
    """All tables."""
    held, strangers, chosen, days = held_back(), labelled(*STRANGERS), labelled("blind"), diary()
    families = len({line.family for line in held})
    return "\n\n".join([
        table(f"{len(strangers)} lines by strangers, never looked at", stance_rows(strangers, readings_of(strangers))),
        table("the same lines, other ways: macro-F1", peer_rows(strangers)),
        table(f"{len(held)} lines of {families} families held back", stance_rows(held, readings_of(held))),
        table("the same lines, other ways: macro-F1", peer_rows(held)),
        table("the same lines, labelled again", hand_rows(held)),
        table(f"{len(chosen)} lines that settings were chosen by", stance_rows(chosen, readings_of(chosen))),
        table(f"{len(days)} sentences of a diary, read as on the line", diary_rows(days, readings_of(days))),
        table("the same, read as a journal is: with doubt", diary_rows(days, readings_of(days, IN_A_JOURNAL))),
        table("care, lines by a stranger, never looked at", care_rows(labelled("unseen_care"))),
        table("care, lines that the bound was chosen by", care_rows(labelled("blind_care"))),
        table("care, families held back", care_rows(held)),
        table("GoEmotions, official test", feeling_rows()),
        table("CPU time of a line", speed_rows(strangers)),
    ])  # fmt: skip


def main() -> None:
    """Measure, write, print."""
    page = PAGE.read_text("utf-8")
    head, _, rest = page.partition("<!-- figures -->\n")
    tail = rest.partition("<!-- end of figures -->")[2]
    tables = report()
    PAGE.write_text(f"{head}<!-- figures -->\n{tables}\n<!-- end of figures -->{tail}", "utf-8")
    print(tables)


if __name__ == "__main__":
    main()
