"""The reader learns from being corrected: like lines follow, others stay, and what is forgotten leaves no trace."""

import numpy as np
import pytest
from corpus_lines import held_back
from hypothesis import given
from hypothesis import strategies as st
from scores import macro, stance_of

from kindlight.reading import HARSH_ENOUGH, KIND_ENOUGH, Leaning, mark, read
from kindlight.reading.personal import UNMOVED, Mark, likeness
from strategies import says

PLAYFUL = [
    "lol i am such a goblin, ate cheese over the sink again",
    "goblin mode again tonight, me and the crisps under a blanket",
    "i am a goblin and this is my cave of laundry",
    "goblin behaviour from me today: soup, in bed, with the good spoon",
    "such a goblin, i growled at the doorbell",
    "me, a goblin, hoarding biscuits in the desk again",
    "full goblin this morning, hair up, socks odd, no regrets",
    "what a goblin i am, i put chips in the sandwich",
    "goblin me stayed up till two reading about moss",
    "i was a proper goblin at the buffet lol",
]
NEXT = "i am such a goblin today, crumbs everywhere"


def taught(lines, says):
    return Leaning([mark(line, "", says) for line in lines])


def test_ten_corrections_of_one_habit_change_the_next_such_line():
    before = read(NEXT)
    after = read(NEXT, leaning=taught(PLAYFUL, "kind"))
    assert before.kind_to_self < KIND_ENOUGH <= after.kind_to_self


def test_ten_corrections_of_harshness_quieten_the_next_such_line():
    slips = (
        "wrong bus",
        "salt in the tea",
        "the lid was on",
        "shirt inside out",
        "again",
        "the keys are in the fridge",
    )
    lines = [f"you walnut, {slip}" for slip in slips] + [f"ana you absolute walnut, {slip}" for slip in slips[:4]]
    before = read("you absolute walnut, that was the wrong door")
    after = read("you absolute walnut, that was the wrong door", leaning=taught(lines, "not-harsh"))
    assert before.harsh_to_self >= HARSH_ENOUGH > after.harsh_to_self


def test_a_line_that_has_nothing_in_common_is_hardly_moved():
    moved = read("The bus to the harbour was late and it rained.", leaning=taught(PLAYFUL, "kind"))
    plain = read("The bus to the harbour was late and it rained.")
    assert moved.kind_to_self == pytest.approx(plain.kind_to_self, abs=0.1)


def test_nothing_corrected_moves_nothing():
    assert Leaning().moved(np.ones(384, np.float32)) == UNMOVED


@pytest.fixture(scope="module")
def unseen():
    lines = held_back()[::3]
    return lines, [line.stance for line in lines]


def shifted(unseen, leaning):
    """By how much the macro-F1 of lines held back changes under corrections."""
    lines, truth = unseen
    plain = macro(truth, [stance_of(read(line.text, before=line.before)) for line in lines])
    return macro(truth, [stance_of(read(line.text, before=line.before, leaning=leaning)) for line in lines]) - plain


@pytest.mark.parametrize("says", ["kind", "not-kind", "harsh", "not-harsh", "about-me", "not-about-me"])
def test_no_habit_of_corrections_worsens_other_lines_by_more_than_two_points(unseen, says):
    assert shifted(unseen, taught(PLAYFUL, says)) >= -0.02


def test_corrections_that_are_all_wrong_worsen_other_lines_by_no_more_than_two_points(unseen):
    wrong = {"harsh": "not-harsh", "kind": "not-kind", "neither": "harsh"}
    lines = held_back()[1::150]
    assert len(lines) >= 10
    assert shifted(unseen, Leaning([mark(line.text, line.before, wrong[line.stance]) for line in lines])) >= -0.02


vectors = st.integers(0, 2**32 - 1).map(lambda seed: unit(np.random.default_rng(seed)))


def unit(chance):
    vector = chance.standard_normal(384).astype(np.float32)
    return vector / np.linalg.norm(vector)


marks = st.tuples(vectors, st.tuples(*[st.floats(-8, 8)] * 3), says).map(
    lambda mark: Mark(seen=mark[0], odds=mark[1], says=mark[2])
)


@given(st.lists(marks, max_size=12), vectors)
def test_what_is_learned_is_finite_and_the_same_twice(said, seen):
    moved = Leaning(said).moved(seen)
    assert moved == Leaning(said).moved(seen)
    assert all(np.isfinite([moved.harsh, moved.kind, moved.about_me]))


@given(st.lists(marks, min_size=1, max_size=8))
def test_a_correction_moves_its_own_line_the_way_it_says(said):
    one = said[0]
    moved = Leaning([one]).moved(one.seen)
    pull = {"harsh": moved.harsh, "kind": moved.kind, "about-me": moved.about_me}[one.says.removeprefix("not-")]
    assert pull <= 0 if one.says.startswith("not-") else pull >= 0


def test_likeness_falls_from_one_to_nothing():
    first, second = unit(np.random.default_rng(1)), unit(np.random.default_rng(2))
    assert likeness(first[None], first[None])[0, 0] == pytest.approx(1, abs=1e-5)
    assert likeness(first[None], second[None])[0, 0] < 0.01
