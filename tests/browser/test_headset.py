"""A visit goes on in a headset: two eyes, a floor that stands, a hand that reaches; the page waits as it was left."""

import base64
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import BrowserContext, Page, expect

from engine import Engine
from hands import button, come_in, fact, found_without, keep, line
from kindlight.content import say

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
import flash
import frames

pytestmark = pytest.mark.browser

Field = NDArray[np.floating]

SEATED = [0, 1.2, 0]
WORDS = "It rained all morning, and"
EMULATED = """
import { XRDevice, metaQuest3 } from "iwer";

const device = new XRDevice(metaQuest3, { stereoEnabled: true });
device.installRuntime({ forceInstall: true });
Object.assign(window, { device, worn: 0, flat: 0, wanted: null, pressed: [] });

// What the headset shows, read at the end of its own frame; and which frames were drawn outside of one.
const ask = XRSession.prototype.requestAnimationFrame;
XRSession.prototype.requestAnimationFrame = function (draw) {
  return ask.call(this, (now, frame) => {
    draw(now, frame);
    window.worn += 1;
    window.wanted?.(read(this.renderState.baseLayer.context));
    window.wanted = null;
  });
};
const fence = WebGL2RenderingContext.prototype.fenceSync;
WebGL2RenderingContext.prototype.fenceSync = function (...told) {
  window.flat += 1;
  return fence.apply(this, told);
};

// Where the water is pressed, in the room's metres.
let press = null;
const { getUniformLocation, uniform4fv } = WebGL2RenderingContext.prototype;
WebGL2RenderingContext.prototype.getUniformLocation = function (program, name) {
  const found = getUniformLocation.call(this, program, name);
  if (name.startsWith("press[")) press = found;
  return found;
};
WebGL2RenderingContext.prototype.uniform4fv = function (where, values, ...more) {
  if (press && where === press)
    for (let k = 0; k < values.length; k += 4) window.pressed.push([values[k], values[k + 1]]);
  return uniform4fv.call(this, where, values, ...more);
};

function read(gl) {
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  let text = "";
  for (let k = 0; k < pixels.length; k += 8192) text += String.fromCharCode(...pixels.subarray(k, k + 8192));
  return [width, height, btoa(text)];
}
"""
PRESSED = """
([[x, y, z], turn]) => {
  const bare = device.primaryInputMode === "hand";
  const hand = bare ? device.hands.right : device.controllers.right;
  const close = (share) => bare ? hand.updatePinchValue(share) : hand.updateButtonValue("trigger", share);
  hand.position.set(x, y, z);
  hand.quaternion.set(Math.sin(turn / 2), 0, 0, Math.cos(turn / 2));
  close(1);
  const until = worn + 3;
  return new Promise((on) => {
    const held = () => {
      if (worn < until) return setTimeout(held, 20);
      close(0);
      on();
    };
    held();
  });
}
"""

REFUSING = """
() => { navigator.xr.requestSession = () => Promise.reject(new DOMException("no", "NotSupportedError")); }
"""


@pytest.fixture(scope="module")
def emulator() -> str:
    """The emulated headset as one script, to stand on the page before its own."""
    esbuild = frames.CLIENT / "node_modules" / ".bin" / "esbuild"
    made = subprocess.run(
        [esbuild, "--bundle", "--format=iife"], input=EMULATED, capture_output=True, text=True, check=True,
        cwd=frames.CLIENT,
    )  # fmt: skip
    return made.stdout


@pytest.fixture
def page(context: BrowserContext, emulator: str) -> Page:
    """A small page beside a headset."""
    context.add_init_script(emulator)
    page = context.new_page()
    page.set_viewport_size({"width": 640, "height": 360})
    return page


@pytest.fixture
def inside(engine: Engine, page: Page) -> Page:
    """In the room, with words on the line, before the headset is put on."""
    come_in(page, engine.address)
    keep(page, "A quiet day.")
    found_without(page)
    line(page).fill(WORDS)
    fact(page, "stage", "drawn")
    return page


def put_on(page: Page) -> None:
    button(page, "headset.enter").click()
    goes_on(page)


def goes_on(page: Page, count: int = 3) -> None:
    """Wait until the headset has shown some frames more."""
    page.wait_for_function("(until) => worn >= until", arg=page.evaluate("worn") + count)


