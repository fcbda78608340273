"""A person sees how their words were found, says otherwise, and takes it back: by pointer, by keyboard, on a phone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from engine import Engine
from hands import button, come_in, fact, found_without, keep
from kindlight.content import say

pytestmark = pytest.mark.browser

PLAIN = "The kettle sang. It rained all morning."


def words_open(page: Page, engine: Engine, words: str) -> None:
    come_in(page, engine.address)
    keep(page, words)
    found_without(page)
    fact(page, "threads", "1")
    button(page, "room.threads").click()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote.own")).to_have_text(words)


def test_words_that_are_called_kind_grow_their_flower_and_it_is_there_tomorrow(engine: Engine, page: Page) -> None:
    words_open(page, engine, PLAIN)
    fact(page, "flowers", "0")
    button(page, "heard.open").click()
    expect(page.locator("kindlight-heard q")).to_have_text("The kettle sang.")
    button(page, "heard.kind").click()
    expect(page.locator(".found")).to_contain_text(say("heard.found-kind"))
    expect(page.locator(".found")).to_contain_text(say("heard.told"))
    fact(page, "flowers", "1")
    engine.kill()
    tomorrow = Engine(engine.home)
    try:
        come_in(page, tomorrow.address)
        fact(page, "flowers", "1")
        button(page, "room.threads").click()
        page.keyboard.press("Enter")
        button(page, "heard.open").click()
        expect(page.locator(".found")).to_contain_text(say("heard.told"))
    finally:
        tomorrow.stop()


def test_what_was_said_can_be_taken_back_and_the_flower_stays(engine: Engine, page: Page) -> None:
    words_open(page, engine, PLAIN)
    button(page, "heard.open").click()
    before = page.locator(".found").inner_text()
    button(page, "heard.kind").click()
    fact(page, "flowers", "1")
    button(page, "heard.forget").click()
    expect(page.locator(".found")).to_have_text(before)
    fact(page, "flowers", "1")


def test_the_keyboard_walks_from_sentence_to_sentence_and_is_never_lost(engine: Engine, page: Page) -> None:
    words_open(page, engine, PLAIN)
    button(page, "heard.open").focus()
    page.keyboard.press("Enter")
    button(page, "heard.next").focus()
    page.keyboard.press("Enter")
    expect(page.locator("kindlight-heard q")).to_have_text("It rained all morning.")
    expect(page.locator(".found")).to_be_focused()
    button(page, "heard.harsh").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_contain_text(say("heard.found-harsh"))
    expect(page.locator(".found")).to_be_focused()


def test_words_of_another_language_are_kept_and_said_to_be_unread(engine: Engine, page: Page) -> None:
    words_open(page, engine, "Ich war so müde und es ist gut.")
    button(page, "heard.open").click()
    expect(page.locator(".found")).to_have_text(say("heard.found-unread"))


def test_on_a_phone_it_fits(engine: Engine, drawn: Browser) -> None:
    context = drawn.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    words_open(page, engine, PLAIN)
    button(page, "heard.open").click()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    context.close()
