"""The awkward ways of a first evening: what a stranger does that nobody planned, and what the room makes of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from engine import Engine, again
from hands import PASSPHRASE, button, come_in, fact, found_without, keep, line, status
from kindlight.content import say

pytestmark = pytest.mark.browser

PLAIN = "It rained all morning."


@pytest.fixture
def page(plain: Browser) -> Page:
    """The page as a page: what happens here does not depend on the stage."""
    return plain.new_context(viewport={"width": 390, "height": 844}).new_page()


def code(page: Page) -> str:
    return page.locator("output.code").inner_text()


def offered(page: Page) -> str:
    return page.get_by_role("textbox", name=say("door.passphrase")).input_value()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement?.textContent?.trim()"))


def test_a_page_loaded_again_warns_and_shows_the_recovery_code_until_it_is_put_aside(
    engine: Engine, page: Page
) -> None:
    come_in(page, engine.address)
    keep(page, PLAIN)
    button(page, "door.use").dblclick()
    shown = code(page)
    warned: list[str] = []

    def accept(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.reload()
    assert (code(page), warned) == (shown, ["beforeunload"])
    button(page, "door.safe").click()
    expect(line(page)).to_be_focused()
    page.reload()
    fact(page, "shown", "write")
    assert page.locator("output.code").count() == 0


def test_a_pulled_plug_takes_neither_the_offered_words_nor_the_recovery_code_from_sight(
    engine: Engine, page: Page
) -> None:
    come_in(page, engine.address)
    keep(page, PLAIN)
    fact(page, "shown", "keys")
    words = offered(page)
    engine.kill()
    status(page, "status.keeping-away")
    with running(engine) as second:
        come_in(page.context.new_page(), again(engine.home))
        fact(page, "reach", "here")
        assert offered(page) == words
        button(page, "door.use").click()
        shown = code(page)
        second.kill()
    with running(engine):
        come_in(page.context.new_page(), again(engine.home))
        fact(page, "door", "locked")
        assert code(page) == shown
        button(page, "door.safe").click()
        fact(page, "shown", "locked")


@contextmanager
def running(before: Engine) -> Iterator[Engine]:
    """The same room on the same port, after the plug was pulled."""
    after = Engine(before.home, port=before.port)
    try:
        yield after
    finally:
        if after.process.poll() is None:
            after.stop()


def test_two_tabs_that_found_at_once_keep_both_thoughts_and_both_see_the_code(engine: Engine, page: Page) -> None:
    other = page.context.new_page()
    come_in(page, engine.address)
    come_in(other, engine.address.partition("#")[0])
    keep(page, PLAIN)
    keep(other, "I am in the second tab.")
    fact(other, "shown", "keys")
    button(page, "door.use").click()
    fact(page, "threads", "2")
    fact(other, "threads", "2")
    assert code(other) == code(page)


def test_words_too_long_are_said_to_be_so_before_anything_is_asked_and_stay_on_the_line(
    engine: Engine, page: Page
) -> None:
    come_in(page, engine.address)
    keep(page, "word " * 13_000)
    status(page, "refusal.too-long")
    fact(page, "shown", "write")
    assert len(line(page).input_value()) == 65_000


def test_blank_enter_asks_nothing_and_enter_twice_keeps_once(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, "   \n")
    fact(page, "shown", "write")
    keep(page, PLAIN)
    found_without(page)
    fact(page, "threads", "1")
    line(page).fill("One\n\nשורה שנייה 🌧️\nthree")
    line(page).press("Enter")
    line(page).press("Enter")
    fact(page, "threads", "2")
    button(page, "room.threads").click()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote")).to_have_text("One\n\nשורה שנייה 🌧️\nthree", use_inner_text=True)


def test_a_region_chosen_before_the_room_is_founded_is_kept_when_it_is(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    button(page, "room.help").click()
    page.get_by_label(say("help.region"), exact=True).select_option("GB")
    status(page, "status.here")
    page.keyboard.press("Escape")
    keep(page, PLAIN)
    found_without(page)
    page.reload()
    fact(page, "door", "open")
    button(page, "room.help").click()
    expect(page.get_by_label(say("help.region"), exact=True)).to_have_value("GB")
    assert page.get_by_role("link", name="116 123").get_attribute("href") == "tel:116123"


def test_removing_someone_never_puts_the_keyboard_on_removing_the_next(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, PLAIN)
    found_without(page)
    button(page, "room.help").click()
    for name in ("Ana", "Ben"):
        page.get_by_label(say("help.person"), exact=True).fill(name)
        page.keyboard.press("Enter")
        expect(page.locator(".people")).to_contain_text(name)
    page.get_by_role("button", name=say("help.remove", name="Ana"), exact=True).click()
    expect(page.locator(".people")).not_to_contain_text("Ana")
    assert focused(page) == say("help.people-title")


def test_a_passphrase_pasted_over_two_lines_is_the_one_line_that_is_seen(engine: Engine, page: Page) -> None:
    come_in(page, engine.address)
    keep(page, PLAIN)
    page.get_by_role("textbox", name=say("door.passphrase")).fill(PASSPHRASE.replace(" long", "\nlong"))
    assert offered(page) == PASSPHRASE
    page.keyboard.press("Enter")
    button(page, "door.safe").click()
    button(page, "room.lock").click()
    page.get_by_label(say("door.passphrase"), exact=True).fill(PASSPHRASE)
    button(page, "door.unlock").click()
    fact(page, "door", "open")
