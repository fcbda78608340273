"""Reading one line, as it is typed, and a long text, sentence by sentence. The peer only splits the line into words."""

import re
import time
from collections.abc import Callable

from figures import figure, percentile

from kindlight.reading import read, read_all

LINES = (
    "I'm such an idiot for forgetting her birthday, again, and everybody noticed",
    "it makes sense that I am tired, and I can be gentle with myself tonight",
    "the rain has not stopped since tuesday and the roof is leaking over the bed",
    "he said I was useless and for a moment I believed him",
)


def milliseconds(once: Callable[[str], object]) -> list[float]:
    """CPU time of each call, after a warm-up."""
    took = []
    for number in range(1200):
        line = LINES[number % len(LINES)][: 20 + number % 60]
        began = time.thread_time()
        once(line)
        took.append((time.thread_time() - began) * 1e3)
    return took[200:]


if __name__ == "__main__":
    ours, peer = milliseconds(read), milliseconds(re.compile(r"\w+").findall)
    note = f"CPU time; splitting into words takes {percentile(peer, 50):.3f} ms"
    figure("reading one line, p50", percentile(ours, 50), "ms", note)
    figure("reading one line, p99", percentile(ours, 99), "ms", note)
    began = time.process_time()
    sentences = read_all(". ".join(LINES * 100))
    figure("reading a long text, per sentence", (time.process_time() - began) / len(sentences) * 1e3, "ms", "CPU time")
