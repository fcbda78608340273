"""What the reader makes of a sentence, and that nothing written can hurt it."""

import json
import os
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindlight.reading import (
    CARE_ENOUGH,
    HARSH_ENOUGH,
    IN_A_JOURNAL,
    KIND_ENOUGH,
    Reading,
    Sentence,
    read,
    read_all,
    read_many,
    sentences,
)


def stance(text):
    return light_of(read(text))


def target(text):
    aim = read(text).target
    return max((aim.self_, "self"), (aim.other, "other"), (aim.none, "none"))[1]


PAIRS = [
    ("I'm such an idiot", "self", "harsh"),
    ("He's such an idiot", "other", "neither"),
    ("I'm not an idiot", "self", "kind"),
    ("My mother used to call me an idiot", "self", "neither"),
    ("great job, genius", "self", "harsh"),
    ("I failed the test", "self", "neither"),
    ("this deadline is killing me", "self", "neither"),
    ("it makes sense that I am tired", "self", "kind"),
    ("I tried, but pathetic", "self", "harsh"),
    ("im so stuipd", "self", "harsh"),
    ("I forgive myself.", "self", "kind"),
    ("I forgive him.", "other", "neither"),
    ("She can't forgive herself.", "other", "neither"),
    ("I used to think I was worthless, and I don't any more.", "self", "kind"),
    ("The app is useless.", "none", "neither"),
    ('"I am a fool," said the old man.', "other", "neither"),
    ("You're doing the best you can.", "self", "kind"),
    ("I wish I could love myself", "self", "neither"),
    ("I'm not worthless.", "self", "kind"),
    ("she called me lazy and she was right", "self", "harsh"),
    ("My parents had two good children and then they had me.", "self", "harsh"),
    ("Of course I cried. It was her cardigan.", "self", "kind"),
    ("I'd never say this to a friend, so I won't say it to me.", "self", "kind"),
]


@pytest.mark.parametrize(("text", "whom", "how"), PAIRS, ids=[text for text, _, _ in PAIRS])
def test_a_plain_line_is_read_as_it_is_meant(text, whom, how):
    assert (target(text), stance(text)) == (whom, how)


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("I'm so scared of the scan tomorrow", "fear"),
        ("I cried all evening, I miss her so much", "sadness"),
        ("Thank you so much for coming, I love you", "love"),
        ("I'm so angry with the landlord, what a disgusting liar", "anger"),
        ("That was the best day of the whole year!", "joy"),
    ],
)
def test_the_feeling_of_a_line_is_named(text, feeling):
    emotions = read(text).emotions
    assert max(emotions, key=emotions.get) == feeling


IN_CONTEXT = [
    ("I forgot it again.", "Idiot.", "harsh"),
    ("He cut me up at the roundabout.", "Idiot.", "neither"),
    ("I dropped the whole tray.", "Useless.", "harsh"),
    ("The remote has no batteries.", "Useless.", "neither"),
]


@pytest.mark.parametrize(("before", "text", "how"), IN_CONTEXT)
def test_a_brief_sentence_leans_on_the_one_before_it(before, text, how):
    last = read_all(f"{before} {text}")[-1].reading
    assert light_of(last) == how


def test_a_full_sentence_stands_alone():
    text = "I was so tired that the whole day went by behind a pane of glass, and that is how it was."
    assert read(text, before="I'm such an idiot.") == read(text)


def light_of(reading):
    if reading.kind_to_self >= KIND_ENOUGH:
        return "kind"
    return "harsh" if reading.harsh_to_self >= HARSH_ENOUGH else "neither"


def test_no_words_say_nothing_to_no_one():
    for text in ("", "  \n", "...", "\x00\x07", "\u202e\u200f", "\ud800", "12:30 -- 4"):
        reading = read(text)
        assert (reading.kind_to_self, reading.harsh_to_self, reading.care, reading.target.none) == (0, 0, 0, 1.0)


def test_a_reading_names_its_reader():
    assert read("I went for a walk.").model == "light-3"


@settings(max_examples=60)
@given(
    st.text(max_size=300) | st.text(alphabet=st.sampled_from("im not an idiot\"'.!\ud83d\u202e\u05d0 "), max_size=60)
)
def test_any_text_gives_the_same_valid_reading_twice(text):
    reading = read(text)
    assert reading == read(text)
    assert msgspec.convert(msgspec.to_builtins(reading), Reading) == reading
    assert abs(reading.target.self_ + reading.target.other + reading.target.none - 1) < 0.002


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_reading_a_text_reads_each_of_its_sentences_after_the_one_before(text):
    spans = sentences(text)
    befores = ["", *(text[a:b] for a, b in spans)]
    assert read_all(text) == tuple(
        Sentence(start=a, end=b, reading=read(text[a:b], before=before))
        for (a, b), before in zip(spans, befores, strict=False)
    )


@settings(max_examples=60)
@given(st.lists(st.text(max_size=120), max_size=8))
def test_many_texts_are_read_as_each_would_be_alone(texts):
    assert read_many(texts) == [read_all(text) for text in texts]


HUGE = ["a" * 10**6, "i am " * 200_000, "." * 10**6, '"' * 10**6, "\n" * 10**6, "not i was " * 100_000, '."' * 500_000]


@pytest.mark.parametrize("text", HUGE, ids=lambda text: repr(text[:6]))
def test_a_megabyte_is_read_in_bounded_time(text):
    start = time.thread_time()
    read(text)
    assert time.thread_time() - start < 2


@pytest.mark.data
def test_a_real_diary_grows_few_flowers():
    lines = Path(os.environ["KINDLIGHT_DATA"], "diaries/barbellion/entries.jsonl").read_text("utf-8").splitlines()
    readings = [
        sentence.reading for line in lines for sentence in read_all(json.loads(line)["text"], doubt=IN_A_JOURNAL)
    ]
    kind = sum(reading.kind_to_self >= KIND_ENOUGH for reading in readings)
    harsh = sum(reading.harsh_to_self >= HARSH_ENOUGH for reading in readings)
    care = sum(reading.care >= CARE_ENOUGH for reading in readings)
    assert (len(readings) > 5_000, kind < 80, 20 < harsh < 120, 5 < care < 30) == (True, True, True, True)


if "KINDLIGHT_DATA" not in os.environ:
    test_a_real_diary_grows_few_flowers = pytest.mark.skip("needs KINDLIGHT_DATA")(test_a_real_diary_grows_few_flowers)
