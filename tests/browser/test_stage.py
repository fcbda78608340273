"""The stage: light that answers words and never goes out, and a room that survives what machines do."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, expect

from engine import Engine
from hands import come_in, fact, line

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
import film
import flash
import frames

pytestmark = pytest.mark.browser

SIZES = {"wide": (1280, 720), "tall": (390, 844)}
WORDS = {"wide": (0.25, 0.75), "tall": (0.0, 1.0)}
"""Where a line of words stands across the window."""
ABOVE_WORDS = {"wide": 0.62, "tall": 0.70}
FOOTER = 0.9
DRAWS = """
(() => {
  window.draws = 0;
  const { prototype } = WebGL2RenderingContext;
  const fence = prototype.fenceSync;
  prototype.fenceSync = function (...told) { window.draws += 1; return fence.apply(this, told); };
})()
"""

LOOK = """
(count) => new Promise((on) => {
  const look = () => window.draws > count ? on() : setTimeout(look, 20);
  look();
})
"""


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harness")
    frames.bundle(folder)
    return folder


@pytest.fixture(params=["wide", "tall"])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def stepped(drawn: Browser, harness: Path, size: str) -> Iterator[Page]:
    """The stage alone, stepped by hand, as a processor draws it."""
    page = frames.entered(drawn, harness, *SIZES[size])
    yield page
    page.close()


def play(page: Page, mood: str = "arriving", **more: object) -> None:
    page.evaluate("(scene) => frames.set(scene, 'software')", {"threads": 40, "plants": 0, "mood": mood, **more})
    dry(page, 5)


def dry(page: Page, seconds: float) -> None:
    """Let time pass, and draw the last second."""
    page.evaluate("(seconds) => { frames.step(seconds - 1, 0.1); frames.step(1, 0.05, 20); }", seconds)


def light(page: Page) -> tuple[float, float]:
    """Mean relative luminance of the picture, and how red it is for its blue."""
    pixels = flash.shown(page)
    red, _, blue, _ = pixels.reshape(-1, 4).mean(0)
    return float(flash.luminance(pixels).mean()), float(red / blue)


def test_harsh_words_are_met_with_no_less_light_and_with_more_warmth(stepped: Page) -> None:
    play(stepped)
    before, cool = light(stepped)
    stepped.evaluate("frames.draft('met', 1)")
    dry(stepped, 6)
    met, warmer = light(stepped)
    assert met >= before
    assert warmer > cool + 0.03
    stepped.evaluate("frames.draft('kind', 1)")
    dry(stepped, 6)
    kind, warmest = light(stepped)
    assert kind >= before
    assert warmest > warmer + 0.03


def test_a_kind_thought_opens_a_flower_beside_or_above_the_words_and_over_the_footer(stepped: Page, size: str) -> None:
    play(stepped, "kind", threads=0)
    before = flash.luminance(flash.shown(stepped))
    stepped.evaluate("frames.bloom()")
    dry(stepped, 6)
    change = np.abs(flash.luminance(flash.shown(stepped)) - before)
    x, y = brightest(change)
    first, last = WORDS[size]
    assert change.max() > 0.1
    assert y < FOOTER
    assert x < first or x > last or y < ABOVE_WORDS[size]


def brightest(change: NDArray[np.float64]) -> tuple[float, float]:
    """The middle of what changed most, as shares of the width and the height."""
    height, width = change.shape
    rows, columns = np.nonzero(change > 0.5 * change.max())
    return float(np.median(columns)) / width, float(np.median(rows)) / height


@pytest.mark.parametrize("size", ["wide"])
@pytest.mark.parametrize("change", [{"dark": True}, {"closing": True}])
def test_the_light_never_goes_out(stepped: Page, change: dict[str, bool]) -> None:
    play(stepped, "resting", dark=change.get("dark", False))
    if "closing" in change:
        stepped.evaluate("frames.close()")
    dry(stepped, 20)
    picture = flash.luminance(flash.shown(stepped))
    assert picture.mean() > 0.004
    assert picture.max() > 0.1


@pytest.mark.parametrize("size", ["wide"])
def test_a_lost_picture_comes_back(stepped: Page) -> None:
    play(stepped)
    before, _ = light(stepped)
    stepped.evaluate("frames.lose()")
    dry(stepped, 2)
    after, _ = light(stepped)
    assert after == pytest.approx(before, rel=0.05)


def test_no_field_of_the_picture_flashes_through_a_whole_visit(drawn: Browser, harness: Path) -> None:
    page = frames.entered(drawn, harness, 160, 90)
    light = film.briefly(page)
    page.close()
    mean = light.mean((1, 2))
    half = flash.RATE // 2
    assert flash.flashes(light, flash.RATE) < 1
    assert np.abs(mean[half:] - mean[:-half]).max() < flash.STEP


@pytest.mark.parametrize("hertz", [4, 10, 25])
def test_the_flash_check_sees_what_flashes(hertz: float) -> None:
    assert flash.flashes(flash.strobe(hertz), 100) > flash.ALLOWED


@pytest.mark.parametrize("hertz", [1, 2])
def test_the_flash_check_lets_slow_light_pass(hertz: float) -> None:
    assert flash.flashes(flash.strobe(hertz), 100) <= flash.ALLOWED


def test_the_flash_check_sees_a_visit_that_is_made_to_flash() -> None:
    still = np.full((60, 45, 80), 0.3)
    still[::4] += 0.2
    assert flash.flashes(still, flash.RATE) > flash.ALLOWED


def test_a_real_line_warms_the_room_and_a_lost_picture_leaves_a_whole_page(engine: Engine, page: Page) -> None:
    page.add_init_script(DRAWS)
    come_in(page, engine.address)
    fact(page, "stage", "drawn")
    goes_on(page)
    line(page).press_sequentially("I'm such an idiot", delay=10)
    fact(page, "mood", "met")

    page.set_viewport_size({"width": 500, "height": 700})
    expect(page.locator("#stage")).to_have_js_property("height", 568)
    goes_on(page)

    page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    page.wait_for_timeout(100)
    hidden = page.evaluate("window.draws")
    page.wait_for_timeout(400)
    assert page.evaluate("window.draws") == hidden
    page.evaluate("delete document.hidden")
    goes_on(page)

    page.evaluate(
        "document.querySelector('#stage').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
    )
    fact(page, "stage", "calm")
    expect(line(page)).to_have_value("I'm such an idiot")


def goes_on(page: Page) -> None:
    """Wait until the stage has drawn three frames more."""
    before = page.evaluate("window.draws")
    page.evaluate(LOOK, before + 3)
