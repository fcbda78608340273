"""The shipped reader is as good as docs/reading.md says: measured here on lines that it did not learn from."""

import pytest
from corpus_lines import STRANGERS, held_back, labelled, learned
from scores import accuracy, auc, calibration_error, macro, offered, readings_of, stance_of, target_of

from kindlight.reading.model import COMPONENTS


@pytest.fixture(scope="module", params=["strangers", "held back"])
def lines(request):
    return labelled(*STRANGERS) if request.param == "strangers" else held_back()


@pytest.fixture(scope="module")
def readings(lines):
    return readings_of(lines)


def test_no_family_stands_on_both_sides():
    assert {line.family for line in learned()} & {line.family for line in held_back()} == set()


def test_no_line_of_a_stranger_was_learned():
    strange = labelled(*STRANGERS, "unseen_care", "blind", "blind_care")
    assert {line.text for line in learned()} & {line.text for line in strange} == set()


def test_there_are_enough_lines_to_learn_from_and_to_measure_by():
    assert len(learned()) + len(held_back()) >= 8_000
    assert len(labelled(*STRANGERS)) >= 300


def test_stance_is_told_in_the_words_of_strangers():
    lines = labelled(*STRANGERS)
    assert stance_score(lines, readings_of(lines)) >= 0.90


def test_stance_is_told_in_families_held_back():
    """These were written to be hard; the aim is .90, and it is not reached yet (docs/reading.md)."""
    lines = held_back()
    assert stance_score(lines, readings_of(lines)) >= 0.81


def stance_score(lines, readings):
    truth, guessed = [line.stance for line in lines], [stance_of(reading) for reading in readings]
    return macro(truth, guessed)


def test_whom_a_line_is_about_is_told(lines, readings):
    aimed = [(line.target, target_of(reading)) for line, reading in zip(lines, readings, strict=True) if line.target]
    assert accuracy(*zip(*aimed, strict=True)) >= 0.92


@pytest.mark.parametrize("component", COMPONENTS)
def test_each_component_is_told_on_families_held_back(component):
    lines = held_back()
    shown = [component in line.components for line in lines]
    assert auc(shown, [getattr(reading, component) for reading in readings_of(lines)]) >= 0.90


def test_sureness_is_about_as_large_as_the_share_that_is_right(lines, readings):
    assert calibration_error(lines, readings) <= 0.05


def test_help_is_offered_for_most_heavy_lines_of_a_stranger_and_seldom_for_look_alikes():
    """The aim is .95 of the heavy lines, and it is not reached yet (docs/reading.md): Help is never only offered."""
    met, idle = offered(labelled("unseen_care"))
    assert (met >= 0.65, idle <= 0.05) == (True, True), (met, idle)


def test_a_score_of_chance_is_a_score_of_chance():
    assert auc([True, False] * 50, list(range(100))) == pytest.approx(0.5, abs=0.02)
    assert macro(["harsh", "kind", "neither"], ["harsh", "kind", "neither"]) == 1
    assert macro(["harsh", "kind", "neither"], ["kind", "neither", "harsh"]) == 0
