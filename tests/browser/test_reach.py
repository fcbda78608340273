"""Words are readable over any light, nothing lies over anything, every control has a name and is reached by Tab."""

# ruff: noqa: E501 - the page is measured by lines of its own language

import base64
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from engine import Engine
from hands import button, come_in, fact, found_without, keep, line
from kindlight.content import say

pytestmark = pytest.mark.browser

AA = 4.5
"""Contrast that WCAG 2.2 asks of text (1.4.3)."""

SIZES = [(320, 480), (390, 844), (844, 390), (480, 270), (1440, 900), (2560, 1440)]
LARGE = [(390, 844), (1440, 900), (2560, 1440)]
"""Windows for text at 200 %; a browser zoomed to 200 % on 960x540 is the window of 480x270 above."""

SEEN = """
() => {
  const words = document.querySelector("main").getBoundingClientRect();
  const all = document.querySelectorAll(".status, .line textarea, kindlight-room button, .panel :is(h2, h3, p, label)");
  return [...all].filter((one) => one.checkVisibility()).flatMap((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const inside = !one.closest("main") || (top >= words.top + 17 && top + height <= words.bottom - 26);
    const drawn = one.matches("textarea") ? height * 0.6 : height;
    if (!inside || width < 8 || height < 8) return [];
    const rgb = getComputedStyle(one, one.matches("textarea") ? "::placeholder" : null).color.match(/[\\d.]+/g).map(Number);
    return [{ name: one.textContent.trim() || one.placeholder, rgb: rgb.slice(0, 3), box: [left, top, width, drawn] }];
  });
}
"""
HIDE = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::placeholder { -webkit-text-fill-color: transparent !important; text-decoration: none !important }");
  document.adoptedStyleSheets = [sheet];
}
"""
SHOW = "() => { document.adoptedStyleSheets = []; }"
BEHIND = """
async ([png, boxes]) => {
  const picture = await createImageBitmap(await (await fetch(png)).blob());
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  pen.drawImage(picture, 0, 0);
  const linear = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  return boxes.map(([x, y, w, h]) => {
    const { data } = pen.getImageData(x, y, Math.ceil(w), Math.ceil(h));
    const light = [];
    for (let at = 0; at < data.length; at += 4)
      light.push(0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]));
    light.sort((a, b) => a - b);
    return [light[Math.floor(light.length * 0.01)], light[Math.floor(light.length * 0.99)]];
  });
}
"""
OVER = """
() => {
  const parts = [...document.querySelectorAll("main, .settings button, .places button, .fixed")].filter((one) => one.checkVisibility());
  const flow = [...document.querySelectorAll("main > *")].filter((one) => one.checkVisibility() && getComputedStyle(one).position !== "absolute");
  const boxes = (all) => all.map((one) => [one.textContent.trim().slice(0, 20) || one.tagName, one.getBoundingClientRect()]);
  const meets = ([, a], [, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const pairs = (all) => all.flatMap((a, at) => all.slice(at + 1).filter((b) => meets(a, b)).map((b) => [a[0], b[0]]));
  const out = boxes(parts).filter(([, r]) => r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1);
  return [...pairs(boxes(parts)), ...pairs(boxes(flow)), ...out.map(([name]) => [name, "the window's edge"])];
}
"""
NAMELESS = """
() => [...document.querySelectorAll("button, input, textarea, select, a")].filter((one) => one.checkVisibility())
  .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.[0]?.textContent.trim()))
  .map((one) => one.outerHTML)
