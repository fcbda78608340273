"""Flowers in the garden: seen apart, touched where they stand, and found by keys in the order they grew."""

import math
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from engine import Engine
from hands import button, come_in, fact, found_without, keep
from kindlight.content import say
from kindlight.projections.garden import GOLDEN
from kindlight.projections.genome import genome_of

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
import flash
import frames

pytestmark = pytest.mark.browser

FIRST = "I was tired, and I can be gentle with myself about it."
SECOND = "I am proud of how gently I spoke to myself today."
WIDTH, HEIGHT = 960, 540
"""The page's size: as wide for its height as the widest beds are laid for."""
EYE, AIM, FIELD = (1.15, 4.7), (0.8, 0.0), 52
"""Height and depth of the eye in the garden, where it looks, and how high its picture is in degrees."""
SHORE = 4.9


def head(order: int, words: str) -> tuple[float, float]:
    """Where a flower's head is on the page, worked out once more from the words and the order alone."""
    turn = order * GOLDEN % 1
    within = turn * 2 % 1
    angle = (-1 if turn < 0.5 else 1) * (0.55 + 0.16 * within)
    along = EYE[1] * math.cos(angle)
    shore = along + math.sqrt(along**2 + SHORE**2 - EYE[1] ** 2)
    out = order**0.65 / (order**0.65 + 9)
    away = 3.5 + (shore - 3.5) * out + 0.35 * within
    tall = (0.08 + 1.14 * genome_of(words).height) * (1 - 0.25 * out)
    return pictured(math.sin(angle) * away, tall, EYE[1] - math.cos(angle) * away)


def pictured(x: float, y: float, z: float) -> tuple[float, float]:
    down = math.atan2(EYE[0] - AIM[0], EYE[1] - AIM[1])
    forward, up = EYE[1] - z, y - EYE[0]
    far = forward * math.cos(down) - up * math.sin(down)
    high = forward * math.sin(down) + up * math.cos(down)
    unit = HEIGHT / 2 / math.tan(math.radians(FIELD / 2)) / far
    return WIDTH / 2 + x * unit, HEIGHT / 2 - high * unit


@pytest.fixture
def grown(engine: Engine, page: Page) -> Page:
    """A garden of two flowers, looked at; in stillness the eye is there at once."""
    page.emulate_media(reduced_motion="reduce")
    come_in(page, engine.address)
    keep(page, FIRST)
    found_without(page)
    fact(page, "flowers", "1")
    keep(page, SECOND)
    fact(page, "flowers", "2")
    fact(page, "stage", "drawn", timeout=30_000)
    button(page, "room.garden").click()
    expect(page.locator(".walk button")).to_have_count(2)
    return page


@pytest.mark.parametrize(("order", "words"), [(0, FIRST), (1, SECOND)])
def test_a_touch_on_a_flower_opens_the_words_that_grew_it_with_their_date(grown: Page, order: int, words: str) -> None:
    grown.wait_for_timeout(1500)
    grown.mouse.click(*head(order, words))
    fact(grown, "shown", "words")
    expect(grown.locator("blockquote.own")).to_have_text(words)
    expect(grown.locator("#words-title")).to_contain_text(str(datetime.now().astimezone().year))
    grown.keyboard.press("Escape")
    fact(grown, "shown", "garden")


def test_a_touch_beside_the_flowers_opens_nothing(grown: Page) -> None:
    grown.wait_for_timeout(1500)
    for x in (60, WIDTH - 60):
        grown.mouse.click(x, 110)
    grown.wait_for_timeout(500)
    fact(grown, "shown", "garden")


def test_keys_walk_the_flowers_in_the_order_they_grew_and_open_each(grown: Page) -> None:
    flowers = grown.locator(".walk button")
    for order, words in ((1, SECOND), (0, FIRST)):  # the latest is first
        expect(flowers.nth(1 - order)).to_contain_text(say(f"room.{genome_of(words).species}"))
    expect(flowers.first).to_be_focused()
    for key, words in (("Home", SECOND), ("ArrowDown", FIRST)):
        grown.keyboard.press(key)
        grown.keyboard.press("Enter")
        expect(grown.locator("blockquote.own")).to_have_text(words)
        grown.keyboard.press("Escape")
        fact(grown, "shown", "garden")


@pytest.fixture
def beds(drawn: Browser, tmp_path: Path) -> Iterator[Page]:
    """The garden alone, stepped by hand."""
    frames.bundle(tmp_path)
    page = frames.entered(drawn, tmp_path, 480, 270)
    yield page
    page.close()


def moved(page: Page, breath: float | None, plants: int = 40, *, still: bool = False) -> float:
    """How much of the picture differs between lungs that are empty and lungs that are full."""
    scene: dict[str, object] = {"threads": 1, "plants": plants, "mood": "arriving", "view": "garden", "still": still}
    seen = []
    for full in (-1, 1):
        if breath is not None:
            scene["breath"] = breath * full
        page.evaluate("(scene) => frames.set(scene, 'phone')", scene)
        page.evaluate("frames.step(6, 0.5, 12)")
        seen.append(flash.luminance(flash.shown(page)))
    return float((np.abs(seen[0] - seen[1]) > 0.03).mean())


def test_flowers_answer_the_breath_and_rest_when_it_is_not_known_or_in_stillness(beds: Page) -> None:
    answer = moved(beds, 1)
    assert answer > 0.005
    assert answer > 2 * moved(beds, 1, plants=0)  # more than the dust alone
    assert moved(beds, None) == 0
    assert moved(beds, 1, still=True) == 0
