// Seeded chance: the same stone for the same seed, on every machine.

export type Chance = () => number;

/** A stream of numbers in [0, 1) that a 32-bit seed fixes (mulberry32, Tommy Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number in [low, high). */
export const between = (next: Chance, low: number, high: number): number => low + (high - low) * next();
