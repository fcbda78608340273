"""Render the frames that the room is judged by: stepped and seeded, so that the same code gives the same pictures."""

import argparse
import base64
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

HERE = Path(__file__).parent / "frames"
CLIENT = HERE.parents[1] / "client"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ALWAYS = (
    "--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
LLVMPIPE = ("--use-angle=gl-egl", "--ignore-gpu-blocklist")
SWIFTSHADER = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")


def bundle(into: Path, script: Path = HERE / "harness.ts") -> None:
    """Bundle the harness (or another script) with the stage into a folder, beside its page."""
    loaders = [f"--loader:.{kind}=text" for kind in ("frag", "vert", "glsl")]
    esbuild = CLIENT / "node_modules" / ".bin" / "esbuild"
    out = f"--outfile={into / 'harness.js'}"
    # three is found from the client, where it is installed.
    env = {**os.environ, "NODE_PATH": str(CLIENT / "node_modules")}
    subprocess.run([esbuild, script, "--bundle", "--log-level=warning", *loaders, out], check=True, env=env)
    (into / "page.html").write_text((HERE / "page.html").read_text())


def complain(message: ConsoleMessage) -> None:
    """Say what the page says is wrong: a shader that does not compile, most of all."""
    if message.type in ("error", "warning"):
        print(message.text[:1500])


@contextmanager
def chamber(
    width: int, height: int, *, renderer: tuple[str, ...] = LLVMPIPE, script: Path = HERE / "harness.ts"
) -> Iterator[Page]:
    """Open the harness at a size, on a software renderer."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bundle(Path(folder), script)
        environment: dict[str, str | float | bool] = {**os.environ, "LIBGL_ALWAYS_SOFTWARE": "1"}
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=[*ALWAYS, *renderer], env=environment
        )
        yield entered(browser, Path(folder), width, height)
        browser.close()


def entered(browser: Browser, folder: Path, width: int, height: int) -> Page:
    """A page of this size with the harness on it, from the folder that it was bundled into."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.on("console", complain)
    page.goto((folder / "page.html").as_uri())
    return page


SIZES = {"wide": (1280, 720), "tall": (390, 844)}
SCENES: dict[str, dict[str, object]] = {
    "arriving": {"threads": 190, "plants": 14, "mood": "arriving"},
    "waking": {"threads": 190, "plants": 14, "mood": "arriving", "seconds": 1.2},
    "harsh": {"threads": 190, "plants": 14, "mood": "met", "typing": True},
    "kind": {"threads": 190, "plants": 3, "mood": "kind", "bloom": True},
    "loom": {"threads": 528, "plants": 14, "mood": "resting", "view": "loom"},
    "month": {"threads": 528, "plants": 14, "mood": "resting", "view": "loom", "keys": "===="},
    "thread": {"threads": 528, "plants": 14, "mood": "resting", "view": "loom", "opened": 260},
    "garden": {"threads": 190, "plants": 40, "mood": "arriving", "view": "garden"},
    "facets": {"threads": 190, "plants": 14, "mood": "resting", "view": "facets", "seconds": 14},
    "wounded": {"threads": 190, "plants": 14, "mood": "resting", "view": "facets", "turned": "wounded", "seconds": 14},
    "pool": {"threads": 190, "plants": 14, "mood": "arriving", "view": "pool", "touches": True},
    "darkness": {"threads": 190, "plants": 14, "mood": "resting", "dark": True},
    "still": {"threads": 190, "plants": 14, "mood": "resting", "still": True},
    "first": {"threads": 0, "plants": 1, "mood": "arriving"},
    "dissolved": {"threads": 190, "plants": 14, "mood": "resting", "closing": True},
}


def play(page: Page, scene: dict[str, object], tier: str) -> None:
    """Step a scene to the moment that its frame shows."""
    page.evaluate("([scene, tier]) => frames.set(scene, tier)", [scene, tier])
    if scene.get("typing"):
        page.evaluate("frames.step(4, .1); frames.draft('met', .8); frames.step(1.4, .1, 14); frames.draft('met', .8)")
    if keys := str(scene.get("keys", "")):
        page.evaluate("frames.step(2, .1)")
        for key in keys:
            page.keyboard.press(key)
    if scene.get("bloom"):
        page.evaluate("frames.step(4, .1); frames.bloom()")
    if scene.get("closing"):
        page.evaluate("frames.step(5, .1); frames.close()")
    if scene.get("touches"):
        page.evaluate("frames.step(5.4, .1, 54); frames.stir(.34, .74); frames.step(.9, .1, 9); frames.stir(.68, .82)")
        page.evaluate("frames.step(1.3, .1, 13)")
        return
    page.evaluate("(seconds) => frames.step(seconds, seconds / 12, 12)", scene.get("seconds", 7))
    if tier == "software":
        page.evaluate("frames.step(1, 0.04, 25)")  # its coats dry in a second


def save(page: Page, path: Path) -> None:
    """Write the picture as it stands."""
    encoded = page.evaluate("frames.png()").split(",")[1]
    path.write_bytes(base64.b64decode(encoded))


def main() -> None:
    """Render the chosen scenes, at both sizes, into a folder."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("scenes", nargs="*", default=[])
    ask.add_argument("--size", choices=[*SIZES, "both"], default="both")
    ask.add_argument("--tier", default="laptop")
    ask.add_argument("--out", type=Path, default=Path("frames"))
    chosen = ask.parse_args()
    chosen.out.mkdir(exist_ok=True, parents=True)
    for size in SIZES if chosen.size == "both" else [chosen.size]:
        with chamber(*SIZES[size]) as page:
            for name in chosen.scenes or SCENES:
                play(page, SCENES[name], chosen.tier)
                save(page, chosen.out / f"{name}-{size}.png")


if __name__ == "__main__":
    main()
