"""Keystroke to pixels: a real key in a real Chromium, until the frame that shows the walls' answer has been drawn.

Drawn in software here (llvmpipe), so the picture is the slowest part; the engine's part is in `keystroke.py`.
"""

import sys
import tempfile
from pathlib import Path

from figures import figure, percentile
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from chromium import DRAWN, launch
from engine import Engine
from hands import come_in, fact, line

NOTED = """
(() => {
  window.took = [];
  let pressed = null;
  let answered = false;
  addEventListener("keydown", () => { pressed = performance.now(); answered = false; }, true);
  const drawn = () => {
    const small = new OffscreenCanvas(8, 8).getContext("2d");
    small.drawImage(document.querySelector("#stage"), 0, 0, 8, 8);
    small.getImageData(0, 0, 8, 8);
    window.took.push(performance.now() - pressed);
    pressed = null;
  };
  const Plain = WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...told) {
      super(...told);
      this.addEventListener("message", ({ data }) => {
        if (pressed !== null && data.includes('"kind":"walls"')) answered = true;
      });
    }
  };
  const { fenceSync } = WebGL2RenderingContext.prototype;
  // The stage sets a fence behind each frame it hands over; the first one after the answer shows it.
  WebGL2RenderingContext.prototype.fenceSync = function (...told) {
    const fence = fenceSync.apply(this, told);
    if (answered && pressed !== null) { answered = false; queueMicrotask(drawn); }
    return fence;
  };
})();
"""

KEYS = 60


def measured(page: Page) -> list[float]:
    """Milliseconds from each key until its answer had been drawn."""
    line(page).click()
    page.wait_for_timeout(5000)
    for key in ("I was so tired today, and I can be gentle with myself " * 2)[:KEYS]:
        before = page.evaluate("window.took.length")
        page.keyboard.press("Space" if key == " " else key)
        for _ in range(100):
            page.wait_for_timeout(10)
            if page.evaluate("window.took.length") > before:
                break
    return [float(took) for took in page.evaluate("window.took")]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        engine = Engine(Path(folder) / "room")
        page = launch(playwright, DRAWN).new_page(viewport={"width": 960, "height": 540})
        page.add_init_script(NOTED)
        come_in(page, engine.address)
        fact(page, "stage", "drawn")
        took = measured(page)
        engine.stop()
    note = f"{len(took)} keys, Chromium drawing in software; a frame waits for the next refresh"
    figure("keystroke to pixels, p50", percentile(took, 50), "ms", note)
    figure("keystroke to pixels, p99", percentile(took, 99), "ms", note, budget=100)
