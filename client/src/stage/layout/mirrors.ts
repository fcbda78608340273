// Which great facet holds whom, and how its mirror lies in the stone.

import type { Facet } from "../../world/world.ts";
import { chance } from "../chance.ts";
import { type Cell, cells } from "../geometry/cells.ts";
import { dome } from "../geometry/dome.ts";
import { add, between, cross, dot, middle, minus, times, type Vector } from "../geometry/vector.ts";

/** The reflections, from straight ahead to the sides: the kind one is met first. */
export const FACETS: readonly Facet[] = ["kind", "confident", "wounded", "strong", "withdrawn"];

// The great facets stand first in the dome, 40 degrees apart; these are the places around straight ahead.
const PLACES: Readonly<Record<Facet, number>> = { kind: 0, confident: 1, wounded: 8, strong: 2, withdrawn: 7 };

/** One mirror: the table of a great facet. Metres; `inward` points into the room. */
export interface MirrorPlace {
  readonly facet: Facet;
  readonly heart: Vector;
  readonly inward: Vector;
  readonly corners: readonly Vector[];
}

const WITHIN = 0.86; // of the facet: inside its bevel
const BEFORE = 0.045; // metres in front of the facet's plane, so that its table never covers the picture

/** The mirrors of the room with this seed. */
export function mirrors(seed: number): readonly MirrorPlace[] {
  const planes = dome(chance(seed));
  const polygons = cells(planes);
  return FACETS.flatMap((facet) => {
    const cell = polygons.find(({ of }) => of === PLACES[facet]);
    return cell ? [placed(facet, cell, times(planes[cell.of]!.normal, -1))] : [];
  });
}

function placed(facet: Facet, cell: Cell, inward: Vector): MirrorPlace {
  const heart = middle(cell.corners);
  const raised = times(inward, BEFORE);
  return { facet, heart, inward, corners: cell.corners.map((corner) => add(between(heart, corner, WITHIN), raised)) };
}

/** How far along a ray (`way` of any length, which it counts in) a mirror's face is met, or null beside it. */
export function met({ heart, inward, corners }: MirrorPlace, from: Vector, way: Vector): number | null {
  const far = dot(minus(add(heart, times(inward, BEFORE)), from), inward) / dot(way, inward);
  if (!(far > 0 && dot(way, inward) < 0)) return null;
  const at = add(from, times(way, far));
  const turns = corners.map((corner, k) => {
    const next = corners[(k + 1) % corners.length]!;
    return dot(cross(minus(next, corner), minus(at, corner)), inward);
  });
  return turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0) ? far : null;
}

/** The way to look for a facet, in radians to the right of straight ahead. */
export const bearing = (facet: Facet): number => {
  const turns = PLACES[facet] / 9;
  return 2 * Math.PI * (turns > 0.5 ? turns - 1 : turns);
};
