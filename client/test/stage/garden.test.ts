import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPRIGS, sprig } from "../../src/stage/geometry/plant.ts";
import { type Detail, detailed, distance } from "../../src/stage/layout/detail.ts";
import { stand, tall, wide } from "../../src/stage/layout/garden.ts";
import { PART, Slots } from "../../src/stage/layout/meadow.ts";
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

const SHAPES = [16 / 9, 390 / 844, 1, 2.4];
const share = fc.double({ min: 0, max: 1, noNaN: true });
const aspects = fc.double({ min: 0.2, max: 4, noNaN: true });
const genome = fc.record({
  height: share.map((x) => 0.42 + 0.5 * x),
  width: share.map((x) => 0.17 + 0.15 * x),
});

/** Metres from a plant's head to the nearest other. */
function closest(all: readonly Plant[], k: number, among: readonly number[], aspect: number): number {
  const [x, , z] = stand(all[k]!, aspect);
  const away = (j: number): number => {
    const [ox, , oz] = stand(all[j]!, aspect);
    return Math.hypot(x - ox, z - oz);
  };
  return Math.min(...among.filter((j) => j !== k).map(away));
}

/** Metres of air between a plant's open head and the nearest other, when all are as wide as any. */
const gap = (all: readonly Plant[], k: number, among: readonly number[], aspect: number): number =>
  closest(all, k, among, aspect) - wide({ ...all[k]!, width: 0.32 });

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

  it("lets no head of the nearest dozen touch another, and leaves room between the next, among ten thousand", () => {
    for (const aspect of SHAPES) {
      const all = garden(10_000);
      const { near, middle } = detailed(all, aspect, { near: 12, middle: 48 }, null);
      for (const k of near) expect(gap(all, k, near, aspect)).toBeGreaterThan(0);
      for (const k of middle) expect(closest(all, k, [...near, ...middle], aspect)).toBeGreaterThan(0.12);
    }
  });

  it("gives every one of ten thousand flowers a place of its own", () => {
    for (const aspect of SHAPES) {
      const places = garden(10_000).map((one) => stand(one, aspect).map((x) => x.toFixed(4)));
      expect(new Set(places.map(String)).size).toBe(10_000);
    }
  });

  it("moves none when one more grows", () => {
    fc.assert(
      fc.property(fc.nat(9999), aspects, (order, aspect) => {
        const before = garden(order + 1).map((one) => stand(one, aspect));
        expect(
          garden(order + 2)
            .slice(0, -1)
            .map((one) => stand(one, aspect)),
        ).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it("has heads over the words' footer and under the eye, whatever the words made", () => {
    fc.assert(
      fc.property(fc.nat(10_000), genome, (order, form) => {
        const one = { ...plant(order), ...form };
        expect(tall(one)).toBeGreaterThan(0.4);
        expect(tall(one)).toBeLessThan(1.15);
        expect(wide(one)).toBeLessThan(0.4);
      }),
    );
  });
});

describe("a plant's detail", () => {
  const choice = (all: Plant[], aspect: number, newest: string | null, near = 12, middle = 60): Detail =>
    detailed(all, aspect, { near, middle }, newest);
  const scattered = fc.array(fc.nat(10_000), { maxLength: 300 }).map((orders) => [...new Set(orders)].map(plant));

  it("follows its distance: none in full stands behind one with less, and none with less behind a light", () => {
    fc.assert(
      fc.property(scattered, aspects, (all, aspect) => {
        const { near, middle } = choice(all, aspect, null);
        const nearer = new Set([...near, ...middle]);
        const far = all.flatMap((_, k) => (nearer.has(k) ? [] : [k]));
        const away = (places: readonly number[]): number[] => places.map((k) => distance(all[k]!, aspect));
        expect(Math.max(0, ...away(near))).toBeLessThanOrEqual(Math.min(99, ...away(middle)));
        expect(Math.max(0, ...away(middle))).toBeLessThanOrEqual(Math.min(99, ...away(far)));
      }),
    );
  });

  it("is given to as many as there is room for, each once, the farthest first", () => {
    fc.assert(
      fc.property(scattered, aspects, fc.nat(30), fc.nat(90), (all, aspect, near, middle) => {
        const chosen = choice(all, aspect, null, near, middle);
        expect(chosen.near.length).toBe(Math.min(near, all.length));
        expect(chosen.middle.length).toBe(Math.min(middle, all.length - chosen.near.length));
        expect(new Set([...chosen.near, ...chosen.middle]).size).toBe(chosen.near.length + chosen.middle.length);
        for (const places of [chosen.near, chosen.middle]) {
          const away = places.map((k) => distance(all[k]!, aspect));
          expect(away).toEqual([...away].sort((a, b) => b - a));
        }
      }),
    );
  });

  it("is full for the newest, wherever it stands", () => {
    const all = garden(400);
    const without = choice(all, 1.5, null, 11).near;
    expect(new Set(choice(all, 1.5, "flower-399").near)).toEqual(new Set([399, ...without]));
  });

  it("costs a tenth of the triangles behind the first dozen, and sixteen bytes far away", () => {
    const near = sprig(SPRIGS.near).index.length / 3;
    const middle = sprig(SPRIGS.middle).index.length / 3;
    expect(near).toBeLessThan(2700);
    expect(middle).toBeLessThan(Math.min(200, near / 10));
    const { foot, form, kind } = new Slots(100);
    expect((foot.byteLength + form.byteLength + kind.byteLength) / 100).toBe(16);
  });
});

describe("the far flowers", () => {
  const nearer = new Set([0, 1, 2]);
  const filled = (all: readonly Plant[], slots = new Slots(10_000)): Slots => {
    slots.plant(all, nearer, 1.5);
    while (slots.write().length > 0);
    return slots;
  };

  it("are written a part at a time, each once", () => {
    const slots = new Slots(10_000);
    slots.plant(garden(10_000), nearer, 1.5);
    const parts: (readonly number[])[] = [];
    for (let part = slots.write(); part.length > 0; part = slots.write()) parts.push(part);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(PART);
    expect(parts.flat()).toEqual(Array.from({ length: 10_000 }, (_, k) => k));
    expect(slots.count).toBe(10_000);
  });

  it("keep their slots: one that grows, or comes nearer, is all that is written", () => {
    const all = garden(2000);
    const slots = filled(all);
    slots.plant([...all, plant(2000)], new Set([1, 2, 3]), 1.5);
    expect(slots.write()).toEqual([0, 3, 2000]);
  });

  it("hide where a flower is drawn in more detail, and stand where they stand", () => {
    const all = garden(300);
    const { foot, kind } = filled(all);
    expect([0, 1, 2, 3].map((k) => kind[4 * k + 3])).toEqual([0, 0, 0, 1]);
    const [x, , z] = stand(all[299]!, 1.5);
    expect([foot[598], foot[599]]).toEqual([Math.fround(x), Math.fround(z)]);
  });

  it("end where there is no more room", () => {
    expect(filled(garden(50), new Slots(20)).count).toBe(20);
  });
});
