"""Sentences are verbatim spans that lose nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kindlight.reading import sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


def test_a_hard_wrapped_sentence_is_one():
    text = "While walking down the main road, rather late in the evening,\nsaw a Goldfinch. Then home."
    assert cut(text) == [text[:-11], "Then home."]


def test_titles_initials_and_numbers_do_not_end_a_sentence():
    text = "Mr. Hill and H. G. Wells came at 1.20 p.m. with St. John. We ate."
    assert cut(text) == [text[:-8], "We ate."]


def test_the_word_i_ends_a_sentence():
    assert cut("So am I. Then rain.") == ["So am I.", "Then rain."]


def test_a_blanked_name_ends_a_sentence():
    assert cut("Went with L----. Saw S---- there.") == ["Went with L----.", "Saw S---- there."]


def test_speech_goes_on_after_its_quotation_mark():
    assert cut('"Stop!" she said. "Why?" I asked.') == ['"Stop!" she said.', '"Why?" I asked.']


def test_an_ellipsis_goes_on_in_lower_case():
    assert cut("i hate this... and so on. Wait... What?") == ["i hate this... and so on.", "Wait...", "What?"]


def test_lower_case_writers_have_sentences_too():
    assert cut("im tired. i hate this") == ["im tired.", "i hate this"]


def test_items_of_a_list_stand_alone():
    assert cut("- one thing\n- another\n2. a third") == ["- one thing", "- another", "2. a third"]


def test_a_blank_line_and_a_line_ended_by_hand_end_a_sentence():
    assert cut("no full stop\n\nnext thing\nAnother line") == ["no full stop", "next thing", "Another line"]


def test_what_is_written_without_stopping_is_read_in_parts():
    text = "i was late again and the bus had gone and nobody minded but i did and " * 20
    assert all(len(part) <= 600 for part in cut(text))
    assert all(part.startswith(("and", "but", "i ")) for part in cut(text))


def test_a_long_sentence_is_cut_where_it_pauses():
    first = "I wrote to him about the boat, the money and the two letters; " * 8
    assert cut(first + "and I went to bed, " * 12)[0].endswith(";")


def test_one_word_of_any_length_is_cut_somewhere():
    assert "".join(cut("a" * 5_000)) == "a" * 5_000


def test_nothing_holds_no_sentence():
    assert [sentences(text) for text in ("", " ", "\n\n\t")] == [(), (), ()]


@given(st.text(alphabet=st.sampled_from("aI. !?\n\"'\u2026\u201dé\ud8001)-\t,"), max_size=80) | st.text(max_size=80))
def test_every_character_that_is_not_space_is_in_exactly_one_sentence(text):
    spans = sentences(text)
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
