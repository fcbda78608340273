"""The whole first run, and the evening after, in a real Chromium on the real engine."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from engine import Engine, again
from hands import PASSPHRASE, button, come_in, fact, found_with_offered_words, found_without, keep, line, status
from kindlight.content import say

pytestmark = pytest.mark.browser

HARSH = "I'm such an idiot for forgetting her birthday."
KIND = "I was tired, and I can be gentle with myself about it."


def test_walls_answer_before_anything_is_asked_then_words_are_kept_and_are_there_tomorrow(
    engine: Engine, page: Page
) -> None:
    come_in(page, engine.address)
    assert "#" not in page.url
    line(page).press_sequentially("I'm such an idiot", delay=15)
    fact(page, "mood", "met")
    assert not (engine.home / "kindlight.db").exists()

    keep(page, HARSH)
    words = found_with_offered_words(page)
    assert len(words.split()) == 6
    status(page, "status.held")
    fact(page, "threads", "1")
    fact(page, "flowers", "0")

    keep(page, KIND)
    status(page, "status.flower")
    fact(page, "flowers", "1")
    button(page, "room.close").click()
    fact(page, "ended", "true")

    engine.kill()
    status(page, "status.away")
    tomorrow = Engine(engine.home)
    try:
        come_in(page, tomorrow.address)
        fact(page, "door", "locked")
        page.get_by_label(say("door.passphrase"), exact=True).fill("not these words")
        button(page, "door.unlock").click()
        expect(page.get_by_text(say("refusal.wrong-passphrase"))).to_be_visible()
        page.get_by_label(say("door.passphrase"), exact=True).fill(words)
        button(page, "door.unlock").click()
        fact(page, "door", "open")
        status(page, "status.welcome-back")
        fact(page, "flowers", "1")
    finally:
        tomorrow.stop()


def test_a_flower_gives_back_the_words_that_grew_it_verbatim_with_their_date(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, KIND)
    found_without(page)
    fact(page, "flowers", "1")
    button(page, "room.garden").click()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote.own")).to_have_text(KIND)
    expect(page.locator(".panel h2")).to_have_text(re.compile(r"20\d\d"))


def test_the_keyboard_alone_is_enough(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    expect(line(page)).to_be_focused()
    page.keyboard.type(KIND)
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name=say("door.passphrase"))).to_be_visible()
    tab_to(page, say("door.without"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("door.recovery-title"))).to_be_visible()
    tab_to(page, say("door.safe"))
    page.keyboard.press("Enter")
    status(page, "status.flower")
    tab_to(page, say("room.garden"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(say("room.garden-hint"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(line(page)).to_be_focused()


def tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.textContent?.trim()") == name:
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_a_refresh_loses_nothing_and_asks_for_nothing(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, KIND)
    found_without(page)
    fact(page, "flowers", "1")
    page.reload()
    fact(page, "reach", "here")
    fact(page, "flowers", "1")


def test_a_second_tab_is_let_in_by_the_first_and_both_see_the_same_flower(
    engine: Engine, context: BrowserContext
) -> None:
    one, two = context.new_page(), context.new_page()
    come_in(one, engine.address)
    come_in(two, engine.address.partition("#")[0])
    keep(one, KIND)
    found_without(one)
    fact(one, "flowers", "1")
    fact(two, "flowers", "1")


def test_a_stranger_without_a_key_is_told_kindly_what_to_do(engine: Engine, page: Page) -> None:
    page.goto(engine.address.partition("#")[0])
    fact(page, "reach", "shut")
    expect(page.get_by_text(say("room.shut"))).to_be_visible()


def test_a_killed_engine_leaves_the_words_on_the_line_and_keeps_them_when_it_is_back(
    engine: Engine, page: Page, context: BrowserContext
) -> None:
    come_in(page, engine.address)
    keep(page, HARSH)
    found_without(page)
    fact(page, "threads", "1")
    engine.kill()
    status(page, "status.away")
    keep(page, KIND)
    status(page, "status.keeping-away")
    back = Engine(engine.home, port=engine.port)
    try:
        come_in(context.new_page(), again(engine.home))
        fact(page, "reach", "here")
        status(page, "status.flower")
        fact(page, "threads", "2")
    finally:
        back.stop()


def test_with_reduced_motion_the_room_is_still_and_the_visit_the_same(engine: Engine, drawn: Browser) -> None:
    context = drawn.new_context(reduced_motion="reduce", viewport={"width": 800, "height": 600})
    page = context.new_page()
    come_in(page, engine.address)
    fact(page, "still", "true")
    keep(page, KIND)
    found_without(page)
    status(page, "status.flower")
    context.close()


def test_without_webgl_the_same_visit_works_as_a_page(engine: Engine, plain: Browser) -> None:
    context = plain.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    come_in(page, engine.address)
    fact(page, "stage", "calm")
    keep(page, KIND)
    found_with_offered_words(page)
    status(page, "status.flower")
    button(page, "room.close").click()
    fact(page, "ended", "true")
    context.close()


def test_a_recovery_code_opens_the_room_and_sets_a_new_passphrase(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, HARSH)
    button(page, "door.use").click()
    code = page.locator("output.code").inner_text()
    button(page, "door.safe").click()
    fact(page, "threads", "1")
    button(page, "room.lock").click()
    fact(page, "door", "locked")
    button(page, "door.lost").click()
    page.get_by_label(say("door.code"), exact=True).fill(code.lower())
    page.get_by_label(say("door.new-passphrase"), exact=True).fill(PASSPHRASE)
    button(page, "door.recover").click()
    fact(page, "door", "open")
    fact(page, "threads", "1")
