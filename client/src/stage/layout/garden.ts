// Where flowers stand: in two beds along the near rim of the pool, the first ones nearest, the middle left free for words.

import type { Plant } from "../../world/world.ts";
import type { Vector } from "../geometry/vector.ts";

export const EYE: Vector = [0, 0, 4.7];
const WIDE = 16 / 9;
const TALL = 0.46;
const NEAR = { wide: 3.5, tall: 4.9 }; // metres from the eye: over the footer, and in a tall window over the words
// Beds so wide that no heads of the nearest dozen touch, and so narrow that all stand beside the words, inside the window.
const BESIDE = { wide: 0.55, tall: 0.07 }; // radians from straight ahead
const BED = { wide: 0.16, tall: 0.19 }; // radians that a bed takes
const SHORE = 4.9;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Where a plant stands on the water's edge. `aspect` is the window's width over its height: the beds open like a fan. */
export function stand(plant: Pick<Plant, "order" | "turn">, aspect: number): Vector {
  const fan = clamp((aspect - TALL) / (WIDE - TALL), 0, 1);
  const between = ({ tall, wide }: typeof NEAR): number => tall + (wide - tall) * fan;
  const side = plant.turn < 0.5 ? -1 : 1;
  const within = (plant.turn * 2) % 1;
  const angle = side * (between(BESIDE) + between(BED) * within);
  const near = between(NEAR);
  const away = near + (shore(angle) - near) * outward(plant.order) + 0.35 * within;
  return [Math.sin(angle) * away, 0, EYE[2] - Math.cos(angle) * away];
}

/** The first flowers stand nearest; later ones come ever closer to the far shore, and there is always room for one more. */
function outward(order: number): number {
  const far = Math.max(0, order) ** 0.65;
  return far / (far + 9);
}

/** From the eye to the far shore, along an angle from straight ahead. */
function shore(angle: number): number {
  const along = EYE[2] * Math.cos(angle);
  return along + Math.sqrt(along * along + SHORE * SHORE - EYE[2] * EYE[2]);
}

// Later flowers are smaller: that gives each its room, and the pool its width.
const least = (plant: Plant, part: number): number => 1 - part * outward(plant.order);

/** Where a plant's head is, in metres over the water: over the page's foot, and under the viewer's eye. */
export const tall = (plant: Plant): number => clamp(0.13 + 1.14 * plant.height, 0.61, 1.18) * least(plant, 0.25);

/** From side to side of an open head, in metres. */
export const wide = (plant: Plant): number => clamp(plant.width * 1.1, 0.19, 0.35) * least(plant, 0.6);
