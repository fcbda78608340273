"""The encoder with its heads, and how wrong its answers are."""

from collections.abc import Sequence

import torch
from corpus_lines import Labelled
from emotions import FEELINGS, Comment
from encoder import WIDTH, Encoder
from torch import Tensor, nn
from torch.nn import functional

from kindlight.reading.model import COMPONENTS, STANCES, TARGETS

ANSWERS = (
    *(f"stance:{name}" for name in STANCES),
    *(f"target:{name}" for name in TARGETS),
    *COMPONENTS,
    "care",
    *(f"feeling:{name}" for name in FEELINGS),
)
"""What the heads answer, in order: two choices among three, then one yes or no each."""

STANCE, TARGET, COMPONENT, CARE, FEELING = slice(0, 3), slice(3, 6), slice(6, 12), slice(12, 13), slice(13, 41)
SMOOTH = 0.05
NO_TARGET = -100


class Net(nn.Module):
    """Token numbers in, one logit for each of `ANSWERS` out."""

    def __init__(self, encoder: Encoder) -> None:
        """Put heads on an encoder; its spelling table stays as published."""
        super().__init__()
        self.encoder = encoder
        self.encoder.words.weight.requires_grad_(False)
        self.heads = nn.Linear(WIDTH, len(ANSWERS))

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        """Logits, lines by answers."""
        answers: Tensor = self.heads(functional.dropout(self.encoder(ids, sides), 0.1, self.training))
        return answers


def truth_of(lines: Sequence[Labelled]) -> tuple[Tensor, Tensor, Tensor]:
    """Stance, target (`NO_TARGET` where it was left open), and the yes or no of components and care."""
    stance = torch.tensor([STANCES.index(line.stance) for line in lines])
    target = torch.tensor([TARGETS.index(line.target) if line.target else NO_TARGET for line in lines])
    shown = torch.tensor(
        [[float(name in line.components) for name in COMPONENTS] + [float(line.care)] for line in lines]
    )
    return stance, target, shown


def feelings_of(comments: Sequence[Comment]) -> Tensor:
    """The yes or no of each feeling."""
    return torch.tensor([[float(number in felt) for number in range(len(FEELINGS))] for _, felt in comments])


def wrong(answers: Tensor, truth: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    """How wrong the answers to written lines are."""
    stance, target, shown = truth
    return (
        functional.cross_entropy(answers[:, STANCE], stance, label_smoothing=SMOOTH)
        + 0.5 * functional.cross_entropy(answers[:, TARGET], target, label_smoothing=SMOOTH, ignore_index=NO_TARGET)
        + 1.5 * functional.binary_cross_entropy_with_logits(answers[:, COMPONENT], shown[:, :6])
        + 2 * functional.binary_cross_entropy_with_logits(answers[:, CARE], shown[:, 6:])
    )


def felt_wrong(answers: Tensor, felt: Tensor) -> Tensor:
    """How wrong the feelings of comments are."""
    return functional.binary_cross_entropy_with_logits(answers[:, FEELING], felt) * 4


def unlike(answers: Tensor, teacher: Tensor) -> Tensor:
    """How unlike a teacher's the answers are, all but the feelings."""
    choices = sum(
        functional.kl_div(answers[:, part].log_softmax(1), teacher[:, part].softmax(1), reduction="batchmean")
        for part in (STANCE, TARGET)
    )
    shown = (
        weight * functional.binary_cross_entropy_with_logits(answers[:, part], teacher[:, part].sigmoid())
        for part, weight in ((COMPONENT, 1.5), (CARE, 2.0))
    )
    return choices + sum(shown)
