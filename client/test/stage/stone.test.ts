import { describe, expect, it } from "vitest";
import { chance } from "../../src/stage/chance.ts";
import { type Cell, cells } from "../../src/stage/geometry/cells.ts";
import { dome } from "../../src/stage/geometry/dome.ts";
import { stone } from "../../src/stage/geometry/stone.ts";
import { dot } from "../../src/stage/geometry/vector.ts";

const SEEDS = [1, 2, 20261123, 4294967295];
const build = (seed: number) => {
  const facets = dome(chance(seed));
  return { facets, polygons: cells(facets) };
};
const sides = (polygons: readonly Cell[]) =>
  polygons.flatMap((cell) => cell.across.map((other) => `${cell.of}|${other}`));

describe("the dome", () => {
  it.each(SEEDS)("is closed: every side of a facet is a side of its neighbour, once (seed %i)", (seed) => {
    const found = sides(build(seed).polygons);
    const mirrored = found.map((side) => side.split("|").reverse().join("|"));
    expect(new Set(found).size).toBe(found.length);
    expect(mirrored.sort()).toEqual(found.sort());
  });

  it.each(SEEDS)("obeys Euler: corners - sides + facets = 2 (seed %i)", (seed) => {
    const { polygons } = build(seed);
    const count = polygons.reduce((sum, cell) => sum + cell.corners.length, 0);
    // Every corner of a body in general position joins three facets.
    expect(count / 3 - count / 2 + polygons.length).toBeCloseTo(2, 9);
  });

  it("is open when a plane is missing (control)", () => {
    const { facets } = build(1);
    const found = sides(cells(facets).slice(1));
    const mirrored = found.map((side) => side.split("|").reverse().join("|"));
    expect(mirrored.sort()).not.toEqual(found.sort());
  });

  it.each(SEEDS)("has more than a hundred facets (seed %i)", (seed) => {
    expect(build(seed).polygons.length).toBeGreaterThan(100);
  });

  it.each(SEEDS)("keeps every corner inside every plane (seed %i)", (seed) => {
    const { facets, polygons } = build(seed);
    const outside = polygons
      .flatMap((cell) => cell.corners)
      .flatMap((corner) => facets.map((f) => dot(f.normal, corner) - f.reach));
    expect(outside.reduce((most, one) => Math.max(most, one), -1)).toBeLessThan(1e-9);
  });

  it("is the same for the same seed and another for another", () => {
    expect(build(7)).toEqual(build(7));
    expect(build(7)).not.toEqual(build(8));
  });
});

describe("the cut stone", () => {
  const { facets, polygons } = build(20261123);
  const cut = stone(chance(3), facets, polygons);

  it("has whole numbers of triangles and one value of each kind for every corner", () => {
    const corners = cut.edge.length;
    expect(corners % 3).toBe(0);
    expect([cut.position.length, cut.normal.length, cut.facet.length, cut.seed.length]).toEqual(
      Array(4).fill(corners * 3),
    );
    expect(corners / 3).toBeLessThan(6000);
  });

  it("has finite places and unit normals that look into the room", () => {
    expect(cut.position.every(Number.isFinite)).toBe(true);
    for (let k = 0; k < cut.normal.length; k += 3) {
      const n = [cut.normal[k]!, cut.normal[k + 1]!, cut.normal[k + 2]!] as const;
      const f = [cut.facet[k]!, cut.facet[k + 1]!, cut.facet[k + 2]!] as const;
      expect(Math.hypot(...n)).toBeCloseTo(1, 4);
      expect(dot(n, f)).toBeGreaterThan(0);
    }
  });
});
