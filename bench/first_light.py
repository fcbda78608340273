"""First light: from starting `kindlight` to the first frame of the chamber in a browser that is already open."""

import sys
import tempfile
import time
from pathlib import Path

from figures import figure
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from chromium import DRAWN, launch
from engine import Engine
from hands import fact

ROUNDS = 5


def seconds(browser: Browser, folder: Path) -> tuple[float, float]:
    """Seconds until the page was there and knew the engine, and until the chamber was drawn."""
    page = browser.new_page()
    began = time.perf_counter()
    engine = Engine(folder)
    page.goto(engine.address)
    fact(page, "reach", "here")
    here = time.perf_counter() - began
    fact(page, "stage", "drawn")
    drawn = time.perf_counter() - began
    page.close()
    engine.stop()
    return here, drawn


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright, DRAWN)
        took = [seconds(browser, Path(folder) / str(number)) for number in range(ROUNDS)]
        browser.close()
    here, drawn = (sorted(each)[ROUNDS // 2] for each in zip(*took, strict=True))
    figure("kindlight to a page one can write on", here, "s", f"median of {ROUNDS} starts")
    figure("kindlight to first light, warm", drawn, "s", f"median of {ROUNDS} starts, drawn in software", budget=2)
