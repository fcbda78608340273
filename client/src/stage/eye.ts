// Where the viewer stands and looks: the room, the loom overhead, or the garden close by; framed for any window.

import { PerspectiveCamera, Vector3 } from "three";
import type { Facet, World } from "../world/world.ts";
import { type Gaze, type Span, turned } from "./layout/gaze.ts";
import { bearing } from "./layout/mirrors.ts";
import { HOME, nearing, type Stance } from "./stance.ts";

export type View = "room" | "loom" | "garden" | "pool" | "facets";

const WIDE: Readonly<Record<View, Stance>> = {
  room: { from: [0, 1.5, 4.7], to: [0, 2.35, -3], field: 57 },
  loom: { from: [0.5, 1.0, 1.9], to: [0, 6.2, -0.9], field: 72 },
  garden: { from: [0, 1.15, 4.7], to: [0, 0.8, 0], field: 52 },
  facets: { from: [0, 1.5, 2.9], to: [0, 1.32, -5], field: 50 },
  pool: { from: [0, 0.85, 4.0], to: [0, 0.1, 0], field: 52 },
};
const TALL: Readonly<Record<View, Stance>> = {
  room: { from: [0, 1.5, 4.9], to: [0, 2.0, -3], field: 70 },
  loom: { from: [0.3, 1.0, 1.6], to: [0, 6.2, -0.7], field: 86 },
  garden: { from: [0, 1.3, 4.7], to: [0, 0.0, 0], field: 62 },
  facets: { from: [0, 1.5, 3.4], to: [0, 0.7, -5], field: 62 },
  pool: { from: [0, 0.95, 4.6], to: [0, 0.1, 0], field: 66 },
};

const OPENED = 2.4; // zoom at which a thread shows its sentences
export const LIFE: Gaze = { at: HOME, zoom: 0 };
const SWEEP = 0.25; // radians a second
const STEP = 2.1; // metres nearer to the mirror one turns to
const TURN = 1.7; // seconds to go two thirds of the way
const STATELY = 2.6; // before the mirrors: their figures are bright, and pass by
const QUICK = 0.2; // under the loom, where a hand leads

/** The camera, and how it follows: slowly, and without motion in stillness. */
export class Eye {
  readonly camera = new PerspectiveCamera(57, 1, 0.05, 40);
  overhead = 0;
  /** How fast the eye turns: 0 at rest, 1 when it sweeps the room. */
  moving = 0;
  /** Where in the life the eye dwells under the loom, and where it is going. */
  gaze = LIFE;
  aim = LIFE;
  private before: Gaze | null = null; // where the eye was when words were opened
  private reading: number | null = null;
  private view: View = "room";
  private readonly from = new Vector3(0, 1.5, 4.7);
  private readonly to = new Vector3(0, 2.35, -3);
  private field = 57;
  private placed = false;

  constructor(unmirrored: number) {
    this.camera.layers.enable(unmirrored);
  }

  look(view: View): void {
    this.view = view;
    if (view !== "loom") this.aim = LIFE; // from the room the loom is seen whole, as it hangs
  }

  get isUnderLoom(): boolean {
    return this.view === "loom";
  }

  /** Whether the eye is still on its way. */
  get isStirred(): boolean {
    return this.gaze !== this.aim;
  }

  /** Whether it stands with a thread whose words are open. */
  get isReading(): boolean {
    return this.before !== null;
  }

  /** Go near a thread whose words were opened; null: back to where the eye was. */
  open(share: number | null): void {
    if (share === null || this.view !== "loom") this.leave();
    else if (share !== this.reading) {
      this.before ??= this.aim;
      this.reading = share;
      this.aim = { at: share, zoom: Math.max(OPENED, this.aim.zoom) };
    }
  }

  private leave(): void {
    if (this.before && this.view === "loom") this.aim = this.before;
    this.before = null;
    this.reading = null;
  }

  /** Move toward the chosen view; `near` metres closer when the room leans in. */
  follow(dt: number, aspect: number, near: number, { still, turned: facet }: World, span: Span | null): void {
    if (span) this.gaze = still ? this.aim : turned(span, this.gaze, this.aim, dt);
    const stance = this.stance(aspect, facet);
    const usual = this.view === "facets" ? STATELY : TURN;
    const pace = this.view === "loom" ? TURN + (QUICK - TURN) * this.overhead : usual;
    const part = still || !this.placed ? 1 : 1 - Math.exp(-dt / pace);
    this.placed = true;
    const before = this.to.clone().sub(this.from).normalize();
    const lean = this.view === "room" && !still ? near : 0;
    this.from.lerp(new Vector3(stance.from[0], stance.from[1], stance.from[2] - lean), part);
    this.to.lerp(new Vector3(...stance.to), part);
    this.field += (stance.field - this.field) * part;
    this.overhead += ((this.view === "loom" ? 1 : 0) - this.overhead) * part;
    const angle = before.angleTo(this.to.clone().sub(this.from));
    this.moving = Math.min(1, angle / Math.max(dt, 0.01) / SWEEP);
    this.camera.aspect = aspect;
    this.camera.fov = this.field;
    this.camera.position.copy(this.from);
    this.camera.lookAt(this.to);
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
  }

  private stance(aspect: number, facet: Facet | null): Stance {
    const stance = framed(this.view, aspect);
    if (this.view === "facets") return facing(stance, facet);
    return this.view === "loom" ? nearing(stance, this.gaze.at, this.gaze.zoom) : stance;
  }
}

/** A stance turned to one of the mirrors, and a step nearer to it. */
function facing(stance: Stance, facet: Facet | null): Stance {
  if (!facet) return stance;
  const angle = bearing(facet);
  const away = Math.hypot(stance.to[0], stance.to[2]);
  const step = STEP - 0.45 * stance.from[2] * (1 - Math.cos(angle));
  return {
    ...stance,
    from: [step * Math.sin(angle), stance.from[1], stance.from[2] * Math.cos(angle) - step * Math.cos(angle)],
    to: [away * Math.sin(angle), stance.to[1], -away * Math.cos(angle)],
  };
}

/** A stance between the wide and the tall one, by the window's shape. */
function framed(view: View, aspect: number): Stance {
  const share = Math.min(1, Math.max(0, (aspect - 0.5) / (16 / 9 - 0.5)));
  const [tall, wide] = [TALL[view], WIDE[view]];
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const point = (a: Stance["from"], b: Stance["from"]): Stance["from"] => [
    mix(a[0], b[0]),
    mix(a[1], b[1]),
    mix(a[2], b[2]),
  ];
  return { from: point(tall.from, wide.from), to: point(tall.to, wide.to), field: mix(tall.field, wide.field) };
}
