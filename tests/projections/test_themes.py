"""Where texts hang on the ring of themes: near their theme, or at an angle of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.content.themes import themes
from kindlight.projections.themes import _WORD, direction_of, turn_of, words_of
from strategies import lines

LEANING = {
    "work": (
        "My boss moved the deadline again.",
        "I stayed at the office until nine.",
        "Two colleagues were fired on Monday.",
        "The client hated the project.",
    ),
    "study": (
        "I failed the exam.",
        "The professor liked my essay.",
        "Homework took all evening.",
        "I skipped the lecture at university.",
    ),
    "making": (
        "I finished a painting.",
        "The guitar stood untouched.",
        "I wrote a poem.",
        "I baked two loaves.",
    ),
    "nature": (
        "A bird sang in the tree.",
        "We climbed the hill in the rain.",
        "The sea was grey.",
        "Both dogs ran into the lake.",
    ),
    "faith": (
        "I prayed for an hour.",
        "The church was cold.",
        "Does God hear me?",
        "I meditated in the temple.",
    ),
    "body": (
        "I hate my belly in the mirror.",
        "I went to the gym.",
        "I slept badly and am tired.",
        "I weighed nothing but my skin felt tight.",
    ),
    "illness": (
        "The doctor called about the symptoms.",
        "Fever all night.",
        "Mixed news from the hospital.",
        "The medication makes me dizzy.",
    ),
    "loneliness": (
        "Nobody came and I was lonely.",
        "I feel so isolated.",
        "I am alone again.",
        "They walked past as if I were invisible.",
    ),
    "friends": (
        "My friend's birthday.",
        "We laughed at the party.",
        "The neighbours invited us.",
        "A picnic with old classmates.",
    ),
    "love": (
        "My husband kissed me.",
        "The divorce came through.",
        "She was jealous of my girlfriend.",
        "Our marriage is quiet now.",
    ),
    "family": (
        "My mother shouted.",
        "The kids were loud.",
        "Grandma's hands.",
        "My sister and her baby came.",
    ),
    "home": (
        "The rent is due.",
        "I cannot pay the bills.",
        "Laundry and dishes, dishes and laundry.",
        "The kitchen roof leaks.",
    ),
}
SENTENCES = [(theme, sentence) for theme, said in LEANING.items() for sentence in said]


def apart(one, other):
    return abs((one - other + 0.5) % 1 - 0.5)


@pytest.mark.parametrize(("theme", "sentence"), SENTENCES)
def test_a_sentence_hangs_near_its_theme(theme, sentence):
    anchor = list(themes()).index(theme) / len(themes())
    assert apart(turn_of(sentence), anchor) <= 1 / 12


def test_there_is_a_theme_for_every_anchor_and_every_theme_is_shown_here():
    assert list(LEANING) == list(themes())


@pytest.mark.parametrize(
    "word",
    [
        "think",
        "thing",
        "things",
        "start",
        "started",
        "stare",
        "single",
        "singular",
        "dogma",
        "window",
        "ready",
        "already",
        "backup",
        "background",
        "facebook",
        "face",
        "miss",
        "mission",
        "date",
        "dates",
        "call",
        "called",
        "broke",
        "broken",
        "move",
        "movement",
        "text",
        "texture",
        "note",
        "notes",
        "heart",
        "left",
        "taxi",
        "pillow",
        "proof",
        "billion",
        "love",
        "loved",
        "lovely",
        "home",
        "together",
        "play",
        "playing",
        "kneel",
        "glove",
        "gravel",
        "sea-change",
        "chatter",
        "i'll",
    ],
)
def test_a_word_of_many_meanings_leans_nowhere(word):
    assert direction_of(word) is None


def test_no_word_stands_in_two_themes():
    stems = [stem for theme in themes().values() for stem in theme]
    assert sorted(stems) == sorted(set(stems))


@pytest.mark.parametrize("one", ["dog", "dogs", "dog's", "dog’s"])
def test_a_word_stands_for_its_plural_and_its_possessive(one):
    assert direction_of(one) == direction_of("tree")


@given(text=lines)
def test_a_text_always_hangs_at_the_same_place_on_the_ring(text):
    assert 0 <= turn_of(text) < 1
    assert turn_of(text) == turn_of(text)


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("", 0.4834148706711616),
        ("I am an idiot.", 0.1683990672741018),
        ("I can rest now.", 0.5221319531520514),
        ("雨が降っている", 0.05718883138672837),
    ],
)
def test_a_text_without_a_theme_has_an_angle_of_its_own(text, turn):
    assert turn_of(text) == turn


def test_texts_without_a_theme_spread_around_the_ring():
    places = {int(turn_of(f"so {'very ' * count}much") * 12) for count in range(200)}
    assert places == set(range(12))


@given(st.text(alphabet=[chr(code) for code in range(128)]))
def test_the_quick_way_to_words_and_the_thorough_one_come_to_the_same(text):
    assert words_of(text.lower()) == _WORD.findall(text.lower())
