"""The model that comes with the package: MiniLM, taught and made small, with its vocabulary in one ONNX file.

It is loaded when the first words are read, not before. Lines of one length go through together, without any filling up,
so that what is read beside a line changes nothing.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct

from kindlight.reading.wordpieces import Spelling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "light-3"

STANCES = ("harsh", "kind", "neither")
TARGETS = ("self", "other", "none")
COMPONENTS = (
    "self_kindness",
    "self_judgment",
    "common_humanity",
    "isolation",
    "mindfulness",
    "over_identification",
)

LONGEST, LONGEST_BEFORE = 160, 40
"""Pieces of a sentence, and of the one before it; of a longer one the end is read, since that is where it arrives."""


TOGETHER = 16
"""Lines that go through at once: more are no quicker."""

AT_HAND = 64
"""Answers that stay at hand: while a long thought is typed, only its last sentence is new."""


Numbered = tuple[list[int], list[int]]
"""The pieces of a line, and the side that each is on: 0 for the line, 1 for the one before it."""


BAG = 509
"""Places of the words that a line has."""

COMMON = 1_000
"""Pieces with a lower number are marks, letters and the smallest words, which tell nothing."""


class Answer(Struct, frozen=True, kw_only=True):
    """What the model says of a line: log-odds by name; and what it saw, how it was meant and in which words.

    `seen` is `float32[384 + BAG]`; the length of either half is at most the root of a half.
    """

    logits: dict[str, float]
    seen: "NDArray[np.float32]"


class Model:
    """A loaded model; it may be asked from several threads at once."""

    def __init__(self, file: bytes) -> None:
        """Load it; this takes a few tenths of a second."""
        import onnxruntime as ort  # noqa: PLC0415 - not before it is needed

        ort.disable_telemetry_events()

        how = ort.SessionOptions()
        how.intra_op_num_threads = how.inter_op_num_threads = 1
        how.log_severity_level = 3
        self._session = ort.InferenceSession(file, how, providers=["CPUExecutionProvider"])
        facts = self._session.get_modelmeta().custom_metadata_map
        self.names: Sequence[str] = facts["answers"].split()
        self._spelling = Spelling(facts["pieces"].split("\n"))
        self.answer = lru_cache(AT_HAND)(self._answer)

    def _answer(self, text: str, before: str = "") -> Answer:
        """What it says of a line, given the one before it."""
        return self.answers([(text, before)])[0]

    def answers(self, lines: Sequence[tuple[str, str]]) -> list[Answer]:
        """What it says of many lines, each given the one before it: to the last bit what it says of each alone."""
        pieces = [numbered(self._spelling, text, before) for text, before in lines]
        found: dict[int, Answer] = {}
        for places in _together([len(ids) for ids, _ in pieces]):
            answers = self._asked([pieces[place] for place in places])
            found |= dict(zip(places, answers, strict=True))
        return [found[place] for place in range(len(lines))]

    def _asked(self, lines: Sequence[Numbered]) -> Iterator[Answer]:
        """The answers to lines of one length."""
        import numpy as np  # noqa: PLC0415 - comes with onnxruntime

        ids, sides = (np.array([line[part] for line in lines], np.int64) for part in (0, 1))
        logits, meant = self._session.run(["logits", "features"], {"ids": ids, "sides": sides})
        for said, vector, line in zip(logits.tolist(), meant, lines, strict=True):
            own = [piece for piece, side in zip(*line, strict=True) if not side]
            seen = np.concatenate([_unit(vector), _unit(_telling(own))]) * np.float32(math.sqrt(0.5))
            yield Answer(logits=dict(zip(self.names, said, strict=True)), seen=seen)


def _together(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of lines of one length, a few at a time."""
    by_length: dict[int, list[int]] = {}
    for place, length in enumerate(lengths):
        by_length.setdefault(length, []).append(place)
    for places in by_length.values():
        yield from (places[at : at + TOGETHER] for at in range(0, len(places), TOGETHER))


def _telling(pieces: Sequence[int]) -> "NDArray[np.float32]":
    """Which words a line has, the rarer the louder: pieces are numbered about as common as they are."""
    import numpy as np  # noqa: PLC0415

    bag = np.zeros(BAG, np.float32)
    for piece in pieces:
        bag[piece % BAG] += max(0.0, math.log((piece + 1) / COMMON))
    return bag


def _unit(vector: "NDArray[np.float32]") -> "NDArray[np.float32]":
    import numpy as np  # noqa: PLC0415

    return vector / np.float32(np.linalg.norm(vector) or 1.0)


def numbered(spelling: Spelling, text: str, before: str = "") -> Numbered:
    """A line as the encoder takes it."""
    own = [spelling["[CLS]"], *spelling.numbers(text)[-LONGEST:], spelling["[SEP]"]]
    other = [*spelling.numbers(before)[-LONGEST_BEFORE:], spelling["[SEP]"]] if before else []
    return own + other, [0] * len(own) + [1] * len(other)


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return Model((files("kindlight.reading") / f"{NAME}.onnx").read_bytes())


def sigmoid(logit: float) -> float:
    """A logit as a share from 0 to 1."""
    return 1 / (1 + math.exp(-logit)) if logit > 0 else math.exp(logit) / (1 + math.exp(logit))


def shares(logits: Sequence[float]) -> list[float]:
    """Logits as shares that sum to one."""
    top = max(logits)
    weights = [math.exp(logit - top) for logit in logits]
    return [weight / sum(weights) for weight in weights]
