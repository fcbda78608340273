"""Two kind sentences grow flowers that a person can tell apart, in what the room really draws."""

import csv
from itertools import combinations
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from kindlight.projections.genome import Genome, genome_of

KIND = Path(__file__).resolve().parents[2] / "training" / "corpus" / "kind.tsv"
SEEN = {"hue": 0.03, "height": 0.05, "width": 0.02, "cup": 0.35, "curl": 0.2}
"""Just visible on the picture of a flower three metres away: a tenth of its size, a step of its hue or of its form."""
DRAWN = 46
"""The most petals that the room draws of one flower (client/src/stage/geometry/plant.ts)."""
FULLER = 1.15
"""A head with this many times the petals is seen to be fuller."""


def differences(one: Genome, other: Genome) -> int:
    """In how many ways two flowers are seen to differ."""
    fewer, more = sorted(min(DRAWN, genome.petals) for genome in (one, other))
    apart = [_apart(name, one, other) > least for name, least in SEEN.items()]
    return sum((one.species != other.species, more >= FULLER * fewer, *apart))


def _apart(name: str, one: Genome, other: Genome) -> float:
    apart = abs(float(getattr(one, name)) - float(getattr(other, name)))
    return min(apart, 1 - apart) if name == "hue" else apart


def corpus() -> list[str]:
    """The different kind lines that the reader was taught with."""
    with KIND.open(encoding="utf-8") as lines:
        return sorted({row["text"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)})


def test_nearly_all_pairs_of_kind_lines_give_flowers_that_differ_in_two_ways_and_most_in_four() -> None:
    genomes = [genome_of(text) for text in corpus()]
    counts = [differences(one, other) for one, other in combinations(genomes, 2)]
    assert len(counts) > 40_000
    assert sum(count >= 2 for count in counts) / len(counts) > 0.99  # measured: 0.9952
    assert sum(count >= 4 for count in counts) / len(counts) > 0.85  # measured: 0.8792


def test_the_measure_sees_no_difference_where_there_is_none() -> None:
    one = genome_of("I can rest.")
    assert differences(one, genome_of("  i can   REST. ")) == 0


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_words_never_give_the_same_flower(one: str, other: str) -> None:
    assume(one.lower().split() != other.lower().split())
    assert genome_of(one) != genome_of(other)
