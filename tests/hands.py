"""What a person does on the page, by what they can see or hear: names from the words file, keys, a pointer."""

from playwright.sync_api import Locator, Page, expect

from kindlight.content import say

PASSPHRASE = "a lamp beside the long window"


def fact(page: Page, name: str, value: str, timeout: float = 15_000) -> None:
    """Wait until the page says this of the room."""
    expect(page.locator("html")).to_have_attribute(f"data-{name}", value, timeout=timeout)


def line(page: Page) -> Locator:
    return page.get_by_role("textbox", name=say("room.line"))


def button(page: Page, word: str) -> Locator:
    return page.get_by_role("button", name=say(word), exact=True)


def status(page: Page, word: str) -> None:
    expect(page.locator("main > .status")).to_have_text(say(word), timeout=15_000)


def come_in(page: Page, address: str) -> None:
    page.goto(address)
    fact(page, "reach", "here")


def keep(page: Page, words: str) -> None:
    line(page).fill(words)
    line(page).press("Enter")


def found_with_offered_words(page: Page) -> str:
    """Take the six offered words, and see the recovery code once; returns the words."""
    field = page.get_by_role("textbox", name=say("door.passphrase"))
    words = field.input_value()
    button(page, "door.use").click()
    button(page, "door.safe").click()
    fact(page, "door", "open")
    return words


def found_without(page: Page) -> None:
    button(page, "door.without").click()
    button(page, "door.safe").click()
    fact(page, "door", "open")
