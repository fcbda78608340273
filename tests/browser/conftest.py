"""A real Chromium on the real engine."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from chromium import DRAWN, PLAIN, launch


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def drawn(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that can draw the chamber, in software."""
    browser = launch(playwright, DRAWN)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def plain(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium without WebGL."""
    browser = launch(playwright, PLAIN)
    yield browser
    browser.close()


@pytest.fixture
def context(drawn: Browser) -> Iterator[BrowserContext]:
    opened = drawn.new_context(viewport={"width": 960, "height": 540})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
