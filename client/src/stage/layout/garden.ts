// Where flowers stand: in two beds along the near rim of the pool, the first ones nearest, the middle left free for words.

import type { Plant } from "../../world/world.ts";
import type { Vector } from "../geometry/vector.ts";

const EYE: Vector = [0, 0, 4.7];
const WIDE = 16 / 9;
const TALL = 0.46;
const NEAR = { wide: 3.1, tall: 4.9 }; // metres from the eye: over the footer, and in a tall window over the words
const BESIDE = { wide: 0.56, tall: 0.16 }; // radians from straight ahead: beside the words, and inside the window
const BED = { wide: 0.15, tall: 0.09 }; // radians that a bed takes
const SHORE = 4.9;

/** Where a plant stands on the water's edge. `aspect` is the window's width over its height: the beds open like a fan. */
export function stand(plant: Plant, aspect: number): Vector {
  const fan = Math.min(1, Math.max(0, (aspect - TALL) / (WIDE - TALL)));
  const between = ({ tall, wide }: typeof NEAR): number => tall + (wide - tall) * fan;
  const side = plant.turn < 0.5 ? -1 : 1;
  const within = (plant.turn * 2) % 1;
  const angle = side * (between(BESIDE) + between(BED) * within);
  const near = between(NEAR);
  const away = near + (shore(angle) - near) * outward(plant.order) + 0.35 * within;
  return [Math.sin(angle) * away, 0, EYE[2] - Math.cos(angle) * away];
}

/** The first flowers stand nearest; later ones come ever closer to the far shore, and there is always room for one more. */
const outward = (order: number): number => Math.sqrt(Math.max(0, order)) / (Math.sqrt(Math.max(0, order)) + 7);

/** From the eye to the far shore, along an angle from straight ahead. */
function shore(angle: number): number {
  const along = EYE[2] * Math.cos(angle);
  return along + Math.sqrt(along * along + SHORE * SHORE - EYE[2] * EYE[2]);
}

/** Where a plant's head is, in metres over the water: tall enough to be seen from where the viewer stands. */
export const tall = (plant: Plant): number => Math.min(1.15, Math.max(0.6, 0.45 + 0.75 * plant.height));

/** The plants nearest to the eye, which are drawn in full; the newest is always among them. */
export function nearest(plants: readonly Plant[], aspect: number, most: number, newest: string | null): Set<string> {
  const distance = (plant: Plant): number => {
    if (plant.id === newest) return 0;
    const [x, , z] = stand(plant, aspect);
    return Math.hypot(x - EYE[0], z - EYE[2]);
  };
  const byDistance = plants.map((plant) => [distance(plant), plant.id] as const).sort((a, b) => a[0] - b[0]);
  return new Set(byDistance.slice(0, most).map(([, id]) => id));
}
