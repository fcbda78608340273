"""What the person has said about how their sentences are meant, and how their words read with that in mind.

The record is never rewritten: a text keeps the reading it was kept with, and is read again here by today's reader.
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, structs

from kindlight.events import CorrectionForgotten, EntryBrought, Happening, ReadingCorrected, Text
from kindlight.reading import IN_A_JOURNAL, MOST, ON_THE_LINE, Aim, Leaning, Mark, Reading, Says, Sentence, mark, read
from kindlight.reading.language import is_readable
from kindlight.terms import Id


class Correction(Struct, frozen=True, kw_only=True, array_like=True):
    """What was said of one sentence."""

    thread: Id
    place: int
    words: str
    before: str
    says: Says


State = tuple[Correction, ...]
"""All that still count, in the order they were said."""


def begin() -> State:
    """Nothing was corrected."""
    return ()


def fold(state: State, event: Happening) -> State:
    """One more, instead of one that answered the same of that sentence; or all that was said of it forgotten."""
    if isinstance(event, CorrectionForgotten):
        return tuple(one for one in state if (one.thread, one.place) != (event.thread, event.place))
    if not isinstance(event, ReadingCorrected):
        return state
    said = Correction(thread=event.thread, place=event.place, words=event.words, before=event.before, says=event.says)
    return (*(one for one in state if not _same_question(one, said)), said)


def leaning(state: State) -> Leaning:
    """The personal layer that all corrections together make."""
    return _leaning(tuple(sorted((one.words, one.before, one.says) for one in state[-MOST:])))


def read_again(text: Text, state: State) -> tuple[Sentence, ...]:
    """A text's sentences as today's reader reads them, with what was learned and what was said of them in person."""
    leans, doubt = leaning(state), IN_A_JOURNAL if isinstance(text, EntryBrought) else ON_THE_LINE
    words = (text.text[one.start : one.end] for one in text.sentences)
    befores = (before_of(text, place) for place in range(len(text.sentences)))
    readings = (read(one, before=b, leaning=leans, doubt=doubt) for one, b in zip(words, befores, strict=True))
    again = (structs.replace(one, reading=reading) for one, reading in zip(text.sentences, readings, strict=True))
    return as_told(text.id, tuple(again), state)


def as_told(thread: Id, sentences: Sequence[Sentence], state: State) -> tuple[Sentence, ...]:
    """Sentences of a text as they were read, but for what the person said of them."""
    said = [one for one in state if one.thread == thread]
    return tuple(
        structs.replace(sentence, reading=_told(sentence.reading, [one.says for one in said if one.place == place]))
        for place, sentence in enumerate(sentences)
    )


def before_of(text: Text, place: int) -> str:
    """The sentence before a sentence, verbatim; none before the first."""
    if not place:
        return ""
    sentence = text.sentences[place - 1]
    return text.text[sentence.start : sentence.end]


def _same_question(one: Correction, other: Correction) -> bool:
    ask = _asked(one.says) == _asked(other.says)
    return ask and (one.thread, one.place) == (other.thread, other.place)


def _asked(says: Says) -> str:
    return says.removeprefix("not-")


def _told(reading: Reading, said: list[Says]) -> Reading:
    for says in said:
        reading = structs.replace(reading, **_meant(reading, says))
    return reading


def _meant(reading: Reading, says: Says) -> dict[str, float | Aim]:
    """What changes in a reading when the person says so."""
    match says:
        case "harsh":
            return {"harsh_to_self": 1.0, "kind_to_self": 0.0, "target": ABOUT_ME}
        case "kind":
            return {"kind_to_self": 1.0, "harsh_to_self": 0.0, "target": ABOUT_ME}
        case "not-harsh":
            return {"harsh_to_self": 0.0}
        case "not-kind":
            return {"kind_to_self": 0.0}
        case "about-me":
            return {"target": ABOUT_ME}
        case "not-about-me":
            return {"harsh_to_self": 0.0, "kind_to_self": 0.0, "target": _elsewhere(reading.target)}


ABOUT_ME = Aim(self_=1.0, other=0.0, none=0.0)


def _elsewhere(aim: Aim) -> Aim:
    return Aim(self_=0.0, other=1.0, none=0.0) if aim.other >= aim.none else Aim(self_=0.0, other=0.0, none=1.0)


@lru_cache(8)
def _leaning(said: tuple[tuple[str, str, Says], ...]) -> Leaning:
    return Leaning([_mark(*one) for one in said if is_readable(one[0])])


@lru_cache(1 << 10)
def _mark(words: str, before: str, says: Says) -> Mark:
    return mark(words, before, says)
