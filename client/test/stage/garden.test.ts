import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPRIGS, sprig } from "../../src/stage/geometry/plant.ts";
import { nearest, stand } from "../../src/stage/layout/garden.ts";
import type { Plant } from "../../src/world/world.ts";

const plant = (order: number): Plant => ({
  id: `flower-${order}`,
  thread: "thread-00",
  order,
  species: "lotus",
  petals: 30,
  hue: 0.1,
  height: 0.5,
  width: 0.2,
  cup: 0.5,
  curl: 0.5,
  leaves: 2,
  lean: 0,
  seed: 1,
  turn: (order * 0.618034) % 1,
  radius: 2 + order * 0.01,
});
const garden = (count: number): Plant[] => Array.from({ length: count }, (_, k) => plant(k));

describe("the garden", () => {
  it("stands around the room, inside the dome, for any window", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0.2, max: 4, noNaN: true }), (order, aspect) => {
        const [x, y, z] = stand(plant(order), aspect);
        expect(y).toBe(0);
        expect(Math.hypot(x, z)).toBeLessThan(5.6);
      }),
    );
  });

  it("leaves the middle free for a line of words", () => {
    for (const one of garden(60)) {
      const [x, , z] = stand(one, 16 / 9);
      expect(Math.abs(x) / (4.7 - z)).toBeGreaterThan(0.5);
    }
  });

  it.each([
    [16 / 9, 0.96],
    [390 / 844, 0.32],
  ])("shows every flower within a window of shape %s, and the first ones near", (aspect, half) => {
    for (const one of garden(60)) {
      const [x, , z] = stand(one, aspect);
      expect(Math.abs(x) / (4.7 - z)).toBeLessThan(half);
    }
    expect(4.7 - stand(plant(0), aspect)[2]).toBeLessThan(5);
  });

  it("draws the newest in full, wherever it stands", () => {
    const all = garden(400);
    expect(nearest(all, 1.5, 12, "flower-399")).toEqual(new Set(["flower-399", ...nearest(all, 1.5, 11, null)]));
  });

  it("draws far flowers with a tenth of the triangles of near ones", () => {
    const near = sprig(SPRIGS.near).index.length / 3;
    const far = sprig(SPRIGS.far).index.length / 3;
    expect(near).toBeLessThan(2700);
    expect(far).toBeLessThan(near / 10);
  });
});
