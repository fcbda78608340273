"""text -> Reading: the model's leaning, corrected where grammar leaves no doubt."""

from collections import Counter

from kindlight.reading.care import care
from kindlight.reading.features import Seen, grammatical, lexical, see
from kindlight.reading.lexicon import FEELINGS
from kindlight.reading.model import COMPONENTS, STANCES, TARGETS, Weights, logits, shares, shipped, sigmoid
from kindlight.reading.reading import Aim, Reading, Sentence
from kindlight.reading.sentences import sentences
from kindlight.reading.signs import OWN_INSULT, UNMEANT
from kindlight.reading.votes import votes

VOICE = 0.8  # how much grammar weighs beside the model
RARE = 2.5
"""Log-odds against harsh and kind where no sign backs the model: in a life's words both are rarer than in its lines."""

RARER = 0.08
"""Log-odds more for each word beyond ten: a long sentence says many things, and is seldom one of these."""

HALF = 0.5
_SURE = 0.85  # a plain insult to oneself is at least this harsh
_DOUBT = 0.4  # what is denied, quoted or aimed elsewhere is at most this harsh, below any threshold
_DENIALS = frozenset(["not", "no", "never", "without"])


def read(text: str) -> Reading:
    """How one sentence seems to speak to the one who wrote it; never fails, whatever the text."""
    return read_with(shipped(), text)


def read_all(text: str) -> tuple[Sentence, ...]:
    """Every sentence of a text with its reading, in order."""
    return tuple(Sentence(start=a, end=b, reading=read(text[a:b])) for a, b in sentences(text))


def read_with(weights: Weights, text: str) -> Reading:
    """A reading by a given model."""
    seen = see(text)
    said = logits(weights, lexical(seen), grammatical(seen)) if seen.words else _silence()
    aim = _aim(said)
    harsh, kind = _stance(said, seen, aim)
    return Reading(
        target=aim,
        **{name: _round(sigmoid(said[name])) for name in COMPONENTS},
        kind_to_self=_round(kind),
        harsh_to_self=_round(harsh),
        emotions=feelings(seen),
        care=_round(care(text)),
        model=weights.name,
    )


def _silence() -> dict[str, float]:
    """What is said by no words at all: nothing, to no one."""
    loud = {"stance:neither": 8.0, "target:none": 8.0}
    return (
        {f"stance:{name}": 0.0 for name in STANCES}
        | {f"target:{name}": 0.0 for name in TARGETS}
        | dict.fromkeys(COMPONENTS, -8.0)
        | loud
    )


def _aim(said: dict[str, float]) -> Aim:
    self_, other, _ = shares([said[f"target:{name}"] for name in TARGETS])
    self_, other = _round(self_), _round(other)
    return Aim(self_=self_, other=other, none=max(0.0, _round(1 - self_ - other)))


def _stance(said: dict[str, float], seen: Seen, aim: Aim) -> tuple[float, float]:
    """Harsh and kind to oneself; neither can be said of a sentence that is not about oneself."""
    toward_harsh, toward_kind = votes(seen.signs)
    leaning = [said[f"stance:{name}"] for name in STANCES]
    harsh = leaning[0] + VOICE * toward_harsh - _doubt(toward_harsh, seen)
    kind = leaning[1] + VOICE * toward_kind - _doubt(toward_kind, seen)
    harsh, kind, _ = shares([harsh, kind, leaning[2]])
    about_me = min(1.0, 2 * aim.self_)
    harsh, kind = harsh * about_me, kind * about_me
    if "all quoted" in seen.signs:
        return min(harsh, _DOUBT), min(kind, _DOUBT)
    if seen.signs & UNMEANT and not seen.signs & {"scorn of self"}:
        return min(harsh, _DOUBT), kind
    if seen.signs & OWN_INSULT and kind < HALF and aim.self_ >= HALF:
        return max(harsh, _SURE), min(kind, 1 - _SURE)
    return harsh, kind


def _doubt(evidence: float, seen: Seen) -> float:
    """Log-odds to take from what the model says alone; nothing where plain grammar says it too."""
    return 0.0 if evidence >= 1 else RARE + RARER * max(0, len(seen.words) - 10)


def feelings(seen: Seen) -> dict[str, float]:
    """The feelings that a sentence names, and does not deny: 0.6 for one word, more for several, never 1."""
    found = Counter(
        FEELINGS[word]
        for place, word in enumerate(seen.words)
        if word in FEELINGS and not _DENIALS & set(seen.words[max(0, place - 2) : place])
    )
    return {feeling: _round(1 - 0.4**count) for feeling, count in sorted(found.items())}


def _round(share: float) -> float:
    return min(1.0, max(0.0, round(share, 3)))
