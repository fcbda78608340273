"""Film a whole visit and look for what can hurt: every state of the room, one after the other, stepped for ten seconds.

Exits with 1 when the room flashes, when more of a field turns than may, or when a control is missed.
"""

import base64
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import flash
import numpy as np
from flash import RATE, Pixels
from frames import CLIENT, LLVMPIPE, SWIFTSHADER, chamber
from playwright.sync_api import Page

GOVERNOR = (CLIENT / "src" / "stage" / "governor.ts").read_text("utf-8")
FLOOR = float(re.findall(r"FLOOR = ([\d.]+)", GOVERNOR)[0])
"""The least mean luminance of any picture, as the stage itself knows it."""
SIZE = (160, 90)
TALL = (90, 160)
SECONDS = 10
WORST = 0.10
"""The largest share of a field that may turn together."""
SLOPE = 0.1
"""How much mean luminance may change in half a second."""
SCENE = {"threads": 40, "plants": 4, "mood": "arriving"}


class Step(NamedTuple):
    """One state: what brings it about, and what is done again and again while it is filmed."""

    name: str
    begun: str = ""
    often: str = ""
    every: float = SECONDS
    moves: bool = False
    """Whether the eye goes elsewhere: then all that is seen changes, once and one way."""
    resized: bool = False
    """Whether the window is turned upright and back, unseen."""


VISIT = (
    Step("arriving"),
    Step("listening", "frames.draft('listening', .4)"),
    Step("met", "frames.draft('met', 1)"),
    Step("kind", "frames.draft('kind', 1); frames.bloom()"),
    Step("typing quickly", "", "frames.draft(['listening', 'met', 'kind'][n % 3], n % 2)", 0.1),
    Step("resting", "frames.turn({ mood: 'resting' })"),
    Step("garden", "frames.turn({ view: 'garden' })", moves=True),
    Step("loom", "frames.turn({ view: 'loom' })", moves=True),
    Step(
        "reflections",
        "frames.turn({ view: 'facets' })",
        "frames.turn({ turned: ['kind', 'wounded', null][n % 3] })",
        3,
        moves=True,
    ),
    Step(
        "breath",
        "frames.turn({ view: 'room', turned: null })",
        "frames.turn({ breath: n % 2 ? 1 : -1 })",
        2,
        moves=True,
    ),
    Step("water touched", "", "frames.stir(0.2 + 0.06 * (n % 10), 0.85); frames.beat()", 0.4),
    Step("to and fro", "", "frames.turn({ view: ['room', 'loom', 'garden'][n % 3] })", 1, moves=True),
    Step("stillness", "frames.turn({ still: true })", "frames.turn({ view: ['loom', 'room'][n % 2] })", 3, moves=True),
    Step("stillness ended", "frames.turn({ still: false })", moves=True),
    Step("darkness", "frames.turn({ view: 'room', dark: true })", moves=True),
    Step("darkness ended", "frames.turn({ dark: false })"),
    Step("lost, resized", "frames.lose()", resized=True),
    Step("closing", "frames.close()"),
    Step("back", "frames.turn({ back: true, mood: 'arriving' })"),
)


def filmed(page: Page, step: Step, seconds: float = SECONDS) -> Pixels:
    """The frames of one state."""
    if step.begun:
        page.evaluate(step.begun)
    for width, height in (TALL, SIZE) if step.resized else ():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("frames.turn({}); frames.step(0.2, 0.05, 4)")
    spans = round(seconds / min(step.every, 1))
    taken = [second(page, step, n, min(step.every, 1)) for n in range(spans)]
    return np.concatenate(taken)


def second(page: Page, step: Step, n: int, seconds: float) -> Pixels:
    """A second of film, or less where something is done more often."""
    if step.often and n * seconds % step.every < seconds / 2:
        page.evaluate(f"((n) => {{ {step.often} }})({round(n * seconds / step.every)})")
    return pictures(page.evaluate("([count, dt]) => frames.film(count, dt)", [round(seconds * RATE), 1 / RATE]))


