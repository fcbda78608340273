"""Write the taught student down as the one file that ships: `python training/export.py`.

Its sureness is tuned here, on lines that it did not learn from: a temperature for each choice, one for components.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from corpus_lines import CARE_CHOSEN_BY, CHOSEN_BY, labelled
from encoder import Encoder
from graph import BITS, build
from lesson import published_pieces
from reader_net import ANSWERS, CARE, COMPONENT, STANCE, TARGET, Net, truth_of
from torch import Tensor
from torch.nn import functional
from train import BUILD, INNER, STUDENT, answered

from kindlight.reading.model import NAME, numbered
from kindlight.reading.wordpieces import Spelling

SHIPPED = Path(__file__).parents[1] / "src" / "kindlight" / "reading" / f"{NAME}.onnx"
IDLE = 0.04
"""The share of look-alikes for which help may be offered."""

TEMPERATURES = torch.linspace(0.4, 2.5, 106)


def kept_pieces(pieces: Sequence[str]) -> list[int]:
    """The numbers of the pieces that text as the room reads it can be made of: no other scripts, no unused places."""
    return [number for number, piece in enumerate(pieces) if piece.isascii() and not piece.startswith("[unused")]


def warmed(answers: Tensor, part: slice, truth: Tensor) -> Tensor:
    """The temperature at which answers are as sure as they are right."""

    def wrong(temperature: Tensor) -> Tensor:
        given = answers[:, part] / temperature
        if truth.dim() == 1:
            return functional.cross_entropy(given, truth)
        return functional.binary_cross_entropy_with_logits(given, truth)

    return min(TEMPERATURES, key=lambda temperature: float(wrong(temperature)))


def temperatures(net: Net, spelling: Spelling) -> Tensor:
    """One for each answer."""
    lines = labelled(*CHOSEN_BY)
    answers = answered(net, [numbered(spelling, line.text, line.before) for line in lines])
    stance, target, shown = truth_of(lines)
    found = torch.ones(len(ANSWERS))
    found[STANCE] = warmed(answers, STANCE, stance)
    found[TARGET] = warmed(answers, TARGET, target)
    found[COMPONENT] = warmed(answers, COMPONENT, shown[:, :6])
    return found


def enough(net: Net, spelling: Spelling) -> float:
    """The log-odds of care that few look-alikes pass, among lines that it did not learn from."""
    lines = [line for line in labelled(*CARE_CHOSEN_BY) if not line.care]
    answers = answered(net, [numbered(spelling, line.text, line.before) for line in lines])
    return float(torch.quantile(answers[:, CARE], 1 - IDLE))


def packed(net: Net, bits: int = BITS) -> bytes:
    """The file of a net, its sureness tuned."""
    pieces = published_pieces()
    kept = kept_pieces(pieces)
    spelling = Spelling(pieces)
    warmth = temperatures(net, spelling)
    print("temperatures", dict(zip(ANSWERS[:13], [round(float(value), 2) for value in warmth[:13]], strict=True)))
    weights = {name: value.numpy() for name, value in net.encoder.state_dict().items()}
    weights["words.weight"] = weights["words.weight"][kept]
    heads = (net.heads.weight.detach() / warmth[:, None]).numpy()
    bias = (net.heads.bias.detach() / warmth).numpy()
    bias[CARE] -= enough(net, spelling)  # so that even odds are where help begins to be offered
    facts = {"answers": " ".join(ANSWERS), "pieces": "\n".join(pieces[number] for number in kept)}
    model = build(weights, heads.astype(np.float32), bias.astype(np.float32), facts, bits)
    return bytes(model.SerializeToString())


def main() -> None:
    """Load, tune, make small, write."""
    net = Net(Encoder(len(STUDENT), INNER))
    net.load_state_dict(torch.load(BUILD / "student.pt"))
    SHIPPED.write_bytes(packed(net.eval()))
    print(f"{SHIPPED.name}: {SHIPPED.stat().st_size} bytes")


if __name__ == "__main__":
    main()
