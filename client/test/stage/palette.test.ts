import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMBER_FLOOR, mixed, PALETTES, type Palette } from "../../src/stage/palette.ts";
import type { Light, Mood } from "../../src/world/world.ts";

const MOODS: readonly Mood[] = ["arriving", "listening", "met", "kind", "resting", "darkness"];
const luma = ([r, g, b]: readonly [number, number, number]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const unit = fc.double({ min: 0, max: 1, noNaN: true });

const light: fc.Arbitrary<Light> = fc
  .record({
    raw: fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
    warmth: unit,
    glow: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  .map(({ raw, warmth, glow }) => {
    const sum = raw.reduce((a, b) => a + b, 0);
    const moods = Object.fromEntries(MOODS.map((mood, k) => [mood, raw[k]! / sum])) as Record<Mood, number>;
    return { moods, warmth, glow, kindness: 0, silver: 0, stir: 0, wake: 1, fade: 0, breath: 0, sure: 0 };
  });

const brightness = (palette: Palette): number[] => [
  luma(palette.deep),
  luma(palette.pearl),
  luma(palette.core),
  palette.behind,
  palette.ember,
];

describe("the palette", () => {
  it("keeps the ember above its floor in every mood, warmth, glow and gloom", () => {
    fc.assert(fc.property(light, unit, (now, gloom) => mixed(now, gloom).ember >= EMBER_FLOOR));
  });

  it("meets a harsh thought with no less light than an arrival, and closer", () => {
    const [met, arriving] = [PALETTES.met, PALETTES.arriving];
    brightness(met).forEach((value, k) => {
      expect(value).toBeGreaterThanOrEqual(brightness(arriving)[k]!);
    });
    expect(met.near).toBeGreaterThan(arriving.near);
  });

  it("keeps the shadows of every mood but darkness indigo: blue is their strongest part", () => {
    for (const mood of MOODS.filter((one) => one !== "darkness")) {
      for (const [r, g, b] of [PALETTES[mood].deep, PALETTES[mood].fog]) expect(b).toBeGreaterThan(2 * Math.max(r, g));
    }
  });

  it("is never red: no mood's light is saturated red by the flash rule", () => {
    for (const { core, accentA, accentB } of Object.values(PALETTES)) {
      for (const [r, g, b] of [core, accentA, accentB]) expect(r / (r + g + b)).toBeLessThan(0.8);
    }
  });

  it("never warms less because a thought is warmer", () => {
    fc.assert(
      fc.property(light, unit, (now, more) => {
        const warmer = { ...now, warmth: Math.min(1, now.warmth + more) };
        return mixed(warmer, 0).behind >= mixed(now, 0).behind;
      }),
    );
  });
});
