"""GoEmotions: 54,263 comments by feeling (Google, CC BY 4.0), found through KINDLIGHT_DATA."""

import csv
import os
from pathlib import Path

FEELINGS = (
    *("admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire"),
    *("disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief", "joy"),
    *("love", "nervousness", "optimism", "pride", "realization", "relief", "remorse", "sadness", "surprise"),
    "neutral",
)
"""In the order of the data's own numbers."""

Comment = tuple[str, frozenset[int]]


def comments(part: str) -> list[Comment]:
    """The comments of `train`, `dev` or `test`, each with the numbers of its feelings."""
    file = Path(os.environ["KINDLIGHT_DATA"], "text/goemotions/original", f"{part}.tsv")
    with file.open(encoding="utf-8", newline="") as rows:
        read = csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(text, frozenset(map(int, numbers.split(",")))) for text, numbers, *_ in read]
