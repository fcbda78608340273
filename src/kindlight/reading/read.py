"""text -> Reading: what the model says, moved by what this person has corrected."""

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from kindlight.reading.care import SURE, is_plainly_heavy
from kindlight.reading.language import is_readable
from kindlight.reading.model import COMPONENTS, STANCES, TARGETS, Answer, shares, shipped, sigmoid
from kindlight.reading.model import NAME as READER
from kindlight.reading.personal import Leaning, Mark, Moved, Says
from kindlight.reading.reading import UNREAD, Aim, Reading, Sentence
from kindlight.reading.sentences import sentences
from kindlight.reading.wordpieces import words

BRIEF = 16
"""Words; a sentence that has no more leans on the one before it ('Idiot.' after 'I forgot it again.')."""

FELT = 0.3
"""A feeling at least this likely is named."""

FEELINGS = {
    "joy": ("joy", "amusement", "excitement", "optimism", "pride", "relief", "admiration", "approval"),
    "love": ("love", "caring", "gratitude"),
    "sadness": ("sadness", "disappointment", "grief"),
    "fear": ("fear", "nervousness"),
    "anger": ("anger", "annoyance", "disapproval"),
    "disgust": ("disgust",),
    "shame": ("embarrassment", "remorse"),
    "longing": ("desire",),
    "wonder": ("surprise", "curiosity", "realization", "confusion"),
}
"""GoEmotions' 27 feelings as the nine that a light can tell apart."""


class Doubt(Struct, frozen=True, kw_only=True):
    """Log-odds that are taken from what is rare where a text comes from."""

    harsh: float = 0.0
    kind: float = 0.0
    care: float = 0.0


ON_THE_LINE = Doubt()
"""A thought brought to the room is as likely to be harsh or kind as the lines that the reader learned from."""

IN_A_JOURNAL = Doubt(harsh=4.5, kind=3.5, care=2.0)
"""In a journal kept elsewhere one sentence in fifty is; chosen by the counts in one real diary."""

UNLEANING = Leaning()


def wake() -> None:
    """Load the model before the first words come."""
    shipped()


def read(text: str, *, before: str = "", leaning: Leaning = UNLEANING, doubt: Doubt = ON_THE_LINE) -> Reading:
    """How one sentence seems to speak to the one who wrote it; `before` is the sentence before it. Never fails.

    `doubt` is how much less is believed of what is rare where the text comes from.
    """
    return _unspoken(text) or _spoken(text, _answer(text, before), leaning, doubt)


def read_all(text: str, *, leaning: Leaning = UNLEANING, doubt: Doubt = ON_THE_LINE) -> tuple[Sentence, ...]:
    """Every sentence of a text with its reading, in order, each knowing the one before it."""
    return tuple(
        Sentence(start=start, end=end, reading=read(line, before=before, leaning=leaning, doubt=doubt))
        for start, end, line, before in _lines(text)
    )


def read_many(
    texts: Sequence[str], *, leaning: Leaning = UNLEANING, doubt: Doubt = ON_THE_LINE
) -> list[tuple[Sentence, ...]]:
    """What `read_all` says of each text, sooner: the model is asked about all of their sentences together."""
    told = [list(_lines(text)) for text in texts]
    unspoken = {line: _unspoken(line) for lines in told for *_, line, _before in lines}
    every = [(line, _leant(line, before)) for lines in told for *_, line, before in lines if unspoken[line] is None]
    asked = list(dict.fromkeys(every))  # what is said again is read once
    answers = dict(zip(asked, shipped().answers(asked), strict=True))

    def reading(line: str, before: str) -> Reading:
        return unspoken[line] or _spoken(line, answers[line, _leant(line, before)], leaning, doubt)

    return [
        tuple(Sentence(start=start, end=end, reading=reading(line, before)) for start, end, line, before in lines)
        for lines in told
    ]


