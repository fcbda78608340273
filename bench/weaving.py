"""Weaving a record: folding a million events, adding one to a long life, and remembering the view of it."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import reduce

from figures import figure

from kindlight.events import ThoughtKept
from kindlight.projections import view as views
from kindlight.reading import read_all
from kindlight.scene import compose

MANY, LIFE = 1_000_000, 100_000
SAID = (
    "I was late for the meeting again and nobody said a word.",
    "I can be gentle with myself tonight.",
    "The rain has not stopped since Tuesday and the roof is leaking.",
    "I am such an idiot for forgetting her birthday.",
)
READ = {text: read_all(text) for text in SAID}


def thoughts(start: int, end: int) -> Iterator[ThoughtKept]:
    for number in range(start, end):
        text = SAID[number % len(SAID)]
        when = f"{1990 + number % 36}-{1 + number % 12:02}-{1 + number % 28:02}T21:04"
        yield ThoughtKept(id=f"thought-{number:07}", when=when, text=text, sentences=READ[text])


def woven(view: views.View, start: int, end: int) -> views.View:
    return reduce(views.fold, thoughts(start, end), view)


def timed(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def adding(view: views.View) -> float:
    """Seconds from each of a thousand kept thoughts to what the page is told, worst of all."""
    worst = 0.0
    for event in thoughts(LIFE, LIFE + 1_000):
        began = time.process_time()
        after = views.fold(view, event)
        compose.answer(view, after, event)
        worst, view = max(worst, time.process_time() - began), after
    return worst


if __name__ == "__main__":
    life = woven(views.begin(), 0, LIFE)
    remembered = views.encode(life)
    size = f"CPU; {len(remembered) / 1e6:.0f} MB, {len(life.threads):,} threads, {len(life.garden):,} flowers"
    figure(f"adding one at {LIFE:,}", adding(life) * 1e3, "ms", "CPU; event to messages, worst of 1,000", budget=50)
    decoding = statistics.median(timed(lambda: views.decode(remembered)) for _ in range(5))
    encoding = statistics.median(timed(lambda: views.encode(life)) for _ in range(5))
    figure(f"recalling the view of {LIFE:,}", decoding * 1e3, "ms", size, budget=300)
    figure(f"remembering the view of {LIFE:,}", encoding * 1e3, "ms", "CPU", budget=300)
    making = timed(lambda: sum(1 for _ in thoughts(0, MANY)))
    folding = timed(lambda: woven(views.begin(), 0, MANY)) - making
    note = "CPU; one kind sentence in four; reading from disk and decoding are apart"
    figure(f"folding {MANY:,} events", folding, "s", note, budget=10)
