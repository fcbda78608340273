"""What can hurt in stepped frames, as numbers: flashes, general and red (WCAG 2.2, 2.3.1), and stripes.

A field (a third of the picture's width and height, ten degrees of sight) flashes when a quarter of it turns there and
back: by a tenth of relative luminance or more with the darker state under 0.8, or into and out of saturated red. To
fade one way is no flash. Fine balanced patterns, which WCAG exempts, are held to the same here.
"""

import base64
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

Frames = NDArray[np.floating]
"""Relative luminance: time, height, width."""
Pixels = NDArray[np.uint8]
"""sRGB: height, width, three or four channels; in a film with time before them."""
Turns = NDArray[np.int8]
"""+1 or -1 at the moments when something turned."""

RATE = 20  # frames a second
STEP = 0.1
BRIGHT = 0.8
SHARE = 0.25
TOGETHER = 0.1  # seconds within which the parts of a field turn as one
ALLOWED = 3  # flashes in a second
KNEE = 0.04045  # of the sRGB curve
RED = 0.8  # R / (R + G + B) of saturated red
APART = 0.2  # in the CIE 1976 u'v' plane
FAINT = 0.005  # relative luminance under which a colour cannot be told; the dither of black would be red
WHITE = (0.1978, 0.4683)  # D65 in u'v'
PAIRS = 5  # light-dark pairs that may stand side by side
LINES = 0.25  # of the rows or columns that must show them to be a pattern


def linear(pixels: Pixels) -> Frames:
    """Linear light of sRGB pixels."""
    curve = np.arange(256) / 255
    curve = np.where(curve <= KNEE, curve / 12.92, ((curve + 0.055) / 1.055) ** 2.4).astype(np.float32)
    light: Frames = curve[pixels[..., :3]]
    return light


def luminance(pixels: Pixels) -> Frames:
    """Relative luminance of sRGB pixels."""
    weighted: Frames = linear(pixels) @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
    return weighted


def turns(frames: Frames) -> Turns:
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


def chromaticity(light: Frames) -> tuple[Frames, Frames]:
    """How red linear light is, R / (R + G + B), and its place in the u'v' plane; what is too dark counts as white."""
    x, y, z = np.moveaxis(light @ np.array(TO_XYZ, dtype=np.float32).T, -1, 0)
    seen = y >= FAINT
    whole = np.maximum(x + 15 * y + 3 * z, 1e-9)
    place = np.where(seen[..., None], np.stack([4 * x / whole, 9 * y / whole], -1), np.array(WHITE, dtype=np.float32))
    return np.where(seen, light[..., 0] / np.maximum(light.sum(-1), 1e-9), np.float32(1 / 3)), place


TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def red_turns(film: Pixels) -> Turns:
    """For each pixel and moment, +1 where it has turned into saturated red and -1 where out of it."""
    found = np.zeros(film.shape[:3], dtype=np.int8)
    light = linear(film)
    if not (light[..., 0] >= RED * light.sum(-1)).any():
        return found
    most = least = chromaticity(light[0])
    for k, frame in enumerate(light):
        now = chromaticity(frame)
        into = (now[0] >= RED) & (distance(now[1], least[1]) > APART)
        out = (most[0] >= RED) & (distance(now[1], most[1]) > APART) & ~into
        found[k] = into.astype(np.int8) - out.astype(np.int8)
        most = chosen(into | out | (now[0] > most[0]), now, most)
        least = chosen(into | out | (now[0] < least[0]), now, least)
    return found


def distance(place: Frames, other: Frames) -> Frames:
    """How far apart two colours are in the u'v' plane."""
    apart: Frames = np.hypot(place[..., 0] - other[..., 0], place[..., 1] - other[..., 1])
    return apart


def chosen(
    where: NDArray[np.bool_], now: tuple[Frames, Frames], before: tuple[Frames, Frames]
) -> tuple[Frames, Frames]:
    """Now's colour where it is asked for, else the one before."""
    return np.where(where, now[0], before[0]), np.where(where[..., None], now[1], before[1])


def field_shares(found: Turns) -> tuple[Frames, Frames]:
    """For each moment and field, the share that turns up, and the share that turns down."""
    return shares_of(found > 0), shares_of(found < 0)


