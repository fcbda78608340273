"""Words become numbered pieces: all of them, in order, whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.reading.wordpieces import LONGEST, Spelling, plain, words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KNOWN = ["[UNK]", *LETTERS, *"'.!", *(f"##{letter}" for letter in LETTERS), "tired", "##ness"]
SPELLING = Spelling(KNOWN)


def pieces(text):
    return [KNOWN[number] for number in SPELLING.numbers(text)]


def test_the_longest_known_piece_comes_first():
    assert pieces("tiredness.") == ["tired", "##ness", "."]


def test_a_word_that_is_not_known_is_spelled_out():
    assert pieces("ab") == ["a", "##b"]


@pytest.mark.parametrize("odd", ["ж", "ab" * 31, "雨"])
def test_a_word_that_cannot_be_spelled_is_unknown_and_hurts_no_other(odd):
    assert pieces(f"tired {odd} tired") == ["tired", "[UNK]", "tired"]


def test_accents_case_and_kinds_of_apostrophe_make_no_difference():
    assert words("I\N{RIGHT SINGLE QUOTATION MARK}m DÉJÀ") == ["i", "'", "m", "deja"]


def test_a_picture_is_read_by_its_name():
    assert words("ok \N{YELLOW HEART}") == ["ok", "yellow", "heart"]


def test_a_stretched_word_is_shortened():
    assert words("soooooooo") == ["sooo"]


@given(st.text(max_size=200) | st.text(st.characters(categories=["Cs", "Cc", "Cf", "So", "Mn", "Lo"]), max_size=80))
def test_any_text_is_spelled_the_same_twice(text):
    assert SPELLING.numbers(text) == SPELLING.numbers(text)
    assert all(0 <= number < len(KNOWN) for number in SPELLING.numbers(text))


@given(st.text(max_size=200))
def test_what_is_read_is_bounded_and_lower_case(text):
    assert plain(text) == plain(text).lower()
    assert plain("x y " * LONGEST) == plain(("x y " * LONGEST)[:LONGEST])
