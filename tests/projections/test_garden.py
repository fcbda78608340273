"""Flowers: their form from their words, their place from their order, and both for ever."""

import math
from functools import reduce

import msgspec
import pytest
from hypothesis import given

from kindlight.projections import garden
from kindlight.projections.garden import SPACING, Flower
from kindlight.projections.genome import HUES, PETALS, Genome, genome_of
from strategies import happenings, histories, lines


@given(events=histories, more=happenings)
def test_the_garden_never_shrinks_and_no_flower_moves(events, more):
    before = reduce(garden.fold, events, garden.begin())
    after = tuple(garden.fold(before, more))
    places = [(flower.turn, flower.radius, flower.genome) for flower in before]
    assert [(flower.turn, flower.radius, flower.genome) for flower in after[: len(before)]] == places
    assert after[: len(before)] == tuple(before)


@given(events=histories)
def test_flowers_stand_in_the_order_they_came(events):
    grown = reduce(garden.fold, events, garden.begin())
    assert [flower.order for flower in grown] == list(range(len(grown)))


def closest(places):
    """The least distance between any two places, by looking only into neighbouring cells."""
    cells = {}
    for x, y in places:
        cells.setdefault((int(x // SPACING), int(y // SPACING)), []).append((x, y))
    around = [(across, along) for across in (-1, 0, 1) for along in (-1, 0, 1)]
    return min(
        math.dist(one, other)
        for (column, row), here in cells.items()
        for one in here
        for across, along in around
        for other in cells.get((column + across, row + along), [])
        if other != one
    )


def test_no_two_of_ten_thousand_flowers_stand_too_close():
    genome = genome_of("I can rest.")
    flowers = [Flower(id=f"f-{order}", thread="thread-01", order=order, genome=genome) for order in range(10_000)]
    places = [
        (one.radius * math.cos(math.tau * one.turn), one.radius * math.sin(math.tau * one.turn)) for one in flowers
    ]
    assert len(set(places)) == len(flowers)
    assert closest(places) >= 0.6 * SPACING


GOLDEN = [
    (
        "I can rest.",
        {
            "species": "dahlia",
            "petals": 42,
            "hue": 0.081,
            "height": 0.6872,
            "width": 0.1734,
            "cup": 0.6452,
            "curl": 0.9238,
            "leaves": 2,
            "lean": -0.9228,
            "seed": 807657320,
        },
    ),
    (
        "I forgive myself.",
        {
            "species": "bell",
            "petals": 8,
            "hue": 0.9248,
            "height": 0.7528,
            "width": 0.302,
            "cup": 0.869,
            "curl": 0.7056,
            "leaves": 3,
            "lean": 0.7787,
            "seed": 2453927023,
        },
    ),
    (
        "I did what I could today.",
        {
            "species": "lotus",
            "petals": 32,
            "hue": 0.0949,
            "height": 0.83,
            "width": 0.271,
            "cup": 0.9849,
            "curl": 0.8065,
            "leaves": 4,
            "lean": -0.6043,
            "seed": 2416172198,
        },
    ),
    (
        "Be gentle, it was a long night.",
        {
            "species": "lotus",
            "petals": 37,
            "hue": 0.9477,
            "height": 0.5146,
            "width": 0.3142,
            "cup": 0.0235,
            "curl": 0.523,
            "leaves": 2,
            "lean": 0.5616,
            "seed": 800113764,
        },
    ),
    (
        "ich darf müde sein",
        {
            "species": "bell",
            "petals": 9,
            "hue": 0.0426,
            "height": 0.8863,
            "width": 0.1894,
            "cup": 0.7161,
            "curl": 0.4257,
            "leaves": 4,
            "lean": -0.057,
            "seed": 968928316,
        },
    ),
]


@pytest.mark.parametrize(("words", "genome"), GOLDEN)
def test_the_same_words_grow_the_same_flower_on_every_machine(words, genome):
    assert genome_of(words) == Genome(**genome)


@given(words=lines)
def test_letter_case_and_spacing_make_no_other_flower(words):
    lowered = words.lower()
    assert genome_of(f"  {lowered}\n") == genome_of(words)


@given(words=lines)
def test_a_genome_is_within_its_bounds(words):
    grown = genome_of(words)
    low, high = PETALS[grown.species]
    assert low <= grown.petals <= high
    assert any(start <= grown.hue <= end for start, end in HUES)
    assert 0.42 <= grown.height <= 0.92
    assert 0.17 <= grown.width <= 0.32
    assert 1 <= grown.leaves <= 4
    assert msgspec.json.decode(msgspec.json.encode(grown), type=Genome) == grown


def differ(one, other):
    wider = abs(one.width - other.width) / min(one.width, other.width) > 0.15
    return wider or one.species != other.species or abs(one.hue - other.hue) > 0.03 or one.petals != other.petals


def test_different_words_grow_flowers_that_can_be_told_apart():
    pairs = [(genome_of(f"I can rest {n}"), genome_of(f"I may stay {n}")) for n in range(1000)]
    assert sum(differ(one, other) for one, other in pairs) >= 950
    assert not differ(*[genome_of("I can rest")] * 2)
