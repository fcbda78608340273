"""Light that cannot hurt: no state and no turn of the room flashes, and in none of them does the light go out."""

import base64
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from engine import Engine
from hands import button, come_in, fact, found_without, keep, line

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
import film
import flash
import frames

pytestmark = pytest.mark.browser

EMPTY = {"threads": 0, "plants": 0, "mood": "arriving"}
FULL = {"threads": 300, "plants": 20, "mood": "arriving"}
SETTLED = "frames.step(14, 0.1); frames.step(1, 0.05, 20)"
STATES = {
    "arriving": "",
    "met": "frames.draft('met', 1)",
    "kind": "frames.draft('kind', 1)",
    "garden": "frames.turn({ view: 'garden' })",
    "loom": "frames.turn({ view: 'loom', mood: 'resting' })",
    "darkness": "frames.turn({ view: 'room', dark: true })",
    "closing": "frames.turn({ dark: false }); frames.close()",
}
WORDLESS = """
() => {
  const sheet = new CSSStyleSheet();
  const bare = "-webkit-text-fill-color: transparent !important; text-shadow: none !important";
  sheet.replaceSync(`*, ::placeholder { ${bare} }`);
  document.adoptedStyleSheets = [sheet];
}
"""
LENS = """
async (png) => {
  const picture = await createImageBitmap(await (await fetch(png)).blob());
  const pen = new OffscreenCanvas(96, 54).getContext("2d");
  pen.drawImage(picture, 0, 0, 96, 54);
  return Array.from(pen.getImageData(0, 0, 96, 54).data);
}
"""


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harness")
    frames.bundle(folder)
    return folder


@pytest.fixture(scope="module")
def visit(drawn: Browser, harness: Path) -> dict[str, film.Seen]:
    """What each state of a visit shows, filmed for ten seconds."""
    page = frames.entered(drawn, harness, *film.SIZE)
    shown = {step.name: found for step, found in film.visit(page)}
    page.close()
    return shown


@pytest.fixture
def small(drawn: Browser, harness: Path) -> Iterator[Page]:
    page = frames.entered(drawn, harness, *film.SIZE)
    yield page
    page.close()


@pytest.mark.parametrize("step", film.VISIT, ids=lambda step: step.name)
def test_no_state_and_no_turn_of_the_room_can_hurt(visit: dict[str, film.Seen], step: film.Step) -> None:
    assert film.holds(step, visit[step.name]), visit[step.name]


def test_a_harsh_thought_is_never_met_with_less_light(visit: dict[str, film.Seen]) -> None:
    assert visit["met"].least >= visit["arriving"].mean


def test_light_torn_between_dark_and_kind_does_not_flash_and_left_alone_it_gets_there(small: Page) -> None:
    small.evaluate("(scene) => frames.set(scene, 'laptop')", EMPTY)
    small.evaluate("frames.step(6, 0.1)")
    for every in (1, 3):
        found = film.seen(film.pictures(small.evaluate("(every) => frames.torn(30, 0.05, every)", every)))
        assert found.general < 1
        assert found.back <= film.WORST
    before = flash.luminance(flash.shown(small)).mean()
    small.evaluate("frames.turn({ dark: true }); frames.step(20, 0.1, 2)")
    assert flash.luminance(flash.shown(small)).mean() < before / 2


def test_the_governor_knows_how_light_the_room_is(small: Page) -> None:
    small.evaluate("(scene) => frames.set(scene, 'software')", {"threads": 40, "plants": 4, "mood": "arriving"})
    for name in ("arriving", "met", "kind", "darkness"):
        small.evaluate(f"{STATES[name] or '0'}; {SETTLED}")
        expected = small.evaluate("frames.expected()")
        assert flash.luminance(flash.shown(small)).mean() == pytest.approx(expected, rel=0.4), name


@pytest.mark.parametrize("size", [(320, 180), (195, 422)], ids=["wide", "tall"])
def test_the_light_never_goes_out_of_an_empty_record(drawn: Browser, harness: Path, size: tuple[int, int]) -> None:
    page = frames.entered(drawn, harness, *size)
    page.evaluate("(scene) => frames.set(scene, 'software')", EMPTY)
    lights = {"waking": flash.luminance(flash.shown(page)).mean()}
    for name, begun in STATES.items():
        page.evaluate(f"{begun or '0'}; {SETTLED}")
        lights[name] = flash.luminance(flash.shown(page)).mean()
    page.close()
    assert {name: light for name, light in lights.items() if light < film.FLOOR} == {}


