"""Help is offered for plain heavy words, however they are typed, and not for ordinary ones."""

import pytest

from kindlight.reading import CARE_ENOUGH, read


@pytest.mark.parametrize(
    "text",
    [
        "I want to die.",
        "i wanna die",
        "I want to kill myself.",
        "I don't want to be alive any more.",
        "Everyone would be better off without me.",
        "I can't go on living like this.",
        "i keep thinking about killing myself",
        "kms, i mean it this time",
        "I cut myself again last night.",
        "I wish I would not wake up tomorrow.",
    ],
)
def test_plain_heavy_words_are_met_with_an_offer(text):
    assert read(text).care >= CARE_ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "I'm such an idiot.",
        "I hate myself.",
        "I failed the test.",
        "This deadline is killing me.",
        "I could murder a curry.",
        "My phone died on the train.",
        "I was tired and went to bed at nine.",
        "The roses died in the frost.",
    ],
)
def test_ordinary_words_are_not_taken_for_danger(text):
    assert read(text).care < CARE_ENOUGH


def test_another_persons_danger_does_not_hide_ones_own():
    assert read("My friend killed himself and I want to die too.").care >= CARE_ENOUGH
