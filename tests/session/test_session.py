"""Decide, keep, fold, compose: a session over a plain list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.errors import NoSuchThread, NothingToKeep, NotUnderstood, TooLong
from kindlight.events import FacetNamed, HelpArranged, PeopleNamed, Person, ThoughtKept, VisitClosed
from kindlight.projections import view as views
from kindlight.reading import read_all
from kindlight.scene.gestures import (
    ArrangeHelp,
    CloseVisit,
    CorrectWords,
    Draft,
    FindWords,
    ForgetCorrection,
    KeepThought,
    NameFacet,
    NamePeople,
    OpenThread,
)
from kindlight.scene.messages import (
    FlowerGrew,
    Found,
    GlowFrame,
    Helper,
    HelpShown,
    ThoughtSaved,
    ThreadDyed,
    ThreadGrew,
    VisitEnded,
    WallsFrame,
    WordsFound,
    WordsGiven,
)
from kindlight.session import Reply, Session
from kindlight.session.decide import LONGEST, decide
from strategies import deeds

NOW = "2026-11-23T21:04+01:00"


class PlainList:
    """A record that is a list."""

    def __init__(self):
        self.events = []

    def append(self, events):
        new = []
        for event in events:
            if self.find(event.id) is None:
                self.events.append(event)
                new.append(event)
        return tuple(new)

    def find(self, event_id):
        return next((event for event in self.events if event.id == event_id), None)

    def search(self, query, limit):
        held = [event for event in self.events if query in getattr(event, "text", "")]
        return tuple(held[:limit])


def opened():
    count = iter(range(1, 10_000))
    return Session(PlainList(), views.begin(), now=lambda: NOW, new_id=lambda: f"happening-{next(count)}")


def keep(text="It rained.", name="thought-1"):
    return KeepThought(id=name, text=text)


def decided(wish):
    return decide(wish, NOW, lambda: "happening-1")


def test_each_deed_is_decided():
    text = " I can rest.  "
    assert decided(keep(text)) == ThoughtKept(id="thought-1", when=NOW, text=text, sentences=read_all(text))
    people = NamePeople(people=(Helper(name="Ada", reach="next door"),))
    named = PeopleNamed(id="happening-1", when=NOW, people=(Person(name="Ada", reach="next door"),))
    assert decided(people) == named
    arranged = HelpArranged(id="happening-1", when=NOW, region="de", offers=False)
    assert decided(ArrangeHelp(region="de", offers=False)) == arranged
    called = FacetNamed(id="happening-1", when=NOW, facet="wounded", name="The small one")
    assert decided(NameFacet(facet="wounded", name=" The small one ")) == called
    assert decided(CloseVisit()) == VisitClosed(id="happening-1", when=NOW)


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\N{NO-BREAK SPACE}"])
def test_a_blank_line_is_nothing_to_keep(blank):
    with pytest.raises(NothingToKeep):
        decided(keep(blank))


def test_a_thought_may_be_as_long_as_it_may_and_no_longer():
    assert decided(keep("a" * LONGEST)).text == "a" * LONGEST
    with pytest.raises(TooLong) as refused:
        decided(keep("a" * (LONGEST + 1)))
    assert refused.value.values == {"longest": str(LONGEST)}


def test_a_refused_wish_changes_nothing():
    session = opened()
    with pytest.raises(NothingToKeep):
        session.take(keep(" "))
    assert (session.log.events, session.view) == ([], views.begin())


def test_keeping_tells_the_asker_that_it_is_kept_and_everyone_what_grew():
    reply = opened().take(keep())
    assert [type(one) for one in reply.asker] == [ThoughtSaved, WallsFrame]
    assert [type(one) for one in reply.everyone] == [ThreadGrew, GlowFrame]


def test_asking_twice_keeps_once_and_says_so_again():
    session = opened()
    session.take(keep())
    view = session.view
    assert session.take(keep()) == Reply(asker=(ThoughtSaved(id="thought-1", met="plain", care=False),))
    assert (len(session.log.events), session.view) == (1, view)


def test_a_name_that_stands_for_other_words_is_refused():
    session = opened()
    session.take(keep())
    with pytest.raises(NotUnderstood):
        session.take(keep("It snowed."))
    assert [event.text for event in session.log.events] == ["It rained."]


def test_a_thread_opens_to_its_own_words():
    session = opened()
    session.take(keep(" It rained. "))
    (given,) = session.take(OpenThread(id="thought-1")).asker
    assert isinstance(given, WordsGiven)
    assert "".join(span.text for span in given.spans) == " It rained. "


def test_no_thread_of_that_name_is_refused_and_so_is_what_has_no_words():
    session = opened()
    session.take(CloseVisit())
    for name in ("thought-9", "happening-1"):
        with pytest.raises(NoSuchThread):
            session.take(OpenThread(id=name))


def test_a_correction_is_kept_and_the_words_are_shown_as_they_are_meant():
    session = opened()
    session.take(keep("The kettle sang."))
    reply = session.take(CorrectWords(id="thought-1", place=0, says="kind"))
    (given,) = reply.asker
    assert [(span.heard, span.about, span.told) for span in given.spans] == [("kind", "self", True)]
    assert [type(one) for one in reply.everyone] == [ThreadDyed, FlowerGrew, GlowFrame]
    assert session.leaning.marks


def test_a_forgotten_correction_leaves_the_words_and_the_dye_as_they_were():
    session = opened()
    session.take(keep("The kettle sang."))
    (before,), (dyed,) = session.take(OpenThread(id="thought-1")).asker, session.view.threads
    session.take(CorrectWords(id="thought-1", place=0, says="harsh"))
    reply = session.take(ForgetCorrection(id="thought-1", place=0))
    assert (reply.asker, list(session.view.threads)) == ((before,), [dyed])
    assert session.leaning.marks == ()


def test_a_sentence_that_is_not_there_cannot_be_corrected():
    session = opened()
    session.take(keep())
    for wish in (CorrectWords(id="thought-1", place=1, says="kind"), ForgetCorrection(id="thought-1", place=9)):
        with pytest.raises(NotUnderstood):
            session.take(wish)
    assert len(session.log.events) == 1


def test_words_are_found_and_nothing_is_looked_for_in_a_blank_query():
    session = opened()
    session.take(keep())
    here = (Found(id="thought-1", when=NOW, text="It rained."),)
    assert session.take(FindWords(query="rain")).asker == (WordsFound(query="rain", found=here),)
    assert session.take(FindWords(query=" ")).asker == (WordsFound(query=" ", found=()),)


def test_closing_ends_the_askers_visit_alone_and_help_is_for_everyone():
    session = opened()
    closed = session.take(CloseVisit())
    assert ([type(one) for one in closed.asker], closed.everyone) == ([VisitEnded, WallsFrame], ())
    shown = HelpShown(people=(), region="de", offers=True)
    assert session.take(ArrangeHelp(region="de", offers=True)) == Reply(everyone=(shown,))


def test_bringing_twice_folds_once():
    session = opened()
    events = [decided(keep(name=f"thought-{n}")) for n in range(3)]
    assert session.bring(events) == tuple(events)
    view = session.view
    assert (session.bring(events), session.view) == ((), view)


@given(wishes=st.lists(deeds, max_size=5))
def test_the_view_is_always_the_fold_of_the_record(wishes):
    session = opened()
    for wish in wishes:
        try:
            session.take(wish)
        except (NothingToKeep, NotUnderstood):
            continue
    again = views.begin()
    for event in session.log.events:
        again = views.fold(again, event)
    assert session.view == again


def test_what_is_no_wish_is_a_fault_of_ours_and_changes_nothing():
    session = opened()
    for do in (session.take, decided):
        with pytest.raises(AssertionError):
            do(Draft(echo=1, text="half a thought"))
    assert (session.log.events, session.view) == ([], views.begin())
