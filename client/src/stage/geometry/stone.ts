// Facets with bevels: fillet, bevel, table. `edge` runs 0 at the rim, 1 after the fillet, 2 on the table.

import { type Chance, between as within } from "../chance.ts";
import type { Cell } from "./cells.ts";
import type { Facet } from "./dome.ts";
import { add, between, cross, dot, length, middle, minus, times, unit, type Vector } from "./vector.ts";

/** Triangles of the walls: positions, shading normals, facet normals, one seed in [0, 1)^3 per facet, and the edge value. */
export interface Stone {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  readonly facet: Float32Array;
  readonly seed: Float32Array;
  readonly edge: Float32Array;
}

interface Corner {
  readonly at: Vector;
  readonly normal: Vector;
  readonly edge: number;
}
type Triangle = readonly [Corner, Corner, Corner];

const FILLET = 0.024; // metres

export function stone(next: Chance, facets: readonly Facet[], polygons: readonly Cell[]): Stone {
  const seen = polygons.filter(
    (cell) => cell.of !== facets.length - 1 && cell.corners.some((corner) => corner[1] > -0.3),
  );
  return gathered(seen.map((cell) => cutFacet(next, facets, cell)));
}

interface Cut {
  readonly triangles: readonly Triangle[];
  readonly facet: Vector;
  readonly seed: Vector;
}

function cutFacet(next: Chance, facets: readonly Facet[], cell: Cell): Cut {
  const facet = facets[cell.of]!;
  const inward = times(facet.normal, -1);
  const heart = middle(cell.corners);
  const size = inradius(cell, heart);
  const fillet = Math.min(FILLET, 0.034 * size * 2.2);
  const bevel = facet.great ? 0.085 : within(next, 0.1, 0.22);
  const lift = bevel * size * within(next, 0.16, 0.38);
  const rim = cell.corners;
  const inner = shrunk(rim, heart, 1 - fillet / size);
  const table = shrunk(rim, heart, 1 - fillet / size - bevel).map((corner) => add(corner, times(inward, lift)));
  const tip = quartzTip(next, facet.great, heart, table, inward, lift, size);
  const triangles = rim.flatMap((_, k) => {
    const n = (k + 1) % rim.length;
    const shared = facets[cell.across[k]!]?.normal ?? facet.normal;
    return [
      ...filleted(rim[k]!, rim[n]!, inner[k]!, inner[n]!, inward, times(shared, -1)),
      ...flat([inner[k]!, inner[n]!, table[n]!, table[k]!], [1, 1, 2, 2], inward),
      ...flat([table[k]!, table[n]!, tip.at], [2, 2, 2], inward),
    ];
  });
  return { triangles, facet: inward, seed: [next(), next(), next()] };
}

/** A third of the small tables rise to a low tip, kept well inside so that no triangle folds over. */
function quartzTip(
  next: Chance,
  great: boolean,
  heart: Vector,
  table: readonly Vector[],
  inward: Vector,
  lift: number,
  size: number,
) {
  const raised = next() < 0.34 && !great;
  const toward = table[Math.floor(next() * table.length)]!;
  const flatTip = between(add(heart, times(inward, lift)), toward, raised ? next() * 0.34 : 0);
  return { at: raised ? add(flatTip, times(inward, size * within(next, 0.06, 0.13))) : flatTip };
}

function inradius(cell: Cell, heart: Vector): number {
  const distances = cell.corners.map((corner, k) => {
    const along = unit(minus(cell.corners[(k + 1) % cell.corners.length]!, corner));
    return length(cross(minus(heart, corner), along));
  });
  return Math.max(0.02, Math.min(...distances));
}

const shrunk = (corners: readonly Vector[], heart: Vector, share: number): Vector[] =>
  corners.map((corner) => between(heart, corner, Math.max(0.05, share)));

/** The rounded rim: its normal turns from the face to the mean of both faces, so that light runs along it. */
function filleted(a: Vector, b: Vector, c: Vector, d: Vector, face: Vector, beyond: Vector): Triangle[] {
  const mean = unit(add(face, beyond));
  const rim = (at: Vector): Corner => ({ at, normal: mean, edge: 0 });
  const inner = (at: Vector): Corner => ({ at, normal: face, edge: 1 });
  return [
    [rim(a), rim(b), inner(d)],
    [rim(a), inner(d), inner(c)],
  ];
}

/** A flat polygon as a fan, with its own normal turned into the room. */
function flat(points: readonly Vector[], edges: readonly number[], inward: Vector): Triangle[] {
  const plain = unit(cross(minus(points[1]!, points[0]!), minus(points[2]!, points[0]!)));
  const normal = dot(plain, inward) < 0 ? times(plain, -1) : plain;
  const corner = (k: number): Corner => ({ at: points[k]!, normal, edge: edges[k]! });
  return Array.from({ length: points.length - 2 }, (_, k): Triangle => [corner(0), corner(k + 1), corner(k + 2)]);
}

function gathered(cuts: readonly Cut[]): Stone {
  const count = cuts.reduce((sum, { triangles }) => sum + triangles.length * 3, 0);
  const triple = (): Float32Array => new Float32Array(count * 3);
  const all: Stone = {
    position: triple(),
    normal: triple(),
    facet: triple(),
    seed: triple(),
    edge: new Float32Array(count),
  };
  let k = 0;
  for (const { triangles, facet, seed } of cuts) {
    for (const triangle of triangles) {
      for (const corner of triangle) write(all, k++, corner, facet, seed);
    }
  }
  return all;
}

function write(all: Stone, k: number, { at, normal, edge }: Corner, facet: Vector, seed: Vector): void {
  all.position.set(at, k * 3);
  all.normal.set(normal, k * 3);
  all.facet.set(facet, k * 3);
  all.seed.set(seed, k * 3);
  all.edge[k] = edge;
}
