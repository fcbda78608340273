"""Ground and Help: one action from every state, at once, and with the engine dead."""

import pytest
from playwright.sync_api import Page, expect

from engine import Engine
from hands import button, come_in, fact, found_without, keep, status
from kindlight.content import say

pytestmark = pytest.mark.browser

AT_ONCE = 200
"""Milliseconds within which Ground and Help are there (product.md, promise 4)."""

PRESS = """
(name) => new Promise((shown) => {
  const wanted = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
  const began = performance.now();
  wanted.click();
  const { dataset } = document.documentElement;
  const there = () => dataset.shown === name.toLowerCase() && document.querySelector(".panel h2");
  const look = () => there()
    ? requestAnimationFrame(() => shown(performance.now() - began)) : setTimeout(look, 1);
  look();
})
"""


def milliseconds_to(page: Page, word: str) -> float:
    took = page.evaluate(PRESS, say(word))
    page.keyboard.press("Escape")
    return float(took)


def test_both_are_there_at_once_in_every_state_even_with_the_engine_dead(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    took = [milliseconds_to(page, "room.ground"), milliseconds_to(page, "room.help")]
    keep(page, "It rained all morning.")
    expect(page.get_by_text(say("door.keys-title"))).to_be_visible()
    took += [milliseconds_to(page, "room.ground"), milliseconds_to(page, "room.help")]
    found_without(page)
    fact(page, "threads", "1")
    engine.kill()
    status(page, "status.away")
    took += [milliseconds_to(page, "room.ground"), milliseconds_to(page, "room.help")]
    assert max(took) < AT_ONCE, took


def test_help_puts_ones_own_people_first_and_keeps_them(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, "It rained all morning.")
    found_without(page)
    button(page, "room.help").click()
    page.get_by_label(say("help.person"), exact=True).fill("Ana")
    page.get_by_label(say("help.reach"), exact=True).fill("upstairs")
    button(page, "help.add").click()
    expect(page.locator(".panel")).to_contain_text("Ana")
    page.reload()
    fact(page, "reach", "here")
    button(page, "room.help").click()
    text = page.locator(".panel").inner_text()
    assert text.index("Ana") < text.index(say("help.lines-title"))


def test_help_says_what_it_is_not_and_when_its_lines_were_checked(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    button(page, "room.help").click()
    expect(page.get_by_text(say("help.honest"))).to_be_visible()
    page.get_by_label(say("help.region"), exact=True).select_option("GB")
    expect(page.locator(".panel")).to_contain_text("2026")
