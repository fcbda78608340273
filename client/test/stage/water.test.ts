import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIERS } from "../../src/quality/tiers.ts";
import {
  energy,
  flat,
  middle,
  type Press,
  pull,
  STABLE,
  steepest,
  stepped,
  type Water,
} from "../../src/stage/water.ts";

const wide = 12;
const heights = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: wide ** 2, maxLength: wide ** 2 });
const any = fc.record({ height: heights, speed: heights }).map(
  ({ height, speed }): Water => ({
    texels: wide,
    height: Float64Array.from(height),
    speed: Float64Array.from(speed),
  }),
);
const lossless = (): number => 0;

/** The water after one drop in the middle, step by step. */
function* afterDrop(texels: number, steps: number): Generator<Water> {
  let water = flat(texels);
  for (let k = 0; k < steps; k++) {
    const press: Press = { x: 0, z: 0, wide: 0.25, push: k < 12 ? -0.1 : 0 };
    water = stepped(water, k < 12 ? [press] : []);
    yield water;
  }
}

const last = (all: Iterable<Water>): Water => [...all].at(-1)!;

/** How far from the middle the crest stands, along a line of texels. */
function crest(water: Water, along: (k: number) => [number, number]): number {
  const { texels, height } = water;
  const line = Array.from({ length: texels / 2 }, (_, k) => along(texels / 2 + k));
  const [i, j] = line.reduce((best, at) =>
    height[at[1] * texels + at[0]]! > height[best[1] * texels + best[0]]! ? at : best,
  );
  return Math.hypot(middle(i, texels), middle(j, texels));
}

describe("the water", () => {
  it.each(Object.values(TIERS).map(({ name, wave }) => [name, wave] as const))(
    "is stable on the %s tier",
    (_, wave) => {
      expect(pull(wave)).toBeGreaterThan(0);
      expect(pull(wave)).toBeLessThan(STABLE);
    },
  );

  it("gains no energy, whatever moves in it and whatever it loses where", () => {
    fc.assert(
      fc.property(
        any,
        fc.double({ min: 0.001, max: STABLE - 0.01, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (start, strength, losses) => {
          const lost = (x: number, z: number): number => losses[Math.abs(Math.round(x * 3 + z * 7)) % 5]!;
          let water = start;
          let held = energy(water, strength);
          for (let k = 0; k < 20; k++) {
            water = stepped(water, [], lost, strength);
            const now = energy(water, strength);
            expect(now).toBeLessThanOrEqual(held * (1 + 1e-9) + 1e-9);
            expect(now).toBeGreaterThanOrEqual(-1e-9);
            held = now;
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("keeps its energy where nothing takes any", () => {
    fc.assert(
      fc.property(any, (start) => {
        let water = start;
        for (let k = 0; k < 20; k++) water = stepped(water, [], lossless, 0.3);
        expect(energy(water, 0.3)).toBeCloseTo(energy(start, 0.3), 6);
      }),
      { numRuns: 20 },
    );
  });

  it("would grow without end if it were pulled more strongly than is stable", () => {
    const board = Float64Array.from({ length: wide ** 2 }, (_, k) => (-1) ** (k + Math.floor(k / wide)) * 0.01);
    let water: Water = { ...flat(wide), height: board };
    for (let k = 0; k < 60; k++) water = stepped(water, [], lossless, STABLE + 0.1);
    expect(Math.max(...water.height)).toBeGreaterThan(10);
  });

  it("carries a ring outward, as far along the diagonal as along the sides", () => {
    const texels = 96;
    const [early, late] = [last(afterDrop(texels, 60)), last(afterDrop(texels, 110))];
    const side = (k: number): [number, number] => [k, texels / 2];
    const corner = (k: number): [number, number] => [k, k];
    expect(crest(late, side)).toBeGreaterThan(crest(early, side) + 0.8);
    expect(Math.abs(crest(late, side) - crest(late, corner))).toBeLessThan(0.2);
  });

  it("comes to rest: the ring tires, and the shore sends nothing back", () => {
    const all = [...afterDrop(64, 600)];
    const most = Math.max(...all.map(steepest));
    expect(most).toBeGreaterThan(0.01);
    expect(steepest(all.at(-1)!)).toBeLessThan(0.004 * most);
  });

  it("is not lifted or sunk by a press", () => {
    const { height } = last(afterDrop(64, 30));
    const mean = height.reduce((sum, one) => sum + one, 0) / height.length;
    expect(Math.abs(mean)).toBeLessThan(1e-3 * Math.max(...height));
  });
});
