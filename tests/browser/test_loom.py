"""The loom, drawn along and neared by mouse, touch and keys; a string opens its words; a low moment is asked about."""

import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, expect

from engine import Engine
from hands import button, come_in, fact, keep
from kindlight.content import say

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
import flash
import frames

pytestmark = pytest.mark.browser

SIZE = (480, 270)
MIDDLE = (240, 150)
LIFE = files("kindlight.content") / "demo" / "life.jsonl"
FREE = [(x, y) for x in (30, 60, 90, 130, 840, 870, 900, 930) for y in range(90, 440, 12)]
"""Points of a page of 960 × 540 beside the panel, where the loom itself is touched."""
ARRIVES = 4000  # milliseconds in which the eye comes under the loom, and sees no flower any more


@pytest.fixture
def loom(drawn: Browser, tmp_path: Path) -> Iterator[Page]:
    """The loom alone, in stillness: nothing moves but by hand, so that the same gaze gives the same picture."""
    frames.bundle(tmp_path)
    page = frames.entered(drawn, tmp_path, *SIZE)
    scene = {"threads": 300, "plants": 0, "mood": "resting", "view": "loom", "still": True}
    page.evaluate("(scene) => frames.set(scene, 'phone')", scene)
    page.evaluate("frames.step(40, 0.1, 3)")
    yield page
    page.close()


def picture(page: Page) -> NDArray[np.float64]:
    page.evaluate("frames.step(0.2, 0.1, 2)")
    return flash.luminance(flash.shown(page))


