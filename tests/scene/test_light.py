"""Thought into light: harshness is never answered with dimming, and doubt is quiet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kindlight.reading import Aim, Sentence, read
from kindlight.scene.light import REST, care, meeting, quieted, resting, walls
from kindlight.scene.messages import WallsFrame
from strategies import said, sentences, units

PLAIN = Sentence(start=0, end=0, reading=read("It rained."))
ME = Aim(self_=1, other=0, none=0)
STEP = 0.01
STEEPEST = 2.5
"""The light's slope is at most REACH times two smooth steps, each 1.5 / (SURE - UNSURE)."""


def leaning(kind=0.0, harsh=0.0, worry=0.0):
    reading = replace(PLAIN.reading, target=ME, kind_to_self=kind, harsh_to_self=harsh, care=worry)
    return Sentence(start=0, end=0, reading=reading)


@given(before=said, kind=units, harsh=units, harsher=units)
def test_harshness_never_lowers_warmth(before, kind, harsh, harsher):
    low, high = sorted([harsh, harsher])
    less, more = (walls(1, (*before, leaning(kind, one))).warmth for one in (low, high))
    assert more >= less


@given(before=said, harsh=units)
def test_a_harsh_line_is_never_dimmer_than_a_plain_one_in_its_place(before, harsh):
    assert walls(1, (*before, leaning(harsh=harsh))).warmth >= walls(1, (*before, leaning())).warmth


@given(before=said, kind=units, harsh=units)
def test_a_small_change_of_reading_is_a_small_change_of_light(before, kind, harsh):
    one = walls(1, (*before, leaning(kind, harsh)))
    other = walls(1, (*before, leaning(min(1, kind + STEP), min(1, harsh + STEP))))
    for name in ("warmth", "kindness", "silver", "stir"):
        assert abs(getattr(one, name) - getattr(other, name)) <= 2 * STEEPEST * STEP


@given(share=units, other=units)
def test_what_is_less_sure_is_quieter(share, other):
    low, high = sorted([share, other])
    assert 0 <= quieted(low) <= quieted(high) <= 1
    assert quieted(low) <= low or low > 0.5


@given(said=said)
def test_the_light_is_within_its_bounds(said):
    frame = walls(7, said)
    assert frame.echo == 7
    assert REST <= frame.warmth <= 1
    assert all(0 <= share <= 1 for share in (frame.kindness, frame.silver, frame.stir))


@given(said=said)
def test_being_met_is_never_dimmer_than_being_listened_to(said):
    listened = tuple(replace(one, reading=replace(one.reading, harsh_to_self=0.0)) for one in said)
    assert walls(1, said).warmth >= walls(1, listened).warmth >= walls(1, (PLAIN,)).warmth == REST


@given(said=said)
def test_the_mood_is_how_the_words_are_met(said):
    moods = {"kind": "kind", "harsh": "met", "plain": "listening"}
    assert walls(1, said).mood == moods[meeting(said)]


def test_an_empty_line_rests():
    empty = WallsFrame(echo=3, mood="listening", warmth=REST, kindness=0, silver=0, stir=0)
    assert walls(3, ()) == empty
    assert replace(resting(), echo=3, mood="listening") == empty


KIND, HARSH = leaning(kind=0.9), leaning(harsh=0.9)
FOR_ANOTHER = replace(KIND, reading=replace(KIND.reading, target=Aim(self_=0, other=1, none=0)))


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ((), "plain"),
        ((leaning(),), "plain"),
        ((leaning(0.49, 0.49),), "plain"),
        ((KIND,), "kind"),
        ((HARSH,), "harsh"),
        ((HARSH, KIND), "kind"),
        ((KIND, HARSH), "harsh"),
        ((HARSH, leaning(), leaning()), "harsh"),
        ((KIND, leaning(harsh=0.4)), "kind"),
        ((KIND, HARSH, leaning()), "harsh"),
        ((leaning(0.5, 0.5),), "harsh"),
        ((leaning(0.6, 0.5),), "kind"),
        ((FOR_ANOTHER,), "plain"),
    ],
)
def test_meetings(said, met):
    assert meeting(said) == met


@given(said=st.lists(sentences, max_size=4))
def test_help_is_offered_when_any_sentence_is_heavy_and_only_then(said):
    assert care(said) == any(one.reading.care >= 0.5 for one in said)
    assert care([*said, leaning(worry=0.5)])
    assert not care([leaning(worry=0.499)])
