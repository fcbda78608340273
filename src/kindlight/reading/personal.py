"""What one person's corrections teach the reader, on this machine alone: a layer over what the frozen model sees.

Three questions are moved: harsh to me, kind to me, about me. Each correction is a mark beside the words it was made
for; a line is moved by the marks it is like, more by nearer ones, and not by those it has nothing in common with.
The marks' strengths are those of a logistic regression whose prior holds them near nothing (a Gaussian process
classifier at its most likely point: Rasmussen and Williams 2006, section 3.4). They follow from the set of corrections
alone, so that one that is forgotten leaves no trace.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Says = Literal["harsh", "not-harsh", "kind", "not-kind", "about-me", "not-about-me"]
"""What a person says of a sentence: that it is, or is not, so."""

AXES = ("harsh", "kind", "about-me")

STRENGTH = 110.0
"""The prior's variance, in squared log-odds: how far alike corrections together can move a line."""

WIDTH = 0.12
"""How quickly likeness falls off: by e for each such step of cosine away from 1."""

MOST = 400
"""Corrections that are weighed, the newest; older ones have been learned by heart or outgrown."""

STEPS = 25


class Mark(Struct, frozen=True, kw_only=True):
    """One correction: what the model saw (a vector of length one), its own log-odds, and what the person said."""

    seen: "NDArray[np.float32]"
    odds: tuple[float, float, float]
    says: Says


class Moved(Struct, frozen=True, kw_only=True):
    """Log-odds to add to a line's own."""

    harsh: float = 0.0
    kind: float = 0.0
    about_me: float = 0.0


UNMOVED = Moved()


class Leaning:
    """All corrections, weighed together; none of them move nothing."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        """Take the marks; they are weighed when first asked."""
        self.marks = tuple(marks)

    def moved(self, seen: "NDArray[np.float32]") -> Moved:
        """How far a line is moved by the corrections that it is like."""
        if not self.marks:
            return UNMOVED
        harsh, kind, about_me = (
            float(likeness(seen[None], marked)[0] @ pull) if len(pull) else 0.0 for marked, pull in self._pulls
        )
        return Moved(harsh=harsh, kind=kind, about_me=about_me)

    @cached_property
    def _pulls(self) -> "tuple[tuple[NDArray[np.float32], NDArray[np.float64]], ...]":
        by_axis = ([mark for mark in self.marks if mark.says.endswith(axis)] for axis in AXES)
        return tuple(_weighed(marks, place) for place, marks in enumerate(by_axis))


def likeness(some: "NDArray[np.float32]", others: "NDArray[np.float32]") -> "NDArray[np.float64]":
    """How alike what was seen is, each with each, from 0 to 1."""
    import numpy as np  # noqa: PLC0415 - not before anything was corrected

    cosine = some.astype(np.float64) @ others.astype(np.float64).T
    return np.exp(np.minimum(cosine - 1, 0) / WIDTH)


def _weighed(marks: Sequence[Mark], axis: int) -> "tuple[NDArray[np.float32], NDArray[np.float64]]":
    """The seen vectors of one axis, and how strongly each pulls: Newton's method, a fixed count of steps."""
    import numpy as np  # noqa: PLC0415

    if not marks:
        return np.zeros((0, 0), np.float32), np.zeros(0)
    seen = np.stack([mark.seen for mark in marks])
    own = np.array([mark.odds[axis] for mark in marks])
    said = np.array([float(not mark.says.startswith("not")) for mark in marks])
    alike = STRENGTH * likeness(seen, seen)
    moved = np.zeros(len(marks))
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-np.clip(own + moved, -30, 30)))
        curve = np.maximum(share * (1 - share), 1e-6)
        aim = curve * moved + said - share
        root = np.sqrt(curve)
        inner = np.eye(len(marks)) + root[:, None] * alike * root
        pull = aim - root * np.linalg.solve(inner, root * (alike @ aim))
        moved = alike @ pull
    return seen, STRENGTH * pull
