"""The lines that were written for the reader, and their labels as numbers."""

import csv
from pathlib import Path

from msgspec import Struct

from kindlight.reading.model import COMPONENTS, HEADS, STANCES, TARGETS

CORPUS = Path(__file__).parent / "corpus"
TRAINED = ("harsh", "kind", "neither_self", "other", "pairs", "everyday", "literary", "hard", "plain")


class Labelled(Struct, frozen=True, kw_only=True):
    """A line and what its writer meant by it."""

    family: str
    text: str
    target: str
    stance: str
    components: frozenset[str]
    care: bool


def labelled(*names: str) -> list[Labelled]:
    """The lines of the named corpus files, in order."""
    return [line for name in names for line in _file(CORPUS / f"{name}.tsv")]


def _file(path: Path) -> list[Labelled]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Labelled(
                family=row["family"],
                text=row["text"],
                target=row["target"],
                stance=row["stance"],
                components=frozenset(row["components"].split()),
                care=row["care"] == "1",
            )
            for row in rows
        ]


def answer(head: str, line: Labelled) -> int:
    """Whether a head should speak for a line: 1 or 0."""
    if head in COMPONENTS:
        return int(head in line.components)
    side, name = head.split(":")
    return int((line.stance if side == "stance" else line.target) == name)


assert {f"stance:{name}" for name in STANCES} | {f"target:{name}" for name in TARGETS} < set(HEADS)
