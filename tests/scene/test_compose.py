"""What a page is shown: all there is, in parts, and nobody's words but the person's own."""

from functools import reduce

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.events import EntryBrought, FacetNamed, HelpArranged, PeopleNamed, ThoughtKept
from kindlight.projections import view as views
from kindlight.reading import read_all
from kindlight.scene import compose
from kindlight.scene.compose import PIECE, PLANTS_AT_ONCE, THREADS_AT_ONCE, piece, snapshot, spans
from kindlight.scene.messages import FacetsShown, GardenShown, GlowFrame, HelpShown, LoomShown, SceneMessage
from kindlight.scene.wire import decode_gesture, decode_message, encode
from strategies import entries, gestures, histories, phrases, scene_messages, thoughts

NOT_WORDS = frozenset(
    ["kind", "id", "thread", "when", "place", "mood", "met", "species", "region", "query", "heard", "about", "facet"]
)


def kind_life(count):
    text = "I can be gentle with myself tonight."
    read = read_all(text)
    told = (ThoughtKept(id=f"thought-{n:04}", when="2026-11-23", text=text, sentences=read) for n in range(count))
    return reduce(views.fold, told, views.begin())


@pytest.mark.parametrize(
    ("count", "looms", "gardens"),
    [(0, [0], [0]), (250, [250], [250]), (501, [500, 1], [250, 250, 1]), (1000, [500, 500], [250] * 4)],
)
def test_a_long_life_comes_in_parts_and_only_the_first_begins_afresh(count, looms, gardens):
    view = kind_life(count)
    glow, helpers, facets, *parts = snapshot(view)
    assert (type(glow), type(helpers), type(facets)) == (GlowFrame, HelpShown, FacetsShown)
    woven = [one for one in parts if isinstance(one, LoomShown)]
    grown = [one for one in parts if isinstance(one, GardenShown)]
    assert [len(one.threads) for one in woven] == looms
    assert [len(one.plants) for one in grown] == gardens
    assert [one.first for one in woven] == [True] + [False] * (len(looms) - 1)
    assert [one.first for one in grown] == [True] + [False] * (len(gardens) - 1)
    assert [thread.id for one in woven for thread in one.threads] == [thread.id for thread in view.threads]
    assert [plant.id for one in grown for plant in one.plants] == [flower.id for flower in view.garden]
    assert max(looms) <= THREADS_AT_ONCE
    assert max(gardens) <= PLANTS_AT_ONCE


@given(event=thoughts() | entries())
def test_the_spans_of_a_text_are_all_of_it(event):
    assert "".join(span.text for span in spans(event.text, event.sentences, frozenset())) == event.text


def words_in(value, name=""):
    """Every string a message shows, besides names, dates, sources and words of a closed list."""
    if isinstance(value, dict):
        yield from (word for key, held in value.items() if key not in NOT_WORDS for word in words_in(held, key))
    elif isinstance(value, list | tuple):
        yield from (word for held in value for word in words_in(held, name))
    elif isinstance(value, str):
        yield value


def record_of(events):
    texts = [event.text for event in events if isinstance(event, ThoughtKept | EntryBrought)]
    people = [person for event in events if isinstance(event, PeopleNamed) for person in event.people]
    names = [event.name for event in events if isinstance(event, FacetNamed)]
    return [*texts, *names, *(person.name for person in people), *(person.reach for person in people)]


def shown(events, query):
    view = views.begin()
    for event in events:
        before, view = view, views.fold(view, event)
        yield from compose.answer(before, view, event)
    yield from snapshot(view)
    texts = [event for event in events if isinstance(event, ThoughtKept | EntryBrought)]
    yield from (compose.words_given(text, text.sentences) for text in texts)
    yield compose.words_found(query, texts)


@given(events=histories, query=phrases)
def test_every_word_shown_is_the_persons_own(events, query):
    record = record_of(events)
    for message in shown(events, query):
        assert decode_message(encode(message)) == message
        for word in words_in(msgspec.to_builtins(message)):
            assert any(word in text for text in record)


def test_a_word_of_our_own_would_be_seen():
    message = HelpShown(people=(), region="de", offers=True)
    told = {**msgspec.to_builtins(message), "advice": "Be kind."}
    assert list(words_in(told)) == ["Be kind."]


@given(text=phrases.map(lambda one: one * 9), query=phrases, before=st.integers(0, 400))
def test_a_piece_is_verbatim_and_short(text, query, before):
    long = "x" * before + text
    shown = piece(long, query)
    assert shown in long
    assert len(shown) <= PIECE
    assert len(long) > PIECE or shown == long


@given(
    before=st.text("ab İ雨", max_size=500),
    after=st.text("ab İ雨", max_size=500),
    word=st.sampled_from(["rest", "REST"]),
)
def test_a_piece_holds_the_word_looked_for(before, after, word):
    assert word in piece(before + word + after, "Rest")


@given(message=scene_messages)
def test_every_message_comes_back_from_the_wire_as_it_went(message: SceneMessage):
    assert decode_message(encode(message)) == message


@given(gesture=gestures)
def test_every_gesture_comes_back_from_the_wire_as_it_went(gesture):
    assert decode_gesture(encode(gesture)) == gesture


def test_arranging_help_shows_the_help_that_counts():
    event = HelpArranged(id="arranged-1", when="2026-11-23", region="de", offers=False)
    view = views.fold(views.begin(), event)
    assert compose.answer(views.begin(), view, event) == (HelpShown(people=(), region="de", offers=False),)


def test_what_never_happened_is_a_fault_of_ours():
    with pytest.raises(AssertionError):
        compose.answer(views.begin(), views.begin(), "no event")
