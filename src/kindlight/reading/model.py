"""The small linear model: one column of eight-bit weights for each thing that is read."""

import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp, sqrt

import msgspec
from msgspec import Struct

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
HEADS = tuple(f"stance:{name}" for name in STANCES) + tuple(f"target:{name}" for name in TARGETS) + COMPONENTS


class Column(Struct, frozen=True, kw_only=True):
    """One head: `bias + scale * weights`, a signed byte for each bucket."""

    bias: float
    scale: float
    weights: bytes


class Weights(Struct, frozen=True, kw_only=True):
    """The whole model, as it is shipped: a column for each of `HEADS`."""

    name: str
    columns: dict[str, Column]


def pack(weights: Weights) -> bytes:
    """The model as bytes."""
    return zlib.compress(msgspec.msgpack.encode(weights, order="deterministic"), 9)


def unpack(packed: bytes) -> Weights:
    """The model from bytes that `pack` made."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Weights)


@cache
def shipped() -> Weights:
    """The model that comes with the package."""
    return unpack((files("kindlight.reading") / "light-1.weights").read_bytes())


def logits(weights: Weights, lexical: Sequence[int], grammatical: Sequence[int]) -> dict[str, float]:
    """How strongly each head speaks, in natural-log odds; many words count no more than few."""
    share = 1 / sqrt(len(lexical) or 1)
    return {name: _logit(column, lexical, grammatical, share) for name, column in weights.columns.items()}


def _logit(column: Column, lexical: Sequence[int], grammatical: Sequence[int], share: float) -> float:
    at = memoryview(column.weights).cast("b").__getitem__
    return column.bias + column.scale * (share * sum(map(at, lexical)) + sum(map(at, grammatical)) * GRAMMAR)


GRAMMAR = 0.1
"""How loud one sign is beside the words."""


def sigmoid(logit: float) -> float:
    """A logit as a share from 0 to 1."""
    return 1 / (1 + exp(-logit)) if logit > 0 else exp(logit) / (1 + exp(logit))


def shares(logits: Sequence[float]) -> list[float]:
    """Logits as shares that sum to one."""
    top = max(logits)
    weights = [exp(logit - top) for logit in logits]
    return [weight / sum(weights) for weight in weights]
