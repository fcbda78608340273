import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubled, lens, meant, seen, together, turned } from "../../src/stage/layout/gaze.ts";
import { along, nearer } from "../../src/stage/layout/steer.ts";
import { gazes, hung, spun, weaves } from "./life.ts";

const shares = fc.double({ min: 0, max: 0.92, noNaN: true });
const spans = fc.record({
  days: fc.double({ min: 28, max: 40_000, noNaN: true }),
  gap: fc.double({ min: 0.01, max: 60, noNaN: true }),
});

describe("the lens over time", () => {
  it("keeps the order of days, and the loom's ends within its gap", () => {
    fc.assert(
      fc.property(spans, gazes, shares, shares, (span, gaze, a, b) => {
        const through = lens(span, gaze);
        if (a < b) expect(seen(through, a)).toBeLessThanOrEqual(seen(through, b));
        expect(seen(through, a)).toBeGreaterThan(-0.0401);
        expect(seen(through, a)).toBeLessThan(0.9601);
      }),
    );
  });

  it("leaves a whole life as it hangs", () => {
    fc.assert(
      fc.property(spans, shares, shares, (span, at, share) => {
        const through = { ...lens(span, { at, zoom: 0 }), power: 0 };
        expect(seen(through, share)).toBeCloseTo(share, 12);
        expect(doubled(through, share)).toBe(0);
      }),
    );
  });

  it("can be looked through both ways", () => {
    fc.assert(
      fc.property(spans, gazes, shares, (span, gaze, share) => {
        const through = lens(span, gaze);
        expect(Math.abs(meant(through, seen(through, share)) - share)).toBeLessThan(1e-7);
      }),
    );
  });

  it("opens time further, the nearer the eye", () => {
    const span = { days: 5000, gap: 1 };
    const spacing = [0, 1, 2, 3].map((zoom) => doubled(lens(span, { at: 0.4, zoom }), 0.4));
    expect(spacing).toEqual([...spacing].sort((a, b) => a - b));
    expect(spacing[3]! - spacing[0]!).toBeGreaterThan(6);
  });
});

describe("the gaze on its way", () => {
  it("arrives, never passes more than a few windows in a second, and never overshoots", () => {
    fc.assert(
      fc.property(spans, gazes, gazes, (span, from, to) => {
        let gaze = from;
        for (let k = 0; k < 900; k++) {
          const next = turned(span, gaze, to, 1 / 30);
          expect(Math.abs(to.at - next.at)).toBeLessThanOrEqual(Math.abs(to.at - gaze.at) + 1e-12);
          gaze = next;
        }
        expect(gaze).toBe(to);
      }),
      { numRuns: 40 },
    );
  });

  it("goes out first when the way is long", () => {
    const span = { days: 9000, gap: 1 };
    expect(together(span, 0.5)).toBeLessThan(0.2);
    const on = turned(span, { at: 0.1, zoom: 3 }, { at: 0.8, zoom: 3 }, 0.5);
    expect(on.zoom).toBeLessThan(2.5);
  });
});

describe("a hand on the loom", () => {
  it("never leads past either end of a life, however it pulls", () => {
    fc.assert(
      fc.property(weaves, gazes, fc.double({ min: -3, max: 3, noNaN: true }), shares, (weave, gaze, by, under) => {
        const near = nearer(weave, { ...gaze, zoom: Math.max(1, gaze.zoom) }, Math.abs(by), under);
        const far = along(weave, near, by);
        const [first, last] = [Math.min(...weave.shares), Math.max(...weave.shares)];
        for (const { at } of [near, far]) {
          expect(at).toBeGreaterThanOrEqual(first - 1e-9);
          expect(at).toBeLessThanOrEqual(last + 1e-9);
        }
      }),
    );
  });

  it("goes and comes back", () => {
    const weave = hung(Array.from({ length: 300 }, (_, k) => spun(k, k * 4)));
    const start = { at: 0.4, zoom: 0.4 };
    const back = along(weave, along(weave, start, 0.05), -0.05);
    expect(back.at).toBeCloseTo(start.at, 2);
    expect(nearer(weave, nearer(weave, start, 0.3, null), -0.3, null).zoom).toBeCloseTo(0.4, 9);
  });

  it("steps to the next thread where the days between are empty", () => {
    const weave = hung([0, 100, 900, 4000].map((day, k) => spun(k, day)));
    let gaze = { at: weave.shares[0]!, zoom: 2.9 };
    for (const k of [1, 2, 3]) {
      for (let steps = 0; steps < 30 && gaze.at < weave.shares[k]! - 1e-9; steps++)
        gaze = along(weave, gaze, 0.02, true);
      expect(gaze.at).toBeCloseTo(weave.shares[k]!, 9);
    }
  });
});