"""


def luminance(rgb: list[float]) -> float:
    linear = [v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def unreadable(page: Page, lens: Page) -> list[tuple[str, float]]:
    """Every text on the page whose contrast with the lightest or darkest light behind it is too low."""
    seen: list[dict[str, Any]] = page.evaluate(SEEN)
    assert seen
    page.evaluate(HIDE)
    png = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    page.evaluate(SHOW)
    behind = lens.evaluate(BEHIND, [png, [one["box"] for one in seen]])
    worst = [
        min(contrast(luminance(one["rgb"]), light) for light in ends) for one, ends in zip(seen, behind, strict=True)
    ]
    return [(one["name"], round(ratio, 1)) for one, ratio in zip(seen, worst, strict=True) if ratio < AA]


def in_mood(page: Page, mood: str) -> None:
    words = {"met": "I'm such an idiot", "kind": "I can be gentle with myself"}
    line(page).fill(words.get(mood, ""))
    if mood == "darkness":
        button(page, "room.darkness").click()
    fact(page, "mood", mood)
    page.wait_for_timeout(3200)  # the light of the drawn page takes 3 s to follow


@pytest.mark.parametrize("kind", ["plain", "drawn"])
def test_words_are_readable_in_every_mood_on_a_desk_and_in_a_hand(
    engine: Engine, kind: str, request: pytest.FixtureRequest
) -> None:
    browser: Browser = request.getfixturevalue(kind)
    page, lens = browser.new_context(viewport={"width": 960, "height": 540}).new_page(), browser.new_page()
    come_in(page, engine.address)
    found: dict[str, list[tuple[str, float]]] = {}
    for mood in ("arriving", "met", "kind", "darkness") if kind == "plain" else ("met", "kind"):
        in_mood(page, mood)
        for width, height in ((960, 540), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            found[f"{mood} {width}"] = unreadable(page, lens)
        button(page, "room.help").click()
        found[f"{mood} help"] = unreadable(page, lens)
        page.keyboard.press("Escape")
    page.context.close()
    lens.close()
    assert {where: texts for where, texts in found.items() if texts} == {}


def test_the_measure_of_contrast_sees_what_cannot_be_read(plain: Browser) -> None:
    page, lens = plain.new_page(), plain.new_page()
    page.set_content(
        "<main style='height:200px;padding:40px'><p class='status' style='color:#999;background:#bbb'>faint</p></main>"
    )
    assert [name for name, _ratio in unreadable(page, lens)] == ["faint"]


def overlaps(page: Page, where: str, sizes: list[tuple[int, int]]) -> dict[str, list[list[str]]]:
    found = {}
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        found[f"{where} {width}x{height}"] = page.evaluate(OVER)
    return {place: pairs for place, pairs in found.items() if pairs}


@pytest.mark.parametrize(("zoom", "sizes"), [(1, SIZES), (2, LARGE)], ids=["100%", "200%"])
def test_nothing_lies_over_anything_in_any_window_at_any_size_of_text(
    engine: Engine, plain: Browser, zoom: int, sizes: list[tuple[int, int]]
) -> None:
    page = plain.new_context().new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    come_in(page, engine.address)
    page.evaluate(f"document.documentElement.style.fontSize = '{17 * zoom}px'")
    found = overlaps(page, "line", sizes)
    keep(page, "I want to kill myself.")
    fact(page, "shown", "keys")
    found |= overlaps(page, "keys", sizes)
    button(page, "door.without").click()
    fact(page, "shown", "recovery")
    found |= overlaps(page, "recovery", sizes)
    button(page, "door.safe").click()
    fact(page, "shown", "write")
    found |= overlaps(page, "offer", sizes)
    nameless = []
    for word in ("garden", "threads", "find", "ground", "help"):
        button(page, f"room.{word}").click()
        fact(page, "shown", word)
        found |= overlaps(page, word, sizes)
        nameless += page.evaluate(NAMELESS)
    button(page, "room.threads").click()
    page.keyboard.press("Enter")
    fact(page, "shown", "words")
    button(page, "heard.open").click()
    found |= overlaps(page, "heard", sizes)
    nameless += page.evaluate(NAMELESS)
    page.keyboard.press("Escape")
    button(page, "room.close").click()
    fact(page, "ended", "true")
    found |= overlaps(page, "closing", sizes)
    page.context.close()
    assert (found, nameless, complaints) == ({}, [], [])


def test_tab_walks_from_the_words_to_the_ways_to_the_settings_to_ground_and_help(
    engine: Engine, plain: Browser
) -> None:
    page = plain.new_context(forced_colors="active", viewport={"width": 960, "height": 540}).new_page()
    come_in(page, engine.address)
    keep(page, "It rained all morning.")
    found_without(page)
    walked = []
    for _ in range(10):
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    ways = ("room.garden", "room.threads", "room.find", "facets.title")
    names = (*ways, *(f"room.{name}" for name in ("stillness", "darkness", "lock", "close", "ground", "help")))
    page.context.close()
    assert walked == [say(name) for name in names]
