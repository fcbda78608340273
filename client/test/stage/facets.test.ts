import { describe, expect, it } from "vitest";
import { CAST, castRow } from "../../src/stage/geometry/cast.ts";
import { figure, POSTURES } from "../../src/stage/geometry/figure.ts";
import { dot, minus } from "../../src/stage/geometry/vector.ts";
import { bearing, FACETS, mirrors } from "../../src/stage/layout/mirrors.ts";
import type { Facet } from "../../src/world/world.ts";

const WIDE = 62;
const TALL = 105;

function cast(facet: Facet): Uint8Array {
  const picture = new Uint8Array(WIDE * TALL * 4);
  for (let row = 0; row < TALL; row++) castRow(figure(POSTURES[facet]), row, WIDE, TALL, picture, row * WIDE * 4);
  return picture;
}

const mask = (facet: Facet): boolean[] => {
  const picture = cast(facet);
  return Array.from({ length: WIDE * TALL }, (_, k) => picture[k * 4]! > 127);
};
const count = (of: readonly boolean[]): number => of.filter(Boolean).length;

describe("a figure", () => {
  it.each(FACETS)("stands whole inside its picture (%s)", (facet) => {
    const body = mask(facet);
    expect(count(body)).toBeGreaterThan(0.1 * WIDE * TALL);
    const sides = body.filter((_, k) => k % WIDE === 0 || k % WIDE === WIDE - 1 || k >= WIDE * (TALL - 1));
    expect(count(sides)).toBe(0);
  });

  const above = (facet: Facet): boolean[] => mask(facet).slice(WIDE * Math.floor(TALL * 0.45));
  const alike = (one: readonly boolean[], other: readonly boolean[]): number =>
    count(one.map((inside, k) => inside && other[k]!)) / count(one.map((inside, k) => inside || other[k]!));

  it("is told from every other by its outline above the waist", () => {
    const outlines = FACETS.map(above);
    const pairs = outlines.flatMap((one, k) => outlines.slice(k + 1).map((other) => alike(one, other)));
    expect(Math.max(...pairs)).toBeLessThan(0.7);
  });

  it("would not be told from itself a step aside (control)", () => {
    const kind = above("kind");
    expect(alike(kind, [...kind.slice(1), false])).toBeGreaterThan(0.7);
  });

  it("stands tall when strong, bows its head when wounded, and folds when withdrawn", () => {
    const top = (facet: Facet): number => Math.floor(mask(facet).lastIndexOf(true) / WIDE);
    const breadth = (facet: Facet): number => {
      const columns = mask(facet).flatMap((inside, k) => (inside && k > WIDE * TALL * 0.5 ? [k % WIDE] : []));
      return Math.max(...columns) - Math.min(...columns);
    };
    for (const facet of FACETS) {
      expect(top("strong")).toBeGreaterThanOrEqual(top(facet));
      expect(breadth("withdrawn")).toBeLessThanOrEqual(breadth(facet));
    }
    expect(top("wounded")).toBeLessThan(top("kind"));
  });

  it("is cast the same whether its rows come together or one by one", () => {
    const alone = new Uint8Array(WIDE * 4);
    castRow(figure(POSTURES.kind), 60, WIDE, TALL, alone, 0);
    expect([...alone]).toEqual([...cast("kind").subarray(60 * WIDE * 4, 61 * WIDE * 4)]);
  });

  it("leaves its halo inside the picture's edge, so that no edge is seen", () => {
    for (const facet of FACETS) {
      const picture = cast(facet);
      const edge = Array.from({ length: TALL }, (_, row) => picture[row * WIDE * 4 + 3]!);
      expect(Math.max(...edge)).toBeLessThan(160);
    }
    expect(CAST.tall / CAST.wide).toBeCloseTo(TALL / WIDE, 1);
  });
});

describe("the great mirrors", () => {
  it.each([1, 2, 20261123, 4294967295])("hold one reflection each, flat in the stone (seed %i)", (seed) => {
    const places = mirrors(seed);
    expect(places.map(({ facet }) => facet)).toEqual(FACETS);
    for (const { corners, inward } of places) {
      const depths = corners.map((corner) => dot(minus(corner, corners[0]!), inward));
      expect(Math.max(...depths.map(Math.abs))).toBeLessThan(1e-9);
    }
  });

  it("stand where one looks for them", () => {
    for (const { facet, heart } of mirrors(7)) {
      expect(Math.atan2(heart[0], -heart[2])).toBeCloseTo(bearing(facet), 0);
    }
  });
});