def test_no_picture_is_striped(drawn: Browser, harness: Path) -> None:
    page = frames.entered(drawn, harness, 640, 360)
    page.evaluate("(scene) => frames.set(scene, 'software')", FULL)
    stripes = {}
    for name, begun in STATES.items():
        page.evaluate(f"{begun or '0'}; {SETTLED}")
        stripes[name] = flash.stripes(flash.luminance(flash.shown(page)))
    page.close()
    assert {name: pairs for name, pairs in stripes.items() if pairs > flash.PAIRS} == {}


def seen(page: Page, lens: Page) -> float:
    """Mean luminance of the page without its words."""
    png = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    return float(flash.luminance(np.array(lens.evaluate(LENS, png), dtype=np.uint8).reshape(54, 96, 4)).mean())


def test_the_drawn_page_never_goes_dark(engine: Engine, plain: Browser) -> None:
    page, lens = plain.new_context(viewport={"width": 960, "height": 540}).new_page(), plain.new_page()
    come_in(page, engine.address)
    keep(page, "It rained all morning.")
    found_without(page)
    page.evaluate(WORDLESS)
    page.wait_for_timeout(3200)
    lights = {"arriving": seen(page, lens)}
    line(page).fill("I'm such an idiot")
    fact(page, "mood", "met")
    page.wait_for_timeout(3200)
    lights["met"] = seen(page, lens)
    button(page, "room.darkness").click()
    fact(page, "mood", "darkness")
    page.wait_for_timeout(3200)
    lights["darkness"] = seen(page, lens)
    button(page, "room.darkness").click()
    button(page, "room.close").click()
    fact(page, "ended", "true")
    page.wait_for_timeout(3200)
    lights["closing"] = seen(page, lens)
    page.context.close()
    lens.close()
    assert {name: light for name, light in lights.items() if light < film.FLOOR} == {}
    assert lights["met"] >= lights["arriving"]


def test_a_lost_picture_leaves_no_dark_page(engine: Engine, page: Page, plain: Browser) -> None:
    lens = plain.new_page()
    come_in(page, engine.address)
    fact(page, "stage", "drawn")
    page.evaluate(WORDLESS)
    page.wait_for_timeout(6000)
    page.evaluate(
        "document.querySelector('#stage').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
    )
    fact(page, "stage", "calm")
    lights = [seen(page, lens) for _ in range(6)]
    lens.close()
    assert min(lights) >= film.FLOOR
    expect(line(page)).to_be_visible()


@pytest.mark.parametrize("hertz", [4, 10, 25])
def test_the_check_sees_what_flashes_brightly_or_in_red(hertz: float) -> None:
    assert flash.flashes(flash.strobe(hertz), 100) > flash.ALLOWED
    assert flash.red_flashes(flash.red_strobe(hertz), 100) > flash.ALLOWED
    assert flash.worst_field(flash.turns(flash.strobe(hertz)), 100) > flash.SHARE
    assert flash.worst_field(flash.back(flash.turns(flash.strobe(hertz)), 100), 100) > flash.SHARE


def test_red_of_the_same_light_is_seen_by_the_check_of_red_alone() -> None:
    assert flash.flashes(flash.luminance(flash.red_strobe(10)), 100) == 0


@pytest.mark.parametrize("hertz", [1, 2])
def test_the_check_lets_slow_light_pass(hertz: float) -> None:
    assert flash.flashes(flash.strobe(hertz), 100) <= flash.ALLOWED
    assert flash.red_flashes(flash.red_strobe(hertz), 100) <= flash.ALLOWED


@pytest.mark.parametrize(
    ("states", "patch"),
    [((0.1, 0.35), (4, 5)), ((0.1, 0.15), (45, 27)), ((0.85, 0.97), (45, 27))],
    ids=["a twentieth of a field", "half a step", "both bright"],
)
def test_the_check_lets_pass_what_is_small_or_shallow_or_bright(
    states: tuple[float, float], patch: tuple[int, int]
) -> None:
    assert flash.flashes(flash.strobe(10, states=states, patch=patch), 100) == 0


def test_the_dither_of_black_is_not_red() -> None:
    film_of_black = np.zeros((40, 45, 80, 3), dtype=np.uint8)
    film_of_black[::2, :, :, 0] = 12
    assert flash.red_flashes(film_of_black, flash.RATE) == 0


@pytest.mark.parametrize(("count", "slope"), [(6, 0), (8, 1), (20, 0.5)])
def test_the_check_sees_stripes(count: int, slope: float) -> None:
    assert flash.stripes(flash.grating(count, slope=slope)) > flash.PAIRS
    assert flash.stripes(flash.grating(count, slope=slope).T) > flash.PAIRS


def test_the_check_lets_few_or_faint_stripes_pass() -> None:
    assert flash.stripes(flash.grating(flash.PAIRS)) <= flash.PAIRS
    assert flash.stripes(flash.grating(20, depth=0.05)) == 0
