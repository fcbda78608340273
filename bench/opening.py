"""Opening a record of 100,000 and of 1,000,000 events, besides key derivation; then finding and reading in it."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from figures import figure, percentile

from kindlight.events import ThoughtKept
from kindlight.vault import Vault, create, unlock

BATCH = 10_000
WORDS = (
    "rest",
    "window",
    "garden",
    "river",
    "tired",
    "gentle",
    "morning",
    "friend",
    "letter",
    "quiet",
    "enough",
    "rain",
)
BUDGETS = {100_000: 300, 1_000_000: 1_000}
SHORT = {100_000: "100k", 1_000_000: "1M"}


def thought(number: int) -> ThoughtKept:
    text = " ".join(WORDS[(number * step + number // step) % len(WORDS)] for step in range(1, 50))
    return ThoughtKept(id=f"thought-{number:07}", when="2026-11-23T21:04", text=f"{text} {number}", sentences=())


def fill(home: Path, count: int) -> None:
    # A key file: unlocking it costs one HKDF, so that what is measured is the record and not Argon2id.
    vault, _ = create(home, None, os.urandom)
    for start in range(1, count + 1, BATCH):
        vault.append([thought(number) for number in range(start, start + BATCH)])
    vault.close()


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1e3


def opened(home: Path) -> float:
    opening: list[Vault] = []
    took = timed(lambda: opening.append(unlock(home)))
    opening[0].close()
    return took


def measure(home: Path, count: int) -> None:
    began = time.perf_counter()
    fill(home, count)
    built = time.perf_counter() - began
    took = statistics.median(opened(home) for _ in range(5))
    name = f"opening at {SHORT[count]} events, besides key derivation"
    figure(name, took, "ms", f"median of 5; built in {built:.0f} s", budget=BUDGETS[count])
    with unlock(home) as vault:
        rare = statistics.median(timed(lambda: vault.search(f"{count // 2}", 20)) for _ in range(20))
        asked = [f"{one} {other[:4]}" for one in WORDS for other in WORDS if one != other]
        found = percentile([timed(lambda: vault.search(words, 20)) for words in asked], 95)  # noqa: B023 - called at once
        began = time.process_time()
        read = sum(1 for _ in vault.read()) and time.process_time() - began
    note = f"two words that stand in every text, the last unfinished; a rare word, median: {rare:.1f} ms"
    figure(f"searching at {SHORT[count]}, p95", found, "ms", note, budget=50)
    figure(f"reading and verifying {count:,}", read, "s", "CPU; every link of the chain", budget=count / 100_000)


if __name__ == "__main__":
    full = os.environ.get("KINDLIGHT_BENCH_FULL") != "0"
    for size in (100_000, 1_000_000) if full else (100_000,):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "room", size)
