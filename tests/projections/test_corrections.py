"""What the person says of their own words counts, and can be taken back without a trace."""

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kindlight.events import CorrectionForgotten, ReadingCorrected, ThoughtKept
from kindlight.projections import corrections, garden, threads
from kindlight.reading import read_all
from strategies import SAYS, corrected, histories, says, texts

TEXT = "I went mad and ate the last plum. It rained. Idiot."
THOUGHT = ThoughtKept(id="thought-1", when="2026-11-27", text=TEXT, sentences=read_all(TEXT))


def said(says, place=0, name="correction-1"):
    one = THOUGHT.sentences[place]
    return ReadingCorrected(
        id=name, when="2026-11-27", thread="thought-1", place=place, words=TEXT[one.start : one.end],
        before=corrections.before_of(THOUGHT, place), says=says, warmth=0.25, silver=0.5,
    )  # fmt: skip


def forgotten(place=0):
    return CorrectionForgotten(
        id="forgotten-1", when="2026-11-27", thread="thought-1", place=place, warmth=0.0, silver=0.0
    )


def folded(*events):
    return reduce(corrections.fold, events, corrections.begin())


def told(state):
    return [one.reading for one in corrections.as_told("thought-1", THOUGHT.sentences, state)]


@pytest.mark.parametrize(
    ("says", "kind", "harsh", "about"),
    [("kind", 1, 0, 1), ("harsh", 0, 1, 1), ("not-about-me", 0, 0, 0)],
)
def test_what_is_said_of_a_sentence_is_how_it_is_read(says, kind, harsh, about):
    reading = told(folded(said(says)))[0]
    assert (reading.kind_to_self, reading.harsh_to_self, reading.target.self_) == (kind, harsh, about)


def test_what_is_denied_is_nothing_and_all_else_stays():
    plain = THOUGHT.sentences[2].reading
    reading = told(folded(said("not-harsh", place=2)))[2]
    assert (reading.harsh_to_self, reading.kind_to_self, reading.target) == (0, plain.kind_to_self, plain.target)


def test_other_sentences_stay_as_they_were_read():
    assert told(folded(said("kind")))[1:] == [one.reading for one in THOUGHT.sentences[1:]]


def test_the_last_word_on_one_question_counts():
    assert [one.says for one in folded(said("kind"), said("not-kind"))] == ["not-kind"]
    assert [one.says for one in folded(said("not-harsh"), said("about-me"))] == ["not-harsh", "about-me"]


@given(events=histories, says=says)
def test_forgetting_undoes_exactly(events, says):
    before = folded(*events)
    before = tuple(one for one in before if (one.thread, one.place) != ("thought-1", 0))
    after = reduce(corrections.fold, [said(says), forgotten()], before)
    assert after == before


def test_what_was_learned_is_forgotten_with_it():
    first = folded(said("not-harsh", place=2))
    again = reduce(corrections.fold, [said("kind"), forgotten()], first)
    line = "Idiot that I am, the plum again."
    assert corrections.read_again(kept(line), again) == corrections.read_again(kept(line), first)


def kept(text):
    return ThoughtKept(id="thought-2", when="2026-11-27", text=text, sentences=read_all(text))


def test_reading_again_keeps_the_cuts_that_a_text_was_kept_with():
    spans = [(one.start, one.end) for one in corrections.read_again(THOUGHT, folded(said("kind")))]
    assert spans == [(one.start, one.end) for one in THOUGHT.sentences]


@given(text=texts(), says=st.lists(says, max_size=4))
def test_any_text_can_be_read_again(text, says):
    words, sentences = text
    event = ThoughtKept(id="thought-1", when="2026-11-27", text=words, sentences=sentences)
    state = folded(*(said(one, place=place % 3, name=f"correction-{place}") for place, one in enumerate(says)))
    assert len(corrections.read_again(event, state)) == len(sentences)


def test_a_sentence_called_kind_has_one_flower_however_often_it_is_said():
    grown = reduce(garden.fold, [THOUGHT, said("kind"), said("kind", name="correction-2")], garden.begin())
    assert len([one for one in grown if one.id == garden.name_of("thought-1", 0)]) == 1


@given(event=corrected)
def test_no_correction_takes_a_flower(event):
    before = garden.fold(garden.begin(), THOUGHT)
    after = garden.fold(before, event)
    assert list(after)[: len(before)] == list(before)


def test_a_corrected_thread_is_dyed_anew_and_hangs_where_it_hung():
    (before,) = threads.fold(threads.begin(), THOUGHT)
    (after,) = threads.fold(threads.fold(threads.begin(), THOUGHT), said("kind"))
    assert (after.warmth, after.silver) == (0.25, 0.5)
    assert structs.replace(after, warmth=before.warmth, silver=before.silver) == before


def test_every_way_of_saying_it_is_one_that_can_be_meant():
    for one in SAYS:
        assert told(folded(said(one)))[0] is not None


def test_nothing_is_learned_from_words_that_could_not_be_read():
    foreign = corrections.Correction(thread="t", place=0, words="Ich war so müde.", before="", says="kind")
    assert corrections.leaning((foreign,)).marks == ()
