// In how much detail each plant is drawn: by how far from the eye it stands, which keeps its place beside the garden.

import type { Plant } from "../../world/world.ts";
import { EYE, stand } from "./garden.ts";

/** Places in the record of the plants drawn petal by petal, and of those drawn with fewer; the farthest first. */
export interface Detail {
  readonly near: readonly number[];
  readonly middle: readonly number[];
}

/** The nearest to the eye in full, and those behind them with less; the newest is always in full. */
export function detailed(
  plants: readonly Plant[],
  aspect: number,
  most: { readonly near: number; readonly middle: number },
  newest: string | null,
): Detail {
  const away = Float64Array.from(plants, (plant) => (plant.id === newest ? 0 : distance(plant, aspect)));
  const byDistance = Uint32Array.from(plants, (_, k) => k).sort((a, b) => away[a]! - away[b]! || a - b);
  const near = [...byDistance.subarray(0, most.near)].sort(
    (a, b) => distance(plants[b]!, aspect) - distance(plants[a]!, aspect),
  );
  return { near, middle: [...byDistance.subarray(most.near, most.near + most.middle)].reverse() };
}

/** From the eye to a plant's foot, over the water. */
export function distance(plant: Plant, aspect: number): number {
  const [x, , z] = stand(plant, aspect);
  return Math.hypot(x - EYE[0], z - EYE[2]);
}
