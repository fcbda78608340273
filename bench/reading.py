"""Reading as it is felt: one line as it is typed, many lines in bulk, waking, and what it holds in memory.

Beside it, on the same lines in the same run: VADER and TextBlob, which read sentiment only, and splitting into words.
"""

import csv
import re
import time
from collections.abc import Callable
from pathlib import Path

from figures import figure, percentile
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from kindlight import reading
from kindlight.host.ahead import in_order

CORPUS = Path(__file__).resolve().parents[1] / "training" / "corpus"
PAGE = 4096
"""Bytes of a page of memory on the machines that this is measured on."""


def lines() -> list[str]:
    """Lines by strangers, of all lengths."""
    found = []
    for name in ("unseen_a", "unseen_b", "blind"):
        with (CORPUS / f"{name}.tsv").open(encoding="utf-8", newline="") as rows:
            found += [row["text"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return found


def milliseconds(once: Callable[[str], object], texts: list[str]) -> list[float]:
    """CPU time of each call, after a warm-up."""
    took = []
    for text in texts[:100] + texts:
        began = time.thread_time()
        once(text)
        took.append((time.thread_time() - began) * 1e3)
    return took[100:]


def memory() -> float:
    """Megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE / 1e6


def peers(texts: list[str]) -> str:
    """What other ways take, as a note."""
    vader = SentimentIntensityAnalyzer().polarity_scores
    ways: dict[str, Callable[[str], object]] = {
        "VADER": vader,
        "TextBlob": lambda text: TextBlob(text).sentiment,
        "splitting into words": re.compile(r"\w+").findall,
    }
    return ", ".join(f"{name} {percentile(milliseconds(way, texts), 50):.3f} ms" for name, way in ways.items())


if __name__ == "__main__":
    before, began = memory(), time.perf_counter()
    reading.wake()
    figure("waking the reader, once", (time.perf_counter() - began) * 1e3, "ms", "loading onnxruntime and the model")
    texts = lines()
    ours = milliseconds(reading.read, texts)
    figure("memory the reader holds", memory() - before, "MB", "model, vocabulary, onnxruntime, numpy", budget=150)
    figure("reading one line, p50", percentile(ours, 50), "ms", f"CPU, one core; {peers(texts)}", budget=5)
    figure("reading one line, p99", percentile(ours, 99), "ms", "CPU, one core")
    many = texts * 5
    began = time.perf_counter()
    for _ in in_order(reading.read, many):
        pass
    took = time.perf_counter() - began
    figure(
        "reading in bulk, per line",
        took / len(many) * 1e3,
        "ms",
        f"{len(many) / took:.0f} lines a second, all cores",
        0.667,
    )
