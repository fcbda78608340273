"""A real Chromium, headless: drawing in software where the chamber is wanted, or without WebGL at all."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

MESA = Path("/usr/share/glvnd/egl_vendor.d/50_mesa.json")
QUIET = [
    "--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# The chamber through a software GL; the page itself drawn straight by the processor, as browsers without a card do.
DRAWN = (
    ["--use-angle=gl-egl", "--ignore-gpu-blocklist", "--disable-gpu-rasterization"]
    if MESA.is_file()
    else ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
)
CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
"""A made-up camera that says yes."""

PLAIN = ["--disable-gpu", "--disable-3d-apis"]


def launch(playwright: Playwright, flags: list[str]) -> Browser:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    environment: dict[str, str | float | bool] = {**os.environ, "LIBGL_ALWAYS_SOFTWARE": "1"}
    return playwright.chromium.launch(executable_path=path, headless=True, args=[*QUIET, *flags], env=environment)
