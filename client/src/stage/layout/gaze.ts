// Where in a life the eye dwells, and how near: a lens over time, through which the strings around one moment stand
// further apart, and all others close up into a veil. The order of days never changes.

import { ROUND } from "./loom.ts";

/** How long a record is, and how many days lie between two of its threads, taken together, when it was woven. */
export interface Span {
  readonly days: number;
  readonly gap: number;
}

/** `at`: share of the loom's round, as days lie on it. `zoom`: 0 a life, 1 a month, 2 a day, 3 its sentences. */
export interface Gaze {
  readonly at: number;
  readonly zoom: number;
}

/** How time is spread at one gaze: `power` 0 leaves it as it is. */
export interface Lens {
  readonly at: number;
  readonly power: number;
  readonly left: number; // turns in which everything earlier stands
  readonly right: number; // turns in which everything later stands
}

export const NEAREST = 3;
const EDGE = 0.04; // turns of the gap that either end of a life may spread into
const SIDE = ROUND / 2;
const HALF = 0.06; // turns to each side of the gaze that the window of its level fills
// Days from the middle of a level's window to its edge; where a record is sparse, as many as hold a few threads.
const LEVELS = [
  { days: 16, threads: 13 },
  { days: 0.75, threads: 4 },
  { days: 0.3, threads: 2.2 },
] as const;

/** Half of the days that a level of zoom is about. */
export function reach({ days, gap }: Span, zoom: number): number {
  const life = days / 2;
  const steps = [life, ...LEVELS.map((level) => Math.min(life, Math.max(level.days, level.threads * gap)))];
  const from = Math.min(NEAREST - 1, Math.max(0, Math.floor(zoom)));
  const [wide, close] = [steps[from]!, steps[from + 1]!];
  return wide * (close / wide) ** Math.min(1, Math.max(0, zoom - from));
}

/** The lens of a gaze: the window of its level fills the same part of the round in any record. */
export function lens(dates: Span, { at, zoom }: Gaze): Lens {
  const half = (reach(dates, zoom) / dates.days) * ROUND;
  const power = Math.max(0, (HALF - half) / (half * (1 - HALF / SIDE)));
  return { at, power, left: Math.max(EDGE, at + EDGE), right: Math.max(EDGE, ROUND - at + EDGE) };
}

/** Where a share of the round is seen through the lens (a hyperbola to each side, after Sarkar and Brown 1992). */
export function seen(through: Lens, share: number): number {
  const away = share - through.at;
  const side = away < 0 ? through.left : through.right;
  const u = Math.abs(away) / side;
  return through.at + (Math.sign(away) * side * (through.power + 1) * u) / (through.power * u + 1);
}

/** The share of the round that is seen at a place: the lens, the other way. */
export function meant(through: Lens, place: number): number {
  const away = place - through.at;
  const side = away < 0 ? through.left : through.right;
  const v = Math.min(1, Math.abs(away) / side);
  return through.at + (Math.sign(away) * side * v) / (through.power + 1 - through.power * v);
}

/** How often the spacing around a share is doubled (below 0: halved). */
export function doubled(through: Lens, share: number): number {
  const away = share - through.at;
  const u = Math.abs(away) / (away < 0 ? through.left : through.right);
  return Math.log2((through.power + 1) / (through.power * u + 1) ** 2);
}

/** The widest zoom at which two moments, this share apart, are within one window. */
export function together(dates: Span, apart: number): number {
  const days = (apart / ROUND) * dates.days;
  let [wide, close] = [0, NEAREST];
  for (let k = 0; k < 12; k++) {
    const middle = (wide + close) / 2;
    if (reach(dates, middle) > days) wide = middle;
    else close = middle;
  }
  return wide;
}

const WATCHING = 0.5; // seconds to go two thirds of the way
const STRIDE = 2.4; // windows that may pass in a second, so that nothing streaks by

/** The gaze on its way to another, `dt` seconds later: out as far as the way is long, along, and in again. */
export function turned(dates: Span, from: Gaze, to: Gaze, dt: number): Gaze {
  const part = 1 - Math.exp(-dt / WATCHING);
  const apart = to.at - from.at;
  const aim = Math.min(to.zoom, Math.max(together(dates, Math.abs(apart)), 0));
  const zoom = from.zoom + (aim - from.zoom) * part;
  const most = (reach(dates, zoom) / dates.days) * ROUND * STRIDE * dt;
  const step = Math.max(-most, Math.min(most, apart * part));
  return settled(from, to) ? to : { at: from.at + step, zoom };
}

const settled = (from: Gaze, to: Gaze): boolean =>
  Math.abs(from.zoom - to.zoom) < 1e-3 && Math.abs(from.at - to.at) < 1e-9;
