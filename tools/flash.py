"""Look for flashes in stepped frames (WCAG 2.2, 2.3.1); exits with 1 when the room flashes or a control is missed.

A field (a third of the picture's width and height) flashes when a quarter of it changes its relative luminance by a
tenth or more, there and back, with the darker state under 0.8. The room must not do so at all; to fade one
way is no flash.
"""

import base64
import sys
from itertools import pairwise

import numpy as np
from frames import chamber
from numpy.typing import NDArray
from playwright.sync_api import Page

Frames = NDArray[np.float64]
"""Relative luminance: time, height, width."""

RATE = 20  # frames a second
STEP = 0.1
BRIGHT = 0.8
SHARE = 0.25
TOGETHER = 0.1  # seconds within which the parts of a field turn as one
ALLOWED = 3  # flashes in a second
KNEE = 0.04045  # of the sRGB curve


def luminance(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance of sRGB pixels."""
    light = pixels[..., :3] / 255
    linear = np.where(light <= KNEE, light / 12.92, ((light + 0.055) / 1.055) ** 2.4)
    weighted: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted


def turns(frames: Frames) -> NDArray[np.int8]:
    """For each pixel and moment, +1 or -1 where the luminance has moved by a tenth since its last extreme."""
    low, high = frames[0].copy(), frames[0].copy()
    found = np.zeros(frames.shape, dtype=np.int8)
    for k, now in enumerate(frames):
        up = (now - low >= STEP) & (low < BRIGHT)
        down = (high - now >= STEP) & (now < BRIGHT)
        found[k] = up.astype(np.int8) - down.astype(np.int8)
        low = np.where(up | down, now, np.minimum(low, now))
        high = np.where(up | down, now, np.maximum(high, now))
    return found


def field_turns(found: NDArray[np.int8], rate: float) -> NDArray[np.int8]:
    """For each field and moment, +1 or -1 where a quarter of the field has turned together."""
    window = max(1, round(TOGETHER * rate))
    height, width = found.shape[1:]
    fields = []
    for y in range(0, height - height // 3 + 1, max(1, height // 9)):
        for x in range(0, width - width // 3 + 1, max(1, width // 9)):
            part = found[:, y : y + height // 3, x : x + width // 3].reshape(len(found), -1)
            fields.append(together((part > 0).mean(1), window) - together((part < 0).mean(1), window))
    return np.stack(fields, axis=1)


def together(shares: NDArray[np.float64], window: int) -> NDArray[np.int8]:
    """1 at the moments when a quarter has turned within the last few frames; each turn counts towards one moment."""
    turned = np.zeros(len(shares), dtype=np.int8)
    since = 0
    for k in range(len(shares)):
        since = max(since, k - window + 1)
        if shares[since : k + 1].sum() >= SHARE:
            turned[k], since = 1, k + 1
    return turned


def flashes(frames: Frames, rate: float) -> float:
    """The most flashes that any field shows in any one second: a flash is a turn there and a turn back."""
    second = round(rate)
    worst = 0
    for field in field_turns(turns(frames), rate).T:
        opposite = reversals(field)
        worst = max([worst, *(sum(start <= k < start + second for k in opposite) for start in opposite)])
    return worst / 2


def reversals(field: NDArray[np.int8]) -> list[int]:
    """The moments at which a field turns the other way."""
    moments = [k for k, way in enumerate(field) if way]
    return moments[:1] + [b for a, b in pairwise(moments) if field[a] != field[b]]


def strobe(hertz: float, rate: float = 100) -> Frames:
    """A control: a square wave over the left third of the picture."""
    moments = np.arange(0, 3, 1 / rate)
    frames = np.full((len(moments), 45, 80), 0.1)
    frames[:, :, :27] = np.where(np.sin(2 * np.pi * hertz * moments + 0.1) < 0, 0.1, 0.35)[:, None, None]
    return frames


def controls() -> bool:
    """Whether slow light passes and fast light is seen."""
    seen = {hertz: flashes(strobe(hertz), 100) for hertz in (1, 2, 4, 10, 25)}
    print("controls, flashes in a second:", seen)
    return all((count > ALLOWED) == (hertz > ALLOWED) for hertz, count in seen.items())


def filmed(page: Page, seconds: float) -> list[NDArray[np.float64]]:
    """Step the room and read each frame."""
    return [luminance(shown(page, 1 / RATE)) for _ in range(round(seconds * RATE))]


def shown(page: Page, dt: float = 1e-6) -> NDArray[np.uint8]:
    """The picture after `dt` seconds: height, width, RGBA; the top row first."""
    width, height, data = page.evaluate("(dt) => frames.pixels(dt)", dt)
    return np.frombuffer(base64.b64decode(data), dtype=np.uint8).reshape(height, width, 4)[::-1]


def visit(page: Page) -> Frames:
    """Arriving, a harsh line typed quickly, a kind thought that blooms, and the closing."""
    scene = {"threads": 60, "plants": 6, "mood": "arriving"}
    page.evaluate("(scene) => frames.set(scene, 'software')", scene)
    taken = filmed(page, 4)
    for mood in ("met", "kind"):
        for stir in (1, 0) * 6:
            page.evaluate("([mood, stir]) => frames.draft(mood, stir)", [mood, stir])
            taken += filmed(page, 0.15)
    page.evaluate("frames.bloom()")
    taken += filmed(page, 5)
    page.evaluate("frames.close()")
    return np.stack(taken + filmed(page, 5))


def main() -> int:
    """Measure the room, after the controls."""
    if not controls():
        return 1
    with chamber(160, 90) as page:
        frames = visit(page)
    mean = frames.mean((1, 2))
    steepest = float(np.abs(mean[RATE // 2 :] - mean[: -RATE // 2]).max())
    worst = flashes(frames, RATE)
    print(f"the room: {worst} flashes in a second; mean luminance moves at most {steepest:.3f} in half a second")
    return 0 if worst < 1 and steepest < STEP else 1


if __name__ == "__main__":
    sys.exit(main())
