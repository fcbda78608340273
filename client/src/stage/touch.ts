// Which thread or flower a finger means: the nearest on the picture, within a finger's width.

import { type PerspectiveCamera, type Ray, Vector3 } from "three";
import type { World } from "../world/world.ts";
import { type Finger, nearest } from "./finding.ts";
import type { Vector } from "./geometry/vector.ts";
import { stand, tall } from "./layout/garden.ts";
import type { Lens } from "./layout/gaze.ts";
import type { Weave } from "./layout/weave.ts";
import { SHORE } from "./water.ts";

export type Touched = { readonly kind: "thread" | "plant"; readonly id: string };

/** The loom as it is seen now, and which of its threads are seen. */
export interface Strings {
  readonly weave: Weave;
  readonly through: Lens;
  readonly wanted: (place: number) => boolean;
}

const FINGER = 24; // page pixels
const FLOWER = 1.6; // a flower is wider than a thread

interface Window {
  readonly width: number;
  readonly height: number;
  readonly aspect: number;
}

/** The nearest thread or plant to a point of the canvas, or null. */
export function touched(
  world: Pick<World, "plants">,
  strings: Strings | null,
  camera: PerspectiveCamera,
  window: Window,
  x: number,
  y: number,
): Touched | null {
  const finger = fingerAt(camera, window, x, y);
  let best: Touched | null = null;
  let far = FINGER;
  for (const plant of world.plants) {
    const [px, , pz] = stand(plant, window.aspect);
    const head: Vector = [px, tall(plant), pz];
    const away = finger.piece(head, head) / FLOWER;
    if (away < far) [best, far] = [{ kind: "plant", id: plant.id }, away];
  }
  const string = strings && nearest(strings.weave, strings.through, finger, far, strings.wanted);
  return string ? { kind: "thread", id: strings.weave.threads[string.place]!.id } : best;
}

/** Where the water lies under a point of the picture (shares of its width and height), or null over the walls. */
export function under(camera: PerspectiveCamera, x: number, y: number): readonly [number, number] | null {
  const ray = new Vector3(2 * x - 1, 1 - 2 * y, 0.5).unproject(camera).sub(camera.position);
  if (ray.y >= 0) return null;
  const { x: atX, z: atZ } = ray.multiplyScalar(-camera.position.y / ray.y).add(camera.position);
  return [atX, atZ];
}

/** Where a ray meets the water, and how far along it; or null over the walls. */
export function wet({
  origin,
  direction,
}: Ray): { readonly x: number; readonly z: number; readonly far: number } | null {
  if (direction.y >= 0) return null;
  const far = -origin.y / direction.y;
  const { x, z } = direction.clone().multiplyScalar(far).add(origin);
  return Math.hypot(x, z) < SHORE.to ? { x, z, far } : null;
}

/** A finger on the picture that a camera takes. */
export function fingerAt(camera: PerspectiveCamera, window: Omit<Window, "aspect">, x: number, y: number): Finger {
  const unit = (2 * Math.tan((camera.fov * Math.PI) / 360)) / window.height; // of the picture one metre away, a pixel
  const [px, py] = [(x - window.width / 2) * unit, (window.height / 2 - y) * unit];
  const length = Math.hypot(px, py, 1);
  const [a, b] = [new Vector3(), new Vector3()];
  const inView = (point: Vector3, at: Vector): Vector3 => point.set(...at).applyMatrix4(camera.matrixWorldInverse);
  return {
    piece(from, to) {
      inView(a, from);
      inView(b, to);
      if (a.z > -camera.near && b.z > -camera.near) return Number.POSITIVE_INFINITY;
      if (a.z > -camera.near) cut(a, b, -camera.near);
      if (b.z > -camera.near) cut(b, a, -camera.near);
      return beside(px, py, a.x / -a.z, a.y / -a.z, b.x / -b.z, b.y / -b.z) / unit;
    },
    // An angle is never more than the tangent that a pixel stands for, so this is never too far.
    ball(middle, radius) {
      inView(a, middle);
      const away = a.length();
      if (away <= radius) return 0;
      const cosine = (a.x * px + a.y * py - a.z) / (away * length);
      const angle = Math.acos(Math.max(-1, Math.min(1, cosine))) - Math.asin(radius / away);
      return Math.max(0, angle) / unit;
    },
  };
}

/** Move a point along its piece to a plane before the eye. */
function cut(point: Vector3, other: Vector3, z: number): void {
  point.lerp(other, (z - point.z) / (other.z - point.z));
}

/** Distance from a point to a straight piece, on the plane. */
function beside(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, t));
  return Math.hypot(ax + dx * part - x, ay + dy * part - y);
}
