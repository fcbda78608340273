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
  const chosen = nearest(away, most.near + most.middle);
  const near = chosen.slice(0, most.near).sort((a, b) => distance(plants[b]!, aspect) - distance(plants[a]!, aspect));
  return { near, middle: chosen.slice(most.near).reverse() };
}

/** Places of the `most` least values, the least first. Only those few are put in order: of ten thousand, that is felt. */
function nearest(away: Float64Array, most: number): number[] {
  const limit = away.slice().sort()[Math.min(most, away.length) - 1] ?? 0;
  const within: number[] = [];
  for (let k = 0; k < away.length; k++) if (away[k]! <= limit) within.push(k);
  return within.sort((a, b) => away[a]! - away[b]! || a - b).slice(0, most);
}

/** From the eye to a plant's foot, over the water. */
export function distance(plant: Plant, aspect: number): number {
  const [x, , z] = stand(plant, aspect);
  return Math.hypot(x - EYE[0], z - EYE[2]);
}
