// Where the viewer stands and looks: the room, the loom overhead, or the garden close by; framed for any window.

import { PerspectiveCamera, Vector3 } from "three";
import type { Facet, World } from "../world/world.ts";
import { bearing } from "./layout/mirrors.ts";

export type View = "room" | "loom" | "garden" | "pool" | "facets";

interface Stance {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  readonly field: number; // vertical, degrees
}

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

const SWEEP = 0.25; // radians a second
const STEP = 2.1; // metres nearer to the mirror one turns to
const TURN = 1.1; // seconds to go two thirds of the way

/** The camera, and how it follows: slowly, and without motion in stillness. */
export class Eye {
  readonly camera = new PerspectiveCamera(57, 1, 0.05, 40);
  overhead = 0;
  /** How fast the eye turns: 0 at rest, 1 when it sweeps the room. */
  moving = 0;
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
  }

  /** Move toward the chosen view; `near` metres closer when the room leans in. */
  follow(dt: number, aspect: number, near: number, { still, turned: facet }: World): void {
    const stance = facing(framed(this.view, aspect), this.view === "facets" ? facet : null);
    const part = still || !this.placed ? 1 : 1 - Math.exp(-dt / TURN);
    this.placed = true;
    const before = this.to.clone().sub(this.from).normalize();
    const lean = this.view === "room" && !still ? near : 0;
    this.from.lerp(new Vector3(stance.from[0], stance.from[1], stance.from[2] - lean), part);
    this.to.lerp(new Vector3(...stance.to), part);
    this.field += (stance.field - this.field) * part;
    this.overhead += ((this.view === "loom" ? 1 : 0) - this.overhead) * part;
    const turned = before.angleTo(this.to.clone().sub(this.from));
    this.moving = Math.min(1, turned / Math.max(dt, 0.01) / SWEEP);
    this.camera.aspect = aspect;
    this.camera.fov = this.field;
    this.camera.position.copy(this.from);
    this.camera.lookAt(this.to);
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
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
