// Records to hang on a loom: any, and one of a long life.

import fc from "fast-check";
import { calendar } from "../../src/stage/layout/loom.ts";
import { type Weave, woven } from "../../src/stage/layout/weave.ts";
import type { Thread } from "../../src/world/world.ts";

const share = fc.double({ min: 0, max: 0.999, noNaN: true });

export const spun = (k: number, day: number, turn = 0.5): Thread => ({
  id: `thread-${k}`,
  when: "2000-01-01T12:00",
  day,
  turn,
  offset: 0,
  warmth: k % 2,
  silver: (k + 1) % 2,
  weight: 0.5,
});

export const threads = fc
  .array(fc.tuple(fc.double({ min: -40_000, max: 40_000, noNaN: true }), share), { minLength: 1, maxLength: 400 })
  .map((all) => all.map(([day, turn], k) => spun(k, day, turn)));

/** A record as it hangs, with so many voices. */
export const hung = (all: readonly Thread[], voices = 40): Weave => woven(calendar(null, all, null)!, all, voices);

export const weaves = threads.map((all) => hung(all));

/** Sixteen years with seasons of writing and of silence. */
export function life(count: number): readonly Thread[] {
  const chance = (k: number, by: number): number => (k * by) % 1;
  return Array.from({ length: count }, (_, k) => {
    const year = Math.floor(chance(k, 0.7548) * 16);
    const season = chance(k, 0.5698) ** (1 + (year % 3));
    return spun(k, year * 365 + season * 365, chance(k, 0.3247));
  });
}

export const gazes = fc.record({
  at: fc.double({ min: 0, max: 0.92, noNaN: true }),
  zoom: fc.double({ min: 0, max: 3, noNaN: true }),
});
