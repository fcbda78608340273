// Ripples of light from the words: they follow from time, and cannot flash.

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