def seen(page: Page) -> tuple[Field, Field]:
    """The luminance that the left and the right eye see now."""
    goes_on(page, 2)
    width, height, data = page.evaluate("new Promise((on) => { wanted = on; })")
    pixels = np.frombuffer(base64.b64decode(data), dtype=np.uint8).reshape(height, width, 4)[::-1]
    light = flash.luminance(pixels)
    return light[:, : width // 2], light[:, width // 2 :]


def head(page: Page, x: float, y: float, z: float) -> None:
    page.evaluate("(at) => device.position.set(...at)", [x, y, z])


def press(page: Page, place: tuple[float, float, float], turn: float) -> None:
    """Pull the right hand's trigger, or pinch, from a place and at an angle above (or below) straight ahead."""
    page.evaluate(PRESSED, [place, turn])
    goes_on(page, 3)


def come_back(page: Page) -> None:
    """The emulated headset lies over the page: its button is pressed without a pointer."""
    button(page, "headset.leave").dispatch_event("click")
    expect(button(page, "headset.enter")).to_be_visible()


def stirred(page: Page, x: float, z: float) -> bool:
    """Whether the water was pressed at a place."""
    return any(math.hypot(x - at, z - far) < 0.02 for at, far in page.evaluate("pressed"))


def apart(one: Field, other: Field) -> float:
    return float(np.abs(one - other).mean())


def test_each_eye_sees_the_room_from_its_own_place_while_the_window_rests(inside: Page) -> None:
    put_on(inside)
    goes_on(inside, 10)
    flat = inside.evaluate("flat")
    left, right = seen(inside)
    for eye in (left, right):
        assert eye.mean() > 0.02
        assert eye.max() > 0.2
        assert (eye > 0.001).mean() > 0.95
    assert 0.001 < apart(left, right) < 0.1
    assert inside.evaluate("flat") == flat


def test_only_the_head_moves_what_is_seen_and_the_floor_stands(inside: Page) -> None:
    button(inside, "room.stillness").click()
    put_on(inside)
    head(inside, *SEATED)
    inside.wait_for_timeout(4000)  # the light arrives
    before, _ = seen(inside)
    assert apart(before, seen(inside)[0]) < 0.001
    head(inside, 0.3, 1.4, 0.1)
    assert apart(before, seen(inside)[0]) > 0.005
    head(inside, *SEATED)
    assert apart(before, seen(inside)[0]) < 0.001


def test_a_hand_touches_the_water_and_turns_to_a_reflection(inside: Page) -> None:
    put_on(inside)
    head(inside, *SEATED)
    press(inside, (0.2, 1.2, -0.3), 0)
    fact(inside, "turned", "kind")
    press(inside, (0.2, 1.2, -0.3), 0)
    fact(inside, "turned", "null")

    reached = 2.4 - 0.2 - 1.2 / math.tan(0.6)  # metres: from the seat to where the ray meets the water
    assert not stirred(inside, 0.1, reached)
    press(inside, (0.1, 1.2, -0.2), -0.6)
    assert stirred(inside, 0.1, reached)
    assert not stirred(inside, 0.1, reached - 0.2)
    fact(inside, "turned", "null")


def test_a_pinch_of_the_bare_hand_turns_to_a_reflection(inside: Page) -> None:
    inside.evaluate("device.primaryInputMode = 'hand'")
    put_on(inside)
    press(inside, (0.2, 1.2, -0.3), 0)
    fact(inside, "turned", "kind")


def test_the_page_is_found_as_it_was_left(inside: Page) -> None:
    size = inside.evaluate("(({ width, height }) => [width, height])(document.querySelector('#stage'))")
    put_on(inside)
    press(inside, (0.2, 1.2, -0.3), 0)
    fact(inside, "turned", "kind")
    come_back(inside)
    fact(inside, "turned", "null")
    fact(inside, "stage", "drawn")
    expect(line(inside)).to_have_value(WORDS)
    assert inside.evaluate("(({ width, height }) => [width, height])(document.querySelector('#stage'))") == size
    inside.wait_for_function("(before) => flat > before + 3", arg=inside.evaluate("flat"))
    line(inside).press("Enter")
    fact(inside, "threads", "2")
    put_on(inside)


@pytest.mark.parametrize("asked", ["key", "squeeze"])
def test_ground_is_one_action_away_from_the_headset(inside: Page, asked: str) -> None:
    put_on(inside)
    if asked == "key":
        inside.keyboard.press("Alt+KeyG")
    else:
        inside.evaluate("device.controllers.right.updateButtonValue('squeeze', 1)")
    fact(inside, "shown", "ground")
    expect(button(inside, "headset.enter")).to_be_visible()
    assert inside.evaluate("device.activeSession === undefined || device.activeSession === null")


def test_a_headset_that_does_not_open_is_said_kindly_and_the_room_stays(inside: Page) -> None:
    inside.evaluate(REFUSING)
    button(inside, "headset.enter").click()
    expect(inside.get_by_text(say("headset.failed"))).to_be_visible()
    expect(line(inside)).to_have_value(WORDS)
    expect(button(inside, "headset.enter")).to_be_visible()


def test_without_a_headset_nothing_is_said_of_one(engine: Engine, context: BrowserContext) -> None:
    page = context.new_page()
    come_in(page, engine.address)
    keep(page, "A quiet day.")
    found_without(page)
    fact(page, "stage", "drawn")
    page.wait_for_timeout(500)
    expect(button(page, "headset.enter")).to_have_count(0)
