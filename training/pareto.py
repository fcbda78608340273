"""How much is lost by being small: six layers and three, in floats and in whole numbers. Writes docs/reading.md.

Needs what `train.py` left in `training/build`.
"""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import torch
from corpus_lines import Labelled, held_back, labelled
from encoder import Encoder
from export import packed
from graph import BITS
from reader_net import Net
from scores import macro
from train import BUILD, INNER, STUDENT, TEACHER

from kindlight.reading.model import STANCES, Model

PAGE = Path(__file__).parents[1] / "docs" / "reading.md"
BEGIN, END = "<!-- pareto -->\n", "\n<!-- end of pareto -->"


def nets() -> dict[str, Net]:
    """The teacher and the student, by what they are."""
    found = {"six layers": Net(Encoder(len(TEACHER))), "three thin layers": Net(Encoder(len(STUDENT), INNER))}
    for net, name in zip(found.values(), ("teacher", "student"), strict=True):
        net.load_state_dict(torch.load(BUILD / f"{name}.pt"))
        net.eval()
    return found


def stance_by(model: Model, line: Labelled) -> str:
    """The likeliest stance."""
    said = model.answer(line.text, line.before).logits
    return max(STANCES, key=lambda name: said[f"stance:{name}"])


def skill(model: Model, lines: Sequence[Labelled]) -> float:
    """Macro-F1 of stance."""
    return macro([line.stance for line in lines], [stance_by(model, line) for line in lines])


def speeds(model: Model, texts: list[str]) -> tuple[float, float]:
    """Milliseconds of one line on one core, and lines a second on two."""
    spent = []
    for text in texts:
        began = time.perf_counter()
        model.answer(text)
        spent.append((time.perf_counter() - began) * 1_000)
    began = time.perf_counter()
    with ThreadPoolExecutor(2) as hands:
        list(hands.map(model.answer, texts * 3))
    return median(spent), len(texts) * 3 / (time.perf_counter() - began)


def main() -> None:
    """Measure each, write the table."""
    near, far = labelled("blind"), held_back()
    texts = [line.text for line in far]
    rows = [
        "| | MB | ms a line | lines a second, two cores | macro-F1, blind | macro-F1, held back |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, net in nets().items():
        for weights, bits in (("floats", 0), ("eight bits", BITS)):
            file = packed(net, bits)
            model = Model(file)
            alone, together = speeds(model, texts)
            scores = " | ".join(f"{skill(model, lines):.3f}" for lines in (near, far))
            rows.append(f"| {name}, {weights} | {len(file) / 1e6:.1f} | {alone:.2f} | {together:.0f} | {scores} |")
            print(rows[-1], flush=True)
    page = PAGE.read_text("utf-8")
    head, _, rest = page.partition(BEGIN)
    PAGE.write_text(head + BEGIN + "\n".join(rows) + END + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
