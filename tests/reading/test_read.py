"""What the reader makes of a sentence, and that nothing written can hurt it."""

import json
import os
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.reading import CARE_ENOUGH, HARSH_ENOUGH, KIND_ENOUGH, Reading, Sentence, read, read_all, sentences


def stance(text):
    reading = read(text)
    if reading.kind_to_self >= KIND_ENOUGH:
        return "kind"
    return "harsh" if reading.harsh_to_self >= HARSH_ENOUGH else "neither"


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
]


@pytest.mark.parametrize(("text", "whom", "how"), PAIRS, ids=[text for text, _, _ in PAIRS])
def test_a_plain_line_is_read_as_it_is_meant(text, whom, how):
    assert (target(text), stance(text)) == (whom, how)


def test_feelings_are_named_unless_denied():
    assert read("I am sad and scared, but not angry").emotions == {"fear": 0.6, "sadness": 0.6}


def test_no_words_say_nothing_to_no_one():
    for text in ("", "  \n", "\U0001f642\U0001f30a", "...", "\x00\x07"):
        reading = read(text)
        assert (reading.kind_to_self, reading.harsh_to_self, reading.care, reading.target.none) == (0, 0, 0, 1.0)


def test_a_reading_names_its_reader():
    assert read("I went for a walk.").model == "light-1"


@given(
    st.text(max_size=300) | st.text(alphabet=st.sampled_from("im not an idiot\"'.!\ud83d\u202e\u05d0 "), max_size=60)
)
def test_any_text_gives_the_same_valid_reading_twice(text):
    reading = read(text)
    assert reading == read(text)
    assert msgspec.convert(msgspec.to_builtins(reading), Reading) == reading
    assert abs(reading.target.self_ + reading.target.other + reading.target.none - 1) < 0.002


@given(st.text(max_size=200))
def test_reading_a_text_reads_each_of_its_sentences(text):
    assert read_all(text) == tuple(Sentence(start=a, end=b, reading=read(text[a:b])) for a, b in sentences(text))


HUGE = ["a" * 10**6, "i am " * 200_000, "." * 10**6, '"' * 10**6, "\n" * 10**6, "not i was " * 100_000, '."' * 500_000]


@pytest.mark.parametrize("text", HUGE, ids=lambda text: repr(text[:6]))
def test_a_megabyte_is_read_in_bounded_time(text):
    start = time.thread_time()
    read(text)
    assert time.thread_time() - start < 2


@pytest.mark.data
def test_a_real_diary_grows_few_flowers():
    lines = Path(os.environ["KINDLIGHT_DATA"], "diaries/barbellion/entries.jsonl").read_text("utf-8").splitlines()
    readings = [sentence.reading for line in lines for sentence in read_all(json.loads(line)["text"])]
    kind = sum(reading.kind_to_self >= KIND_ENOUGH for reading in readings)
    harsh = sum(reading.harsh_to_self >= HARSH_ENOUGH for reading in readings)
    care = sum(reading.care >= CARE_ENOUGH for reading in readings)
    assert (len(readings) > 5_000, kind < 80, 20 < harsh < 120, 5 < care < 30) == (True, True, True, True)


if "KINDLIGHT_DATA" not in os.environ:
    test_a_real_diary_grows_few_flowers = pytest.mark.skip("needs KINDLIGHT_DATA")(test_a_real_diary_grows_few_flowers)
