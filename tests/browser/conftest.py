"""A real Chromium on the real engine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from engine import Engine

MESA = Path("/usr/share/glvnd/egl_vendor.d/50_mesa.json")
QUIET = [
    "--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRAWN = (
    ["--use-angle=gl-egl", "--ignore-gpu-blocklist"]
    if MESA.is_file()
    else ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
)
PLAIN = ["--disable-gpu", "--disable-3d-apis"]


def launch(playwright: Playwright, flags: list[str]) -> Browser:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    environment = {**os.environ, "LIBGL_ALWAYS_SOFTWARE": "1"}
    return playwright.chromium.launch(executable_path=path, headless=True, args=[*QUIET, *flags], env=environment)


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
def engine(tmp_path: Path) -> Iterator[Engine]:
    running = Engine(tmp_path / "room")
    yield running
    if running.process.poll() is None:
        running.stop()


@pytest.fixture
def context(drawn: Browser) -> Iterator[BrowserContext]:
    opened = drawn.new_context(viewport={"width": 960, "height": 540})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