def pictures(read: tuple[int, int, str]) -> Pixels:
    """Frames as the page hands them over, the top row first."""
    width, height, data = read
    film = np.frombuffer(base64.b64decode(data), dtype=np.uint8)
    return film.reshape(-1, height, width, 4)[:, ::-1, :, :3]


@dataclass(frozen=True)
class Seen:
    """What one state of the film shows."""

    general: float
    """flashes in the worst second"""
    red: float
    worst: float
    """share of the worst field that turns together, either way"""
    back: float
    """share of the worst field that turns there and back within a second"""
    slope: float
    """the most that mean luminance moves in half a second"""
    least: float
    """mean luminance of the darkest frame"""
    mean: float
    """and of the last one"""
    stripes: float


def seen(film: Pixels) -> Seen:
    """Measure a film."""
    light = flash.luminance(film)
    found, red = flash.turns(light), flash.red_turns(film)
    mean = light.mean((1, 2))
    return Seen(
        general=flash.counted(found, RATE),
        red=flash.counted(red, RATE),
        worst=max(flash.worst_field(found, RATE), flash.worst_field(red, RATE)),
        back=flash.worst_field(flash.back(found, RATE), RATE),
        slope=float(np.abs(mean[RATE // 2 :] - mean[: -RATE // 2]).max()),
        least=float(mean.min()),
        mean=float(mean[-1]),
        stripes=flash.stripes(light[-1]),
    )


def holds(step: Step, found: Seen) -> bool:
    """Whether nothing in a film can hurt."""
    quiet = found.back if step.moves else max(found.back, found.worst)
    return found.general < 1 and found.red < 1 and quiet <= WORST and found.slope <= SLOPE and found.least >= FLOOR


def visit(page: Page) -> Iterator[tuple[Step, Seen]]:
    """Every state and what its film shows; each film begins with the last second of the one before."""
    page.evaluate("(scene) => frames.set(scene, 'software')", SCENE)
    before: list[Pixels] = []
    for step in VISIT:
        film = filmed(page, step)
        yield step, seen(np.concatenate([*before, film]))
        before = [film[-RATE:]]


def briefly(page: Page) -> flash.Frames:
    """Luminance through a short visit: a harsh line typed quickly, a kind thought that blooms, and the closing."""
    page.evaluate("(scene) => frames.set(scene, 'software')", {"threads": 60, "plants": 6, "mood": "arriving"})
    taken = [filmed(page, Step("arriving"), 4)]
    for mood in ("met", "kind"):
        often = f"frames.draft('{mood}', 1 - n % 2)"
        taken.append(filmed(page, Step(mood, "", often, 0.15), 1.8))
    taken += [filmed(page, Step("bloom", "frames.bloom()"), 5), filmed(page, Step("closing", "frames.close()"), 5)]
    return flash.luminance(np.concatenate(taken))


def controls() -> bool:
    """Whether slow light passes and fast light is seen, general and red."""
    general = {hertz: flash.flashes(flash.strobe(hertz), 100) for hertz in (1, 2, 4, 10, 25)}
    red = {hertz: flash.red_flashes(flash.red_strobe(hertz), 100) for hertz in (1, 2, 4, 10, 25)}
    print("controls, flashes in a second:", general, "red:", red)
    return all(
        (count > flash.ALLOWED) == (hertz > flash.ALLOWED) for one in (general, red) for hertz, count in one.items()
    )


def main() -> int:
    """Measure the room, after the controls."""
    if not controls():
        return 1
    held = True
    renderer = SWIFTSHADER if "swiftshader" in sys.argv else LLVMPIPE
    with chamber(*SIZE, renderer=renderer) as page:
        for step, found in visit(page):
            held &= holds(step, found)
            print(f"{step.name:16}", *(f"{key} {value:.3f}" for key, value in vars(found).items()), flush=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
