// The chamber's stone: the planes of a tall geode, great facets at eye level and unequal ones above.

import { between, type Chance } from "../chance.ts";
import type { Plane } from "./cells.ts";
import { add, dot, minus, times, unit, type Vector } from "./vector.ts";

/** The ellipsoid that the facets touch, in metres. */
export const CENTRE: Vector = [0, 1.1, 0];
export const RADII: Vector = [5.6, 7.6, 5.6];

const GREAT = 9;
const FREE = 98;

// Metres that a plane stands inside (-) or outside the ellipsoid: nearer planes make greater facets (a power diagram).
const SLACK = { great: [-0.27, -0.18], column: [-0.02, 0.1], free: [-0.13, 0.13] } as const;

/** A facet's plane, and whether it is one of the great ones. */
export interface Facet extends Plane {
  readonly great: boolean;
}

/** The chamber's planes; the last closes it far below the water and is never seen. */
export function dome(next: Chance): Facet[] {
  const columns = Array.from({ length: GREAT }, (_, k) => column(next, (k + 0.5) / GREAT)).flat();
  const great = Array.from({ length: GREAT }, (_, k) =>
    tangent(next, around(k / GREAT, between(next, 0.07, 0.11)), "great"),
  );
  const above = relaxed(next).map((direction) => tangent(next, direction, "free"));
  return [...great, ...columns, ...above, { normal: [0, -1, 0], reach: 1.5, great: false }];
}

/** Three small facets above one another, between two great ones. */
function column(next: Chance, turn: number): Facet[] {
  return [-0.17, 0.03, 0.25].map((y) => tangent(next, around(turn + between(next, -0.013, 0.013), y), "column"));
}

/** Great facets face the viewer: turn 0 is straight ahead, at -z. */
function around(turn: number, y: number): Vector {
  const angle = 2 * Math.PI * turn;
  return unit([Math.sin(angle), y, -Math.cos(angle)]);
}

function tangent(next: Chance, direction: Vector, size: keyof typeof SLACK): Facet {
  const tilt = (): number => between(next, -0.08, 0.08);
  const point = add(CENTRE, [direction[0] * RADII[0], direction[1] * RADII[1], direction[2] * RADII[2]]);
  const slope: Vector = [direction[0] / RADII[0], direction[1] / RADII[1], direction[2] / RADII[2]];
  const normal = unit(add(unit(slope), size === "great" ? [0, 0, 0] : [tilt(), tilt(), tilt()]));
  const [nearest, farthest] = SLACK[size];
  return { normal, reach: dot(normal, point) + between(next, nearest, farthest), great: size === "great" };
}

/** Directions over the upper dome, loosened from chance but stopped early: full relaxation looks like a football. */
function relaxed(next: Chance): Vector[] {
  const free = Array.from({ length: FREE }, () => aloft(next));
  const probes = Array.from({ length: 1000 }, () => aloft(next));
  return [0, 1, 2, 3].reduce((seeds) => loosen(seeds, probes), free);
}

function aloft(next: Chance): Vector {
  const y = between(next, 0.3, 1);
  const angle = 2 * Math.PI * next();
  const across = Math.sqrt(1 - y * y);
  return [across * Math.sin(angle), y, across * Math.cos(angle)];
}

/** One step of Lloyd's method, six tenths of the way. */
function loosen(seeds: readonly Vector[], probes: readonly Vector[]): Vector[] {
  const sums = seeds.map((): Vector => [0, 0, 0]);
  for (const probe of probes) {
    const home = nearest(seeds, probe);
    sums[home] = add(sums[home]!, probe);
  }
  return seeds.map((seed, k) =>
    dot(sums[k]!, sums[k]!) ? unit(add(seed, times(minus(unit(sums[k]!), seed), 0.6))) : seed,
  );
}

function nearest(seeds: readonly Vector[], probe: Vector): number {
  return seeds.reduce((best, seed, k) => (dot(seed, probe) > dot(seeds[best]!, probe) ? k : best), 0);
}