def _lines(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where each sentence starts and ends, the sentence, and the one before it."""
    before = ""
    for start, end in sentences(text):
        yield start, end, text[start:end], before
        before = text[start:end]


def _unspoken(text: str) -> Reading | None:
    """The reading of what cannot be read: no words, or words of another language."""
    if not any(map(str.isalpha, words(text))):
        return _silence(READER)
    return None if is_readable(text) else _silence(UNREAD)


def _spoken(text: str, answer: Answer, leaning: Leaning, doubt: Doubt) -> Reading:
    reading = _reading(answer, leaning.moved(answer.seen), doubt)
    return structs.replace(reading, care=max(reading.care, SURE)) if is_plainly_heavy(text) else reading


def mark(text: str, before: str, says: Says) -> Mark:
    """A correction of a sentence, as the personal layer learns from it."""
    answer = _answer(text, before)
    return Mark(seen=answer.seen, odds=_odds(answer), says=says)


def _answer(text: str, before: str) -> Answer:
    """What the model says of a sentence."""
    return shipped().answer(text, _leant(text, before))


def _leant(text: str, before: str) -> str:
    """The sentence before, where a sentence is so brief that it leans on it."""
    return before if len(words(text)) <= BRIEF else ""


def _odds(answer: Answer) -> tuple[float, float, float]:
    """The model's own log-odds of harsh, of kind and of being about the writer."""
    harsh, kind, neither = (answer.logits[f"stance:{name}"] for name in STANCES)
    self_, other, none = (answer.logits[f"target:{name}"] for name in TARGETS)
    return harsh - _either(kind, neither), kind - _either(harsh, neither), self_ - _either(other, none)


def _either(one: float, other: float) -> float:
    """The log-odds of one or the other: `log(exp(one) + exp(other))`."""
    return max(one, other) + _softened(abs(one - other))


def _softened(apart: float) -> float:
    return math.log1p(math.exp(-apart))


def _reading(answer: Answer, moved: Moved, doubt: Doubt) -> Reading:
    said = answer.logits
    aim = _aim(said, moved)
    harsh, kind, _ = shares([
        said["stance:harsh"] + moved.harsh - doubt.harsh,
        said["stance:kind"] + moved.kind - doubt.kind,
        said["stance:neither"],
    ])  # fmt: skip
    about_me = min(1.0, 2 * aim.self_)  # neither can be said of a sentence that is not about oneself
    return Reading(
        target=aim,
        **{name: _round(sigmoid(said[name])) for name in COMPONENTS},
        kind_to_self=_round(kind * about_me),
        harsh_to_self=_round(harsh * about_me),
        emotions=feelings(said),
        care=_round(sigmoid(said["care"] - doubt.care)),
        model=READER,
    )


def _aim(said: dict[str, float], moved: Moved) -> Aim:
    odds = [said[f"target:{name}"] for name in TARGETS]
    self_, other, _ = shares([odds[0] + moved.about_me, *odds[1:]])
    self_, other = _round(self_), _round(other)
    return Aim(self_=self_, other=other, none=max(0.0, _round(1 - self_ - other)))


def feelings(said: dict[str, float]) -> dict[str, float]:
    """The feelings that a sentence seems to carry, each as its likeliest shade."""
    shades = {name: max(sigmoid(said[f"feeling:{shade}"]) for shade in among) for name, among in FEELINGS.items()}
    return {name: _round(share) for name, share in sorted(shades.items()) if share >= FELT}


def _silence(reader: str) -> Reading:
    """What is said by no words, or by words that cannot be read: nothing, to no one."""
    return Reading(
        target=Aim(self_=0.0, other=0.0, none=1.0),
        **dict.fromkeys(COMPONENTS, 0.0),
        kind_to_self=0.0,
        harsh_to_self=0.0,
        emotions={},
        care=0.0,
        model=reader,
    )


def _round(share: float) -> float:
    return min(1.0, max(0.0, round(share, 3)))