def shares_of(turned: NDArray[np.bool_]) -> Frames:
    """For each moment and field, the share that has turned; from the sums over all corners."""
    moments, height, width = turned.shape
    if not turned.any():
        return np.zeros((moments, 1))
    sums = np.zeros((moments, height + 1, width + 1), dtype=np.int32)
    sums[:, 1:, 1:] = turned.cumsum(1, dtype=np.int32).cumsum(2)
    tall, wide = height // 3, width // 3
    y, x = np.meshgrid(
        np.arange(0, height - tall + 1, max(1, height // 9)), np.arange(0, width - wide + 1, max(1, width // 9))
    )
    whole = sums[:, y + tall, x + wide] - sums[:, y, x + wide] - sums[:, y + tall, x] + sums[:, y, x]
    shares: Frames = whole.reshape(moments, -1) / (tall * wide)
    return shares


def window(rate: float) -> int:
    """Frames within which the parts of a field turn as one."""
    return max(1, round(TOGETHER * rate))


def together(shares: Frames, frames: int) -> Turns:
    """1 at the moments when a quarter has turned within the last few frames; each turn counts towards one moment."""
    turned = np.zeros(len(shares), dtype=np.int8)
    since = 0
    for k in range(len(shares)):
        since = max(since, k - frames + 1)
        if shares[since : k + 1].sum() >= SHARE:
            turned[k], since = 1, k + 1
    return turned


def counted(found: Turns, rate: float) -> float:
    """The most flashes that any field shows in any one second: a flash is a turn there and a turn back."""
    second, frames = round(rate), window(rate)
    worst = 0
    for up, down in zip(*(shares.T for shares in field_shares(found)), strict=True):
        opposite = reversals(together(up, frames) - together(down, frames))
        worst = max([worst, *(sum(start <= k < start + second for k in opposite) for start in opposite)])
    return worst / 2


def reversals(field: Turns) -> list[int]:
    """The moments at which a field turns the other way."""
    moments = [k for k, way in enumerate(field) if way]
    return moments[:1] + [b for a, b in pairwise(moments) if field[a] != field[b]]


def flashes(frames: Frames, rate: float) -> float:
    """General flashes in the worst second."""
    return counted(turns(frames), rate)


def red_flashes(film: Pixels, rate: float) -> float:
    """Red flashes in the worst second."""
    return counted(red_turns(film), rate)


def worst_field(found: Turns, rate: float) -> float:
    """The largest share of any field that ever turns the same way within a tenth of a second."""
    frames = window(rate)
    worst = 0.0
    for shares in field_shares(found):
        sums = np.cumsum(np.concatenate([np.zeros((frames, shares.shape[1])), shares]), 0)
        worst = max(worst, float((sums[frames:] - sums[:-frames]).max()))
    return worst


def back(found: Turns, rate: float) -> Turns:
    """Only those turns that undo another of the same pixel within the last second: what comes and goes."""
    kept = np.zeros_like(found)
    last, since = np.zeros_like(found[0]), np.full(found.shape[1:], np.inf)
    for k, now in enumerate(found):
        since += 1
        kept[k] = np.where((now * last < 0) & (since <= rate), now, 0)
        last, since = np.where(now != 0, now, last), np.where(now != 0, 0, since)
    return kept


def stripes(picture: Frames) -> float:
    """How many light-dark pairs, a tenth of luminance apart, stand side by side on a quarter of the rows or columns.

    Stripes of any slope cross rows or columns. What is no pattern but stands in a row counts too: it errs to the safe
    side.
    """
    return max(pairs(picture), pairs(picture.T))


def pairs(picture: Frames) -> float:
    """The light-dark pairs that a quarter of the columns reach."""
    found = turns(picture[:, :, None])[..., 0]
    counts = sorted(len(reversals(column)) for column in found.T)
    return counts[-max(1, round(LINES * len(counts)))] / 2


def strobe(
    hertz: float, rate: float = 100, states: tuple[float, float] = (0.1, 0.35), patch: tuple[int, int] = (45, 27)
) -> Frames:
    """A control: a square wave between two luminances, over the left third of the picture or a patch of it."""
    moments = np.arange(0, 3, 1 / rate)
    frames = np.full((len(moments), 45, 80), states[0])
    frames[:, : patch[0], : patch[1]] = np.where(wave(hertz, moments), *states)[:, None, None]
    return frames


def red_strobe(hertz: float, rate: float = 100) -> Pixels:
    """A control: saturated red in turn with a grey of the same luminance, over the left third of the picture."""
    moments = np.arange(0, 3, 1 / rate)
    film = np.full((len(moments), 45, 80, 3), 127, dtype=np.uint8)
    film[:, :, :27] = np.where(wave(hertz, moments)[:, None], [127, 127, 127], [255, 0, 0])[:, None, None]
    return film


def wave(hertz: float, moments: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether a square wave is low."""
    low: NDArray[np.bool_] = np.sin(2 * np.pi * hertz * moments + 0.1) < 0
    return low


def grating(count: int, depth: float = 0.3, slope: float = 0.0) -> Frames:
    """A control: this many light-dark pairs over the picture's width."""
    x, y = np.meshgrid(np.linspace(0, 1, 160, endpoint=False), np.linspace(0, 1, 90, endpoint=False))
    stripe: Frames = 0.1 + depth * (np.sin(2 * np.pi * count * (x + slope * y)) > 0)
    return stripe


def shown(page: Page, dt: float = 1e-6) -> Pixels:
    """The picture after `dt` seconds: height, width, RGBA; the top row first."""
    width, height, data = page.evaluate("(dt) => frames.pixels(dt)", dt)
    return np.frombuffer(base64.b64decode(data), dtype=np.uint8).reshape(height, width, 4)[::-1]