def differs(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The share of the picture that is not the same."""
    return float((np.abs(one - other) > 0.004).mean())


def test_the_wheel_nears_a_time_and_home_shows_the_whole_life_again(loom: Page) -> None:
    life = picture(loom)
    assert differs(life, picture(loom)) == 0
    loom.mouse.move(*MIDDLE)
    loom.mouse.wheel(0, -700)
    month = picture(loom)
    assert differs(life, month) > 0.2
    loom.mouse.wheel(0, -700)
    assert differs(month, picture(loom)) > 0.2
    loom.keyboard.press("Home")
    assert differs(life, picture(loom)) == 0


def test_a_drag_goes_along_time_and_back(loom: Page) -> None:
    loom.keyboard.press("+")
    loom.keyboard.press("+")
    loom.keyboard.press("+")
    before = picture(loom)
    loom.mouse.move(*MIDDLE)
    loom.mouse.down()
    loom.mouse.move(MIDDLE[0] - 90, MIDDLE[1], steps=6)
    loom.mouse.up()
    dragged = picture(loom)
    assert differs(before, dragged) > 0.1
    loom.mouse.down()
    loom.mouse.move(*MIDDLE, steps=6)
    loom.mouse.up()
    assert differs(before, picture(loom)) < differs(before, dragged) / 2


def test_keys_go_along_time_nearer_and_away_again(loom: Page) -> None:
    life = picture(loom)
    seen = [life]
    for key in ("+", "+", "+", "ArrowRight", "ArrowRight", "-"):
        loom.keyboard.press(key)
        seen.append(picture(loom))
    assert min(differs(one, other) for one, other in pairwise(seen)) > 0.05
    for _ in range(3):
        loom.keyboard.press("-")
    loom.keyboard.press("Home")
    assert differs(life, picture(loom)) == 0


def test_two_fingers_near_it_and_one_draws_it_along(loom: Page) -> None:
    life = picture(loom)
    hand = loom.context.new_cdp_session(loom)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": x, "y": y, "id": k} for k, (x, y) in enumerate(points)]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    x, y = MIDDLE
    touch("touchStart", (x - 20, y), (x + 20, y))
    for apart in (30, 50, 80, 110):
        touch("touchMove", (x - apart, y), (x + apart, y))
    touch("touchEnd")
    near = picture(loom)
    assert differs(life, near) > 0.2
    touch("touchStart", (x, y))
    for along in (20, 50, 90):
        touch("touchMove", (x - along, y))
    touch("touchEnd")
    assert differs(near, picture(loom)) > 0.1


def test_one_thread_more_moves_no_other(loom: Page) -> None:
    before = picture(loom)
    loom.evaluate("frames.join()")
    loom.evaluate("frames.step(8, 0.1, 80)")
    changed = np.abs(picture(loom) - before) > 0.004
    assert 0 < changed.mean() < 0.02
    loom.mouse.move(*MIDDLE)
    loom.mouse.wheel(0, -200)
    assert differs(before, picture(loom)) > 0.1  # as it would be if the others had moved


def test_an_empty_loom_takes_its_first_thread(loom: Page) -> None:
    errors: list[str] = []
    loom.on("pageerror", lambda error: errors.append(str(error)))
    scene = {"threads": 0, "plants": 0, "mood": "resting", "view": "loom", "still": True}
    loom.evaluate("(scene) => frames.set(scene, 'phone')", scene)
    loom.evaluate("frames.step(40, 0.1, 3)")
    empty = picture(loom)
    loom.keyboard.press("+")
    loom.evaluate("frames.join()")
    loom.evaluate("frames.step(8, 0.1, 80)")
    assert differs(empty, picture(loom)) > 0
    assert errors == []


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Engine]:
    """A room with an invented life in it."""
    running = Engine(tmp_path / "unused", "demo", environment={"TMPDIR": str(tmp_path)})
    yield running
    if running.process.poll() is None:
        running.stop()


def threads_open(page: Page, engine: Engine) -> None:
    come_in(page, engine.address)
    fact(page, "door", "open")
    fact(page, "stage", "drawn", timeout=30_000)
    button(page, "room.threads").click()


def touched(page: Page) -> bool:
    """Touch the loom here and there, until words are open."""
    page.wait_for_timeout(ARRIVES)
    for x, y in FREE:
        page.mouse.click(x, y)
        page.wait_for_timeout(40)
        if page.locator("html").get_attribute("data-shown") == "words":
            page.wait_for_timeout(500)  # for what the last touch opened
            return True
    return False


def test_a_touched_string_opens_the_words_of_its_day(demo: Engine, page: Page) -> None:
    threads_open(page, demo)
    fact(page, "shown", "threads")
    for _ in range(3):
        page.keyboard.press("+")
    assert touched(page)
    words = page.locator("blockquote.own").inner_text()
    kept = {entry["text"]: entry["date"] for entry in map(json.loads, LIFE.read_text("utf-8").splitlines())}
    assert words in kept
    assert kept[words][:4] in page.locator("#words-title").inner_text()
    page.keyboard.press("Escape")
    fact(page, "shown", "threads")


def test_a_drag_over_the_strings_opens_nothing(demo: Engine, page: Page) -> None:
    threads_open(page, demo)
    for x in (100, 850):
        for y in range(100, 440, 40):
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x + 30, y, steps=3)
            page.mouse.up()
    page.wait_for_timeout(300)
    fact(page, "shown", "threads")


def test_after_a_low_moment_the_garden_comes_first_and_then_a_few_threads_that_end_kindly(
    demo: Engine, page: Page
) -> None:
    threads_open(page, demo)
    expect(page.locator(".walk button").nth(10)).to_be_attached()
    button(page, "room.back").click()
    woven = int(page.locator("html").get_attribute("data-threads") or 0)
    keep(page, "I'm such an idiot")
    fact(page, "threads", str(woven + 1))
    button(page, "room.threads").click()
    expect(page.get_by_text(say("room.low"))).to_be_visible()
    assert page.locator(".walk button").count() == 0
    assert not touched(page)
    fact(page, "shown", "threads")

    button(page, "room.low-open").click()
    expect(page.locator(".walk button")).to_have_count(5)
    expect(page.locator(".walk button:focus")).to_have_count(1)
    page.keyboard.press("End")
    expect(page.locator(".walk button").last).to_be_focused()
    expect(page.locator(".walk button").last).to_have_attribute("data-tint", "warm")
    page.keyboard.press("Enter")
    fact(page, "shown", "words")
    button(page, "room.back").click()
    fact(page, "shown", "few")
    page.locator(".panel").get_by_role("button", name=say("room.garden")).click()
    fact(page, "shown", "garden")
    button(page, "room.threads").click()
    expect(page.get_by_text(say("room.low"))).to_be_visible()


def test_a_kind_thought_lets_the_threads_open_at_once_again(demo: Engine, page: Page) -> None:
    threads_open(page, demo)
    button(page, "room.back").click()
    keep(page, "I'm such an idiot")
    fact(page, "mood", "met")
    fact(page, "flowers", page.locator("html").get_attribute("data-flowers") or "")
    keep(page, "I am proud of how gently I spoke to myself today.")
    fact(page, "mood", "kind")
    button(page, "room.threads").click()
    expect(page.locator(".walk button").nth(10)).to_be_attached()
