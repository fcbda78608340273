"""The lines that were written for the reader, and which of them it may learn from."""

import csv
from pathlib import Path
from zlib import crc32

from msgspec import Struct

CORPUS = Path(__file__).parent / "corpus"
EARLIER = (
    *("harsh", "kind", "neither_self", "other", "pairs", "everyday", "literary", "hard", "plain"),
    *("haste", "contrast", "lives", "diaries", "context", "quiet", "shame", "persons"),
    *("direct", "haste_two", "contrast_two", "quiet_two", "lives_two", "components", "diaries_two"),
    *("care", "care_more", "care_lines", "care_two", "care_three", "care_four"),
)
"""Files that the first stages learn from."""

WRITTEN = (*EARLIER, "evenings", "implied", "haste_three", "care_five", "care_six", "care_seven")
"""Files with lines to learn from, whole families of them held back."""

STRANGERS = ("unseen_a", "unseen_b")
"""Files written from the guide alone by hands that saw no other line; looked at only to measure the finished reader."""

CHOSEN_BY = ("blind", "held", "fresh")
"""Files never learned from, by which settings were chosen and the reader's sureness was tuned."""

CARE_CHOSEN_BY = ("blind_care", "fresh_care")
"""Files never learned from, by which it was chosen how heavy words must be before help is offered."""

AGAIN = "again"
"""The held-back lines of the earlier files, labelled again by hands that saw nothing but the guide and the line."""

HELD_BACK = 12
"""Families in a hundred that are held back."""


class Labelled(Struct, frozen=True, kw_only=True):
    """A line and what its writer meant by it; `before` is the sentence before it, where that matters."""

    family: str
    text: str
    target: str
    stance: str
    components: frozenset[str]
    care: bool
    before: str = ""


def labelled(*names: str) -> list[Labelled]:
    """The lines of the named corpus files, in order."""
    return [line for name in names for line in _file(CORPUS / f"{name}.tsv")]


def is_held_back(line: Labelled) -> bool:
    """Whether a line's family is kept for measuring: by its name alone, so that it stays so when lines are added."""
    return crc32(line.family.encode()) % 100 < HELD_BACK


def learned(*names: str) -> list[Labelled]:
    """The lines that the reader learns from, of all files or of the named ones."""
    return [line for line in labelled(*(names or WRITTEN)) if not is_held_back(line)]


def held_back() -> list[Labelled]:
    """The lines of the families that it never saw."""
    return [line for line in labelled(*WRITTEN) if is_held_back(line)]


def again() -> dict[tuple[str, str], str]:
    """The stance that another hand gave, by the line and the one before it."""
    with (CORPUS / f"{AGAIN}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["text"], row["before"]): row["stance"] for row in rows}


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
                before=row.get("before") or "",
            )
            for row in rows
        ]
