// How the loom is moved: dragged along time, neared by wheel, pinch or keys. Only while the eye is under it.
// A list of threads keeps its own keys; where one stands in it, the eye looks.

import { type Eye, LIFE } from "./eye.ts";
import { apart } from "./finding.ts";
import { type Gaze, lens, meant } from "./layout/gaze.ts";
import { around } from "./layout/loom.ts";
import { along, nearer } from "./layout/steer.ts";
import type { Weave } from "./layout/weave.ts";
import { distance, ROUNDING } from "./stance.ts";
import { fingerAt } from "./touch.ts";

const WHEEL = 0.0016; // zoom for each pixel of a wheel
const PINCH = 0.9; // zoom for each doubling between two fingers
const TAP = 6; // pixels within which a press is a touch, not a drag
const STEP = 0.025; // turns of one arrow key
const LEAP = 0.34; // zoom of one press of a key
const FOLLOWING = 0.5; // zoom from which the eye goes along with a list; from afar it sees all anyway
const FACES = 96; // places around the loom that are tried under a hand

/** What is asked of a list: where the keyboard stands in it. */
interface List {
  readonly items: readonly { readonly id: string }[];
  readonly at: number;
}

interface Held {
  readonly weave: Weave | null;
  shareOf(id: string): number | null;
}

export class Hands {
  private readonly ended = new AbortController();
  private readonly fingers = new Map<number, readonly [number, number]>();
  private travelled = 0; // pixels since the first finger came down

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly eye: Eye,
    private readonly loom: Held,
  ) {
    const { signal } = this.ended;
    canvas.style.touchAction = "none";
    canvas.addEventListener("pointerdown", (event) => this.down(event), { signal });
    canvas.addEventListener("pointermove", (event) => this.move(event), { signal });
    for (const end of ["pointerup", "pointercancel"] as const)
      canvas.addEventListener(end, ({ pointerId }) => this.fingers.delete(pointerId), { signal });
    canvas.addEventListener("click", (event) => this.click(event), { signal, capture: true });
    canvas.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
    document.addEventListener("keydown", (event) => this.press(event), { signal });
    document.addEventListener("focusin", (event) => this.stand(event.target as Element), { signal });
  }

  dispose(): void {
    this.ended.abort();
  }

  private steer(change: (weave: Weave, gaze: Gaze) => Gaze): void {
    if (this.loom.weave && this.eye.isUnderLoom) this.eye.aim = change(this.loom.weave, this.eye.aim);
  }

  private down({ pointerId, clientX, clientY }: PointerEvent): void {
    if (this.fingers.size === 0) this.travelled = 0;
    this.fingers.set(pointerId, [clientX, clientY]);
    this.canvas.setPointerCapture(pointerId);
  }

  private move({ pointerId, clientX, clientY }: PointerEvent): void {
    const from = this.fingers.get(pointerId);
    if (!from) return;
    const to = [clientX, clientY] as const;
    this.travelled += Math.hypot(to[0] - from[0], to[1] - from[1]);
    const other = [...this.fingers].find(([id]) => id !== pointerId)?.[1];
    this.fingers.set(pointerId, to);
    if (other) this.pinch(other, from, to);
    else if (this.travelled > TAP) this.drag(to[0] - from[0]);
  }

  private drag(pixels: number): void {
    this.steer((weave, gaze) => along(weave, gaze, -pixels * this.turnsPerPixel(gaze)));
  }

  private pinch(
    other: readonly [number, number],
    from: readonly [number, number],
    to: readonly [number, number],
  ): void {
    const apart = ([x, y]: readonly [number, number]): number => Math.max(1, Math.hypot(x - other[0], y - other[1]));
    const [x, y] = [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2];
    this.zoom(PINCH * Math.log2(apart(to) / apart(from)), x, y);
    this.drag((to[0] - from[0]) / 2);
  }

  private wheel(event: WheelEvent): void {
    if (!this.eye.isUnderLoom) return;
    event.preventDefault();
    const unit = event.deltaMode === 0 ? 1 : 20;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) this.drag(-event.deltaX * unit);
    else this.zoom(-event.deltaY * unit * WHEEL * (event.ctrlKey ? 4 : 1), event.clientX, event.clientY);
  }

  private zoom(by: number, x: number, y: number): void {
    this.steer((weave, gaze) => nearer(weave, gaze, by, this.under(weave, x, y)));
  }

  // A drag that ends on a thread does not open it.
  private click(event: MouseEvent): void {
    if (this.travelled > TAP) event.stopImmediatePropagation();
  }

  private press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.eye.isReading) return;
    if (!this.eye.isUnderLoom || (target instanceof Element && target.matches("input, textarea, select"))) return;
    const change = keyed(key);
    if (!change) return;
    event.preventDefault();
    this.steer(change);
  }

  private stand(where: Element): void {
    const list = where.closest<HTMLElement & List>("kindlight-list");
    const share = this.loom.shareOf(list?.items[list.at]?.id ?? "");
    if (share !== null && !this.eye.isReading)
      this.steer((_, gaze) => (gaze.zoom > FOLLOWING ? { ...gaze, at: share } : gaze));
  }

  /** Turns of the loom, as seen, that a pixel of the picture stands for. */
  private turnsPerPixel({ zoom }: Gaze): number {
    const metres = (2 * Math.tan((this.eye.camera.fov * Math.PI) / 360)) / this.canvas.clientHeight;
    return (metres * distance(zoom)) / ROUNDING;
  }

  /** The share of the round under a point of the page. */
  private under(weave: Weave, x: number, y: number): number {
    const box = this.canvas.getBoundingClientRect();
    const finger = fingerAt(this.eye.camera, box, x - box.left, y - box.top);
    const through = lens(weave.span, this.eye.gaze);
    let [best, far] = [this.eye.gaze.at, Number.POSITIVE_INFINITY];
    for (let k = 0; k < FACES; k++) {
      const place = this.eye.gaze.at + (k / FACES - 0.5) * (this.eye.gaze.zoom > 1 ? 0.4 : 1);
      const away = apart(finger, around(place));
      if (away < far) [best, far] = [place, away];
    }
    return meant(through, best);
  }
}

/** What a key does to the gaze, or null. */
export function keyed(key: string): ((weave: Weave, gaze: Gaze) => Gaze) | null {
  switch (key) {
    case "ArrowLeft":
      return (weave, gaze) => along(weave, gaze, -STEP, true);
    case "ArrowRight":
      return (weave, gaze) => along(weave, gaze, STEP, true);
    case "+":
    case "=":
      return (weave, gaze) => nearer(weave, gaze, LEAP, null);
    case "-":
      return (weave, gaze) => nearer(weave, gaze, -LEAP, null);
    case "Home":
      return () => LIFE;
    default:
      return null;
  }
}
