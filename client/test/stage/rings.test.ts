import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ripple, rippled } from "../../src/stage/rings.ts";

describe("ripples of light", () => {
  it("stay under three in any second, however fast one types", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 0.4, noNaN: true }), { maxLength: 200 }), (gaps) => {
        let now = 0;
        let ripples: readonly Ripple[] = [];
        const born = new Set<number>();
        for (const gap of gaps) {
          now += gap;
          ripples = rippled(ripples, now, 1, 1);
          for (const ripple of ripples) born.add(ripple.born);
        }
        const all = [...born];
        expect(all.slice(3).every((at, k) => at - all[k]! > 1)).toBe(true);
      }),
    );
  });

  it("are faint for a faint stir, and never strong", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (stir) => {
        const [one] = rippled([], 0, 1, stir);
        expect(one!.swell).toBeGreaterThan(0);
        expect(one!.swell).toBeLessThan(0.1);
      }),
    );
  });

  it("do not begin when no draft was answered", () => {
    expect(rippled([], 3, 0, 1)).toEqual([]);
  });
});
