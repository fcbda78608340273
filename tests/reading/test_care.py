"""Help is offered for heavy words, and seldom for words that only look heavy."""

import csv
from pathlib import Path

from kindlight.reading import CARE_ENOUGH, read

CORPUS = Path(__file__).parents[2] / "training" / "corpus"


def lines(care):
    with (CORPUS / "care.tsv").open(encoding="utf-8", newline="") as rows:
        return [
            row["text"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE) if row["care"] == care
        ]


def offered(texts):
    return [text for text in texts if read(text).care >= CARE_ENOUGH]


def test_there_are_enough_lines_to_say_anything():
    assert (len(lines("1")) >= 60, len(lines("0")) >= 120) == (True, True)


def test_nine_in_ten_heavy_lines_are_met_with_an_offer():
    assert len(offered(lines("1"))) >= 0.9 * len(lines("1"))


def test_at_most_one_look_alike_in_twenty_is_met_with_an_offer():
    assert len(offered(lines("0"))) <= 0.05 * len(lines("0"))


def test_ordinary_harshness_is_not_taken_for_danger():
    assert offered(["I'm such an idiot.", "I hate myself.", "I failed the test."]) == []


def test_another_persons_danger_does_not_hide_ones_own():
    assert offered(["My friend killed himself and I want to die too."]) != []
