// Ripples of light from the words, and slow rings on the pool: both follow from time, and neither can flash.

/** One ripple of light in the walls. */
export interface Ripple {
  readonly born: number; // seconds of stage time
  readonly swell: number;
}

const GAP = 0.85; // seconds between ripples: however fast one types, the walls breathe at under 1.2 per second
const KEPT = 4;
const FAINTEST = 0.025;
const STRONGEST = 0.075;

/** The ripples after `answers` more drafts were answered. */
export function rippled(ripples: readonly Ripple[], now: number, answers: number, stir: number): readonly Ripple[] {
  const last = ripples.at(-1);
  if (answers <= 0 || (last && now - last.born < GAP)) return ripples;
  return [...ripples, { born: now, swell: FAINTEST + (STRONGEST - FAINTEST) * stir }].slice(-KEPT);
}

const PERIOD = 15; // seconds that a ring on the pool lives
const REACH = 7; // metres

/** Radius (metres) and height of the pool's k-th ring at a time. */
export function poolRing(now: number, k: number): { readonly radius: number; readonly force: number } {
  const share = (((now / PERIOD + k / 3) % 1) + 1) % 1;
  return { radius: 0.2 + REACH * share, force: 0.1 * Math.sin(Math.PI * share) ** 0.7 };
}
