import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Drop,
  dropped,
  falling,
  type Kind,
  left,
  ofThought,
  PRESSES,
  pressing,
  SLOPE,
  STEEPEST,
  swing,
} from "../../src/stage/drops.ts";
import { flat, SIDE, steepest, stepped, stride, TICK } from "../../src/stage/water.ts";

const KINDS: readonly Kind[] = ["finger", "drop", "beat"];
const metres = fc.double({ min: -SIDE / 2, max: SIDE / 2, noNaN: true });
const near = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const touches = (place: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...KINDS), place, place), { maxLength: 40 });

/** All drops that were let fall, touch after touch, each so many ticks after the last. */
function fallen(all: ReadonlyArray<readonly [number, Kind, number, number]>): Drop[] {
  const kept = new Set<Drop>();
  let [tick, drops]: [number, readonly Drop[]] = [0, []];
  for (const [wait, kind, x, z] of all) {
    tick += wait;
    drops = dropped(drops, kind, x, z, tick);
    for (const drop of drops) kept.add(drop);
  }
  return [...kept];
}

describe("what touches the water", () => {
  it.each(KINDS.flatMap((kind) => [64, 128].map((texels) => [kind, texels] as const)))(
    "raises no more slope alone than it is counted for: a %s on %i texels",
    (kind, texels) => {
      let water = flat(texels);
      for (let tick = 0; tick < 300; tick += stride(texels)) {
        water = stepped(water, pressing([{ kind, x: 0.03, z: 0.02, born: 0, force: 1 }], tick, texels));
        expect(steepest(water)).toBeLessThanOrEqual(SLOPE * left(tick * TICK));
      }
    },
  );

  it("never raises the water above the bound, however it is stirred", () => {
    fc.assert(
      fc.property(touches(near), (all) => {
        const drops = fallen(all);
        let [water, most] = [flat(64), 0];
        const end = (drops.at(-1)?.born ?? 0) + 90;
        for (let tick = 0; tick < end; tick += stride(64)) {
          water = stepped(water, pressing(drops, tick, 64));
          most = Math.max(most, steepest(water));
        }
        expect(most).toBeLessThanOrEqual(STEEPEST);
      }),
      { numRuns: 8 },
    );
  });

  it("never presses in more places at once than the shader has room for", () => {
    fc.assert(
      fc.property(touches(metres), fc.integer({ min: 0, max: 1600 }), (all, tick) => {
        expect(pressing(fallen(all), tick, 256).length).toBeLessThanOrEqual(PRESSES);
      }),
    );
  });

  it("follows a heart at 2.5 beats a second at most", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }), (waits) => {
        const beats = fallen(waits.map((wait) => [wait, "beat", 0, 0] as const)).map(({ born }) => born * TICK);
        expect(beats.slice(1).every((at, k) => at - beats[k]! >= 0.4 - 1e-9)).toBe(true);
      }),
    );
  });

  it("presses softly: a beat rises for 200 ms or longer, and every press begins and ends at nothing", () => {
    const ages = Array.from({ length: 400 }, (_, k) => k / 200);
    for (const kind of KINDS) {
      const all = ages.map((age) => swing(kind, age));
      expect(Math.max(...all.map(Math.abs))).toBeLessThanOrEqual(1);
      expect(all.slice(1).every((one, k) => Math.abs(one - all[k]!) < 0.06)).toBe(true);
    }
    const beat = ages.map((age) => swing("beat", age));
    const peak = beat.indexOf(Math.max(...beat));
    expect(ages[peak]).toBeGreaterThanOrEqual(0.2);
    expect(beat.slice(1, peak).every((one, k) => one >= beat[k]!)).toBe(true);
  });

  it("is not heard beyond the shore", () => {
    expect(dropped([], "finger", 4.5, 0, 10)).toEqual([]);
    expect(dropped([], "finger", 3, 1, 10)).toHaveLength(1);
  });
});

describe("the room's own drops", () => {
  it("fall at the same moments and places, however the ticks are taken together", () => {
    const heard = (step: number) =>
      Array.from({ length: 3600 / step }, (_, k) => falling(k * step, (k + 1) * step)).filter((one) => one !== null);
    expect(heard(2)).toEqual(heard(1));
    expect(heard(1).length).toBeGreaterThan(10);
  });

  it("fall before the viewer for a kept thought, always where its name says", () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const [x, z] = ofThought(id);
        expect(ofThought(id)).toEqual([x, z]);
        expect(Math.abs(x)).toBeLessThanOrEqual(0.7);
        expect(Math.abs(z - 0.9)).toBeLessThanOrEqual(0.41);
      }),
    );
  });
});
