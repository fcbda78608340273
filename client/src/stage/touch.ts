// Which thread or flower a finger means: the nearest on the picture, within a finger's width.

import { type PerspectiveCamera, Vector3 } from "three";
import type { World } from "../world/world.ts";
import { stand, tall } from "./layout/garden.ts";
import { type Calendar, hang, strung } from "./layout/loom.ts";

export type Touched = { readonly kind: "thread" | "plant"; readonly id: string };

const FINGER = 24; // page pixels
const FLOWER = 1.6; // a flower is wider than a thread

interface Window {
  readonly width: number;
  readonly height: number;
  readonly aspect: number;
}

/** The nearest thread or plant to a point of the canvas, or null. */
export function touched(
  world: World,
  dates: Calendar | null,
  camera: PerspectiveCamera,
  window: Window,
  x: number,
  y: number,
): Touched | null {
  const away = distance(camera, window, x, y);
  const plants = world.plants.map((plant) => {
    const [px, , pz] = stand(plant, window.aspect);
    return { kind: "plant" as const, id: plant.id, far: away(px, tall(plant), pz) / FLOWER };
  });
  const threads =
    dates === null
      ? []
      : world.threads.map((thread) => {
          const { azimuth, theme } = hang(dates, thread);
          const points = [theme, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((s) => strung(azimuth, s));
          return {
            kind: "thread" as const,
            id: thread.id,
            far: Math.min(...segments(points.slice(1), away), away(...points[0]!)),
          };
        });
  const best = [...plants, ...threads].reduce((least, one) => (one.far < least.far ? one : least), {
    kind: "plant" as const,
    id: "",
    far: FINGER,
  } as Touched & { far: number });
  return best.id ? { kind: best.kind, id: best.id } : null;
}

/** Where the water lies under a point of the picture (shares of its width and height), or null over the walls. */
export function under(camera: PerspectiveCamera, x: number, y: number): readonly [number, number] | null {
  const ray = new Vector3(2 * x - 1, 1 - 2 * y, 0.5).unproject(camera).sub(camera.position);
  if (ray.y >= 0) return null;
  const { x: atX, z: atZ } = ray.multiplyScalar(-camera.position.y / ray.y).add(camera.position);
  return [atX, atZ];
}

type Away = (x: number, y: number, z: number) => number;

/** Distance to the string between its samples: halve each piece three times. */
function segments(points: ReadonlyArray<readonly [number, number, number]>, away: Away): number[] {
  return points.slice(1).flatMap((to, k) => {
    const from = points[k]!;
    return [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875].map((t) =>
      away(from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t),
    );
  });
}

function distance(camera: PerspectiveCamera, { width, height }: Window, x: number, y: number): Away {
  const point = new Vector3();
  return (px, py, pz) => {
    point.set(px, py, pz).project(camera);
    if (point.z > 1) return Number.POSITIVE_INFINITY;
    return Math.hypot(((point.x + 1) / 2) * width - x, ((1 - point.y) / 2) * height - y);
  };
}
