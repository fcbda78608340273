"""Frames on a machine without a graphics card: the walls alone, beside three's MeshPhysicalMaterial, and everything.

Both software renderers, in the same run: Mesa's llvmpipe and Chromium's SwiftShader. Each frame is waited for.
"""

import os
import statistics
import sys
from pathlib import Path

from figures import figure
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from frames import LLVMPIPE, SWIFTSHADER, chamber

RENDERERS = {"llvmpipe": LLVMPIPE, "SwiftShader": SWIFTSHADER}
BUDGETS = {("walls", "llvmpipe"): 40.0, ("everything", "SwiftShader"): 50.0, ("compiling", "llvmpipe"): 300.0}
"""Milliseconds: 25 and 20 frames a second, and the shaders' own."""
FRAMES = 40
RISING = 8
"""Frames in which the stage shows one part after the other, each with its shaders compiled."""
LIFE = {"threads": 270, "plants": 60, "mood": "arriving"}


def load() -> str:
    """How busy the machine is."""
    return f"load {os.getloadavg()[0]:.1f}"


def walls(page: Page, kind: str) -> tuple[float, float, float]:
    """Milliseconds of a frame of the walls: the median, the quickest, and the first, less a usual one."""
    first, *rest = page.evaluate("([kind, count]) => walls.timed(kind, 640, 360, count)", [kind, FRAMES])
    usual = statistics.median(rest)
    return usual, min(rest), first - usual


def alone(name: str) -> None:
    """The walls at 640x360, in each material."""
    with chamber(640, 360, renderer=RENDERERS[name], script=Path(__file__).with_name("walls.ts")) as page:
        page.evaluate("walls.timed('plain', 64, 36, 3)")  # the first picture of a page also starts the renderer
        took = {kind: walls(page, kind) for kind in ("own", "plain", "iridescent", "dispersive")}
    (own, least, compiled), (iridescent, _, slower), (dispersive, _, slowest) = (
        took[kind] for kind in ("own", "iridescent", "dispersive")
    )
    peer = (
        f"median of {FRAMES}, least {least:.0f}; as a processor's tier draws them {took['plain'][0]:.0f} ms; "
        f"MeshPhysicalMaterial on the same walls: iridescent {iridescent:.0f} ms, with transmission and dispersion "
        f"{dispersive:.0f} ms; {load()}"
    )
    figure(f"walls at 640x360, {name}", own, "ms", peer, BUDGETS.get(("walls", name)))
    note = f"first frame less a usual one; MeshPhysicalMaterial {slower:.0f} ms, with dispersion {slowest:.0f} ms"
    figure(f"compiling the walls, {name}", compiled, "ms", note, BUDGETS.get(("compiling", name)))


def everything(name: str) -> None:
    """The whole room at the software tier."""
    with chamber(320, 180, renderer=RENDERERS[name]) as page:
        page.evaluate("(scene) => frames.set(scene, 'software')", LIFE)
        took = page.evaluate("(count) => frames.timed(count)", RISING + FRAMES)
    usual, least = statistics.median(took[RISING:]), min(took[RISING:])
    rising = sum(took[:RISING]) - RISING * usual
    note = f"{LIFE['threads']} threads, {LIFE['plants']} plants; median of {FRAMES}, least {least:.0f}; {load()}"
    figure(f"everything at 320x180, {name}", usual, "ms", note, BUDGETS.get(("everything", name)))
    figure(f"rising, {name}", rising, "ms", f"all shaders and shapes, over the first {RISING} frames")


if __name__ == "__main__":
    for renderer in RENDERERS:
        alone(renderer)
        everything(renderer)
