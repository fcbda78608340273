"""The pool: the GPU moves it as the formula says, rings run outward and die away, and none of it can hurt."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
import flash
import frames

pytestmark = pytest.mark.browser

SIDE = 10
"""Metres of water."""
FINGER = [[0, "finger", 0.4, -0.3]]
CALM = 0.02
"""How far the mean luminance may move while rings run."""
PAIRS = 5
"""Light and dark in turn, at high contrast, across the picture."""
CONTRAST = 0.1
WATER = {"threads": 0, "plants": 0, "mood": "arriving", "view": "pool"}

Field = NDArray[np.float64]


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harness")
    frames.bundle(folder)
    return folder


@pytest.fixture
def pool(drawn: Browser, harness: Path) -> Iterator[Page]:
    """The water seen from close over it, as a processor draws it."""
    page = frames.entered(drawn, harness, 640, 360)
    yield page
    page.close()


def fields(page: Page, ticks: int, touches: list[list[object]], texels: int = 64) -> tuple[Field, Field]:
    """Heights in centimetres: the GPU's, and the formula's."""
    both = page.evaluate("([n, ticks, touches]) => frames.water(n, ticks, touches)", [texels, ticks, touches])
    gpu, formula = (np.array(both[name], dtype=np.float64).reshape(texels, texels) for name in ("gpu", "formula"))
    return gpu, formula


def spread(field: Field, x: float, z: float) -> float:
    """How far from a place the water's motion is, in metres, on average."""
    at = (np.arange(len(field)) + 0.5) / len(field) * SIDE - SIDE / 2
    away = np.hypot(at[None, :] - x, at[:, None] - z)
    return float((away * field**2).sum() / (field**2).sum())


@pytest.mark.parametrize("texels", [64, 128])
def test_the_gpu_moves_the_water_as_the_formula_does(pool: Page, texels: int) -> None:
    gpu, formula = fields(pool, 240, [*FINGER, [40, "drop", -1.0, 0.8], [90, "beat", 0, 0]], texels)
    assert np.abs(formula).max() > 0.1
    assert np.abs(gpu - formula).max() < 0.02 * np.abs(formula).max()


def test_the_formula_check_sees_another_touch(pool: Page) -> None:
    gpu, _ = fields(pool, 120, FINGER)
    _, other = fields(pool, 120, [[0, "finger", 0.6, -0.3]])
    assert np.abs(gpu - other).max() > 0.1 * np.abs(other).max()


def test_a_touch_makes_a_ring_that_runs_outward_and_dies_away(pool: Page) -> None:
    seen = [fields(pool, ticks, FINGER)[0] for ticks in (60, 150, 240, 900)]
    near, further, far, _ = (spread(field, 0.4, -0.3) for field in seen)
    assert near < further < far
    heights = [np.abs(field).max() for field in seen]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] < 0.02 * heights[0]


def picture(page: Page, dt: float = 1e-6) -> Field:
    return flash.luminance(shown(page, dt))


def shown(page: Page, dt: float) -> NDArray[np.uint8]:
    page.evaluate("(dt) => { if (dt > 1e-3) frames.step(dt, dt); }", dt)
    return flash.shown(page)


def test_nothing_moves_in_stillness_whatever_touches_the_water(pool: Page) -> None:
    pool.evaluate("(scene) => frames.set(scene, 'laptop')", WATER | {"mood": "resting"})
    pool.evaluate("frames.step(3, .1, 30); frames.stir(.4, .8); frames.step(.5, .1, 5)")
    running = picture(pool)
    pool.evaluate("frames.step(.5, .1, 5)")
    assert np.abs(picture(pool) - running).max() > 0.05
    pool.evaluate("frames.still(true); frames.step(60, .1, 80)")
    before = picture(pool)
    pool.evaluate("frames.stir(.5, .8); frames.beat(); frames.keep('a thought'); frames.step(3, .1, 30)")
    assert np.abs(picture(pool) - before).max() < 0.005


def film(page: Page, seconds: float, rate: int, each: str = "") -> Field:
    """The picture's luminance, moment after moment; `each` is done before every step."""
    told = []
    for k in range(round(seconds * rate)):
        page.evaluate(f"(k) => {{ {each} }}", k)
        told.append(picture(page, 1 / rate))
    return np.stack(told)


def test_a_kept_thought_and_a_heartbeat_move_the_water(pool: Page) -> None:
    def after(told: str) -> Field:
        pool.evaluate("(scene) => frames.set(scene, 'software')", WATER | {"mood": "resting"})
        pool.evaluate("frames.step(3, .1, 30)")
        pool.evaluate(told)
        pool.evaluate("frames.step(2, .05, 40)")
        return picture(pool)

    alone = after("0")
    for told in ("frames.keep('a thought')", "frames.beat()"):
        assert np.abs(after(told) - alone).max() > 0.05
    assert np.abs(after("0") - alone).max() == 0


@pytest.mark.parametrize(
    "touched", ["if (k % 20 == 0) frames.stir(.3 + .02 * k % .4, .8)", "frames.stir(.5, .75); frames.beat()"]
)
def test_the_mean_light_stays_while_rings_run_and_nothing_flashes(drawn: Browser, harness: Path, touched: str) -> None:
    page = frames.entered(drawn, harness, 160, 90)
    page.evaluate("(scene) => frames.set(scene, 'software')", WATER)
    page.evaluate("frames.step(9, .1, 40)")
    seen = film(page, 5, flash.RATE, touched)
    page.close()
    mean = seen.mean((1, 2))
    assert mean.max() - mean.min() < CALM
    assert flash.flashes(seen, flash.RATE) < 1


def stripes(column: Field) -> int:
    """Pairs of light and dark along a line, where neighbours differ by a tenth or more."""
    turns, low, high, way = 0, column[0], column[0], 0
    for now in column:
        low, high = min(low, now), max(high, now)
        if now - low >= CONTRAST and way <= 0:
            turns, way, high = turns + 1, 1, now
        elif high - now >= CONTRAST and way >= 0:
            turns, way, low = turns + 1, -1, now
        low, high = (now, high) if way < 0 and now < low else (low, now if way > 0 and now > high else high)
    return turns // 2


def test_rings_are_no_stripes(pool: Page) -> None:
    pool.evaluate("(scene) => frames.set(scene, 'software')", WATER)
    pool.evaluate("frames.step(4, .1, 40)")
    for _ in range(20):
        pool.evaluate("frames.stir(.5, .7); frames.beat(); frames.step(.25, .05, 5)")
    light = picture(pool)
    assert max(stripes(column) for column in light.T[::8]) <= PAIRS


def test_the_stripe_check_sees_stripes() -> None:
    assert stripes(0.3 + 0.1 * np.sin(np.arange(360) / 5)) > PAIRS
    assert stripes(0.3 + 0.1 * np.sin(np.arange(360) / 30)) <= PAIRS


def test_the_water_is_the_same_however_often_it_is_drawn(pool: Page) -> None:
    def after(dt: float, *, touched: bool = True) -> Field:
        pool.evaluate("(scene) => frames.set(scene, 'laptop')", WATER)
        pool.evaluate("frames.step(2, .1, 20)")
        if touched:
            pool.evaluate("frames.stir(.5, .8)")
        pool.evaluate("(dt) => frames.step(2, dt, 2 / dt)", dt)
        return picture(pool)

    often, rarely, untouched = after(0.02), after(0.1), after(0.1, touched=False)
    assert np.abs(often - rarely).mean() < 0.1 * np.abs(untouched - rarely).mean()
