"""A person turns to a reflection, names it, sees themselves there, and nothing of the picture leaves the page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from chromium import CAMERA, DRAWN, launch
from engine import Engine
from hands import button, come_in, fact, found_without, keep
from kindlight.content import say

pytestmark = pytest.mark.browser

TRACKS = """
(() => {
  window.tracks = [];
  const ask = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function (wish) {
    window.asked = wish;
    const stream = await ask.call(this, wish);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
})()
"""


@pytest.fixture(scope="module")
def seeing(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws the chamber and has a camera."""
    browser = launch(playwright, [*DRAWN, *CAMERA])
    yield browser
    browser.close()


def before_the_mirrors(page: Page, engine: Engine) -> None:
    come_in(page, engine.address)
    keep(page, "It rained all morning.")
    found_without(page)
    button(page, "facets.title").click()
    expect(page.get_by_role("heading", name=say("facets.title"))).to_be_focused()


def test_a_reflection_is_turned_to_and_named_and_keeps_its_name_when_the_plug_is_pulled(
    engine: Engine, page: Page
) -> None:
    before_the_mirrors(page, engine)
    button(page, "facets.wounded").click()
    fact(page, "turned", "wounded")
    page.get_by_label(say("facets.name")).fill("  The small one ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The small one")).to_be_visible()
    engine.kill()
    tomorrow = Engine(engine.home)
    try:
        come_in(page, tomorrow.address)
        button(page, "facets.title").click()
        page.get_by_role("button", name="The small one").click()
        fact(page, "turned", "wounded")
        page.get_by_label(say("facets.name")).fill("")
        button(page, "facets.call").click()
        expect(page.get_by_role("heading", name=say("facets.wounded"))).to_be_visible()
        button(page, "room.back").click()
        fact(page, "turned", "null")
    finally:
        tomorrow.stop()


def test_a_figure_is_touched_in_the_stone(engine: Engine, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    before_the_mirrors(page, engine)
    fact(page, "stage", "drawn")
    page.wait_for_timeout(6000)  # the eye turns slowly
    page.mouse.click(1030, 300)
    fact(page, "turned", "confident")


def test_without_a_chamber_the_figure_is_drawn(engine: Engine, plain: Browser) -> None:
    page = plain.new_page()
    before_the_mirrors(page, engine)
    button(page, "facets.withdrawn").click()
    expect(page.get_by_role("img", name=say("facets.withdrawn"))).to_be_visible()
    page.close()


def test_the_camera_is_off_until_asked_and_its_picture_never_leaves_the_page(engine: Engine, seeing: Browser) -> None:
    page = seeing.new_page(viewport={"width": 960, "height": 540})
    sent: list[str | bytes] = []

    def hear(frame: str | bytes) -> None:
        sent.append(frame)

    page.add_init_script(TRACKS)
    page.on("websocket", lambda socket: socket.on("framesent", hear))
    requests: list[str] = []
    before_the_mirrors(page, engine)
    assert page.evaluate("window.asked") is None
    page.on("request", lambda request: requests.append(request.url))
    sent.clear()
    button(page, "facets.camera").click()
    expect(button(page, "facets.camera-away")).to_be_visible()
    page.wait_for_timeout(3000)
    assert page.evaluate("window.asked.audio") is None
    assert (sent, requests) == ([], [])
    assert page.evaluate("window.tracks.map((one) => one.readyState)") == ["live"]
    page.keyboard.press("Escape")
    fact(page, "shown", "write")
    assert page.evaluate("window.tracks.map((one) => one.readyState)") == ["ended"]
    page.close()


def test_a_camera_that_does_not_open_is_said_kindly_and_the_figures_stay(engine: Engine, page: Page) -> None:
    before_the_mirrors(page, engine)
    button(page, "facets.camera").click()
    expect(page.get_by_text(say("facets.camera-failed"))).to_be_visible()
    button(page, "facets.kind").click()
    fact(page, "turned", "kind")
