import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beaten, type Governed, governed, HERTZ, type Lit, predicted, pulse, SLOPE } from "../../src/stage/governor.ts";
import { PALETTES, type Palette } from "../../src/stage/palette.ts";

const LAW = 0.1; // of mean luminance, in half a second
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const colour = fc.tuple(unit, unit, unit);
const palette: fc.Arbitrary<Palette> = fc
  .record({ named: fc.constantFrom(...Object.values(PALETTES)), core: colour, behind: unit, plain: fc.boolean() })
  .map(({ named, core, behind, plain }) => (plain ? named : { ...named, core, behind }));
const lit: fc.Arbitrary<Lit> = fc.record({ palette, wake: unit, gloom: unit });
const dt = fc.double({ min: 0.001, max: 0.5, noNaN: true });
const rate = fc.integer({ min: 10, max: 144 });

/** A light between darkness and kindness. */
function level(share: number): Lit {
  const { kind } = PALETTES;
  const [r, g, b] = kind.core;
  return { palette: { ...kind, core: [r * share, g * share, b * share], behind: share * 0.4 }, wake: 1, gloom: 0 };
}

interface Frame {
  readonly wanted: Lit;
  readonly dt: number;
}

interface Shown {
  readonly at: number; // seconds
  readonly light: number;
}

function played(frames: readonly Frame[]): Shown[] {
  let state: Governed | null = null;
  let at = 0;
  return frames.map(({ wanted, dt }) => {
    at += dt;
    state = governed(state, wanted, dt);
    return { at, light: predicted(state.light) };
  });
}

const steady = (count: number, rate: number, wanted: (seconds: number) => Lit): Frame[] =>
  Array.from({ length: count }, (_, k) => ({ wanted: wanted(k / rate), dt: 1 / rate }));

const square = (hertz: number, low: Lit, high: Lit) => (seconds: number) =>
  Math.floor(2 * hertz * seconds) % 2 ? high : low;

/** When the light turned the other way. */
function turnsOf(shown: readonly Shown[]): number[] {
  let way = 0;
  return shown.slice(1).flatMap((one, k) => {
    const now = Math.sign(one.light - shown[k]!.light);
    if (now === 0 || now === way) return [];
    way = now;
    return [one.at];
  });
}

/** The most that the light moves in any half second. */
function steepest(shown: readonly Shown[]): number {
  let [most, first] = [0, 0];
  shown.forEach((one, k) => {
    while (one.at - shown[first]!.at > 0.5) first += 1;
    for (const before of shown.slice(first, k)) most = Math.max(most, Math.abs(one.light - before.light));
  });
  return most;
}

function lawful(shown: readonly Shown[]): void {
  expect(steepest(shown)).toBeLessThanOrEqual(LAW);
  const turns = turnsOf(shown);
  turns.slice(1).forEach((at, k) => {
    expect(at - turns[k]!).toBeGreaterThanOrEqual(1 / (2 * HERTZ) - 1e-9);
  });
}

describe("the governor", () => {
  it("lets no light change by a tenth in half a second, nor turn more than five times in a second", () => {
    const frames = fc.array(fc.record({ wanted: lit, dt }), { minLength: 2, maxLength: 200 });
    fc.assert(fc.property(frames, (frames) => lawful(played(frames))));
  });

  it("holds square waves of any rate between any two lights, at any rate of frames", () => {
    const hertz = fc.double({ min: 0.1, max: 60, noNaN: true });
    fc.assert(
      fc.property(hertz, lit, lit, rate, (hertz, low, high, rate) =>
        lawful(played(steady(3 * rate, rate, square(hertz, low, high)))),
      ),
    );
  });

  it.each([4, 10, 25])("makes of a strobe at %s Hz less than a tenth of what it was", (hertz) => {
    const [low, high] = [level(0), level(1)];
    const late = played(steady(500, 100, square(hertz, low, high))).slice(200);
    const lights = late.map(({ light }) => light);
    expect(Math.max(...lights) - Math.min(...lights)).toBeLessThan((predicted(high) - predicted(low)) / 10);
  });

  it("lets slow light through to within a hundredth of it", () => {
    const slow = fc.record({
      mean: fc.double({ min: 0.3, max: 0.6, noNaN: true }),
      hertz: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
    });
    fc.assert(
      fc.property(slow, rate, ({ mean, hertz }, rate) => {
        const depth = Math.min(0.3, (2 * SLOPE.fall) / (2 * Math.PI * hertz));
        const frames = steady(10 * rate, rate, (at) => level(mean + depth * Math.sin(2 * Math.PI * hertz * at)));
        played(frames).forEach(({ light }, k) => {
          expect(Math.abs(light / predicted(frames[k]!.wanted) - 1)).toBeLessThan(0.01);
        });
      }),
    );
  });

  it("arrives at a light that stays", () => {
    fc.assert(
      fc.property(lit, lit, (from, to) => {
        const shown = played([{ wanted: from, dt: 0.05 }, ...steady(400, 20, () => to)]);
        expect(shown.at(-1)!.light).toBeCloseTo(predicted(to), 9);
      }),
    );
  });
});

describe("a pulse", () => {
  it("takes a fifth of a second or more to rise, for any heart", () => {
    const beat = fc.record({
      hertz: fc.double({ min: 0, max: 100, noNaN: true }),
      dt: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(beat, { minLength: 1, maxLength: 200 }), (beats) => {
        let phase = 0;
        for (const { hertz, dt } of beats) {
          const before = pulse(phase);
          phase = beaten(phase, hertz, dt);
          const most = Math.sin(Math.PI * Math.min(0.5, HERTZ * dt)); // of a cosine whose rise takes 200 ms
          expect(Math.abs(pulse(phase) - before)).toBeLessThanOrEqual(most + 1e-9);
        }
      }),
    );
  });

  it("is at rest, at its height and at rest again, once in a beat", () => {
    expect([0, 0.5, 1].map(pulse)).toEqual([0, 1, 0]);
  });

  it("goes as fast as it is asked to, up to its ceiling", () => {
    expect(beaten(0, 1.2, 0.1)).toBeCloseTo(0.12, 9);
    expect(beaten(0, 10, 0.1)).toBeCloseTo(0.1 * HERTZ, 9);
  });
});
