// Where threads hang. Warp is time, weft is theme; a thread that hangs stays where it is when another joins.

import type { Thread } from "../../world/world.ts";
import type { Vector } from "../geometry/vector.ts";

/** The loom's two rings under the dome (metres, radians); strings between them make a hyperboloid. */
export const LOOM = {
  TOP_RADIUS: 1.15,
  TOP_HEIGHT: 7.35,
  LOW_RADIUS: 4.75,
  LOW_HEIGHT: 4.15,
  TWIST: 1.152,
  SAG: 0.28,
  WEFT_SPAN: 0.045,
} as const;

/** The days that once around the loom stands for: chosen when a record is first shown, then kept. */
export interface Calendar {
  readonly first: string; // id of the thread that the record began with
  readonly start: number; // day
  readonly days: number;
}

/** Where one thread hangs: its share of the round, in turns from the record's beginning, and its theme's height. */
export interface Hang {
  readonly share: number;
  readonly theme: number; // [0, 1)
}

const SHORTEST = 28; // days: a new record opens like a fan, not like a knot
const STEP = 1.19; // spans grow by this, so that most visits find the loom as it was
export const ROUND = 0.92; // of the circle; the rest is the gap between last and first
export const BEGIN = 0.2; // turns: a record begins on the far wall, and its gap is behind the viewer
const OFFSET = 0.03;
const HOUR = 16; // characters of a moment whose hour is known
const UNSURE = 0.4; // days: a text whose hour is not known has its own place within its day, and covers no other

/** The calendar for these threads; the one before is kept while threads only join one by one. */
export function calendar(before: Calendar | null, threads: readonly Thread[], newest: string | null): Calendar | null {
  const first = threads[0];
  if (!first) return null;
  const joined = before?.first === first.id && threads.at(-1)?.id === newest;
  return before && joined ? before : spanning(threads, first.id);
}

function spanning(threads: readonly Thread[], first: string): Calendar {
  const days = threads.map((thread) => thread.day);
  const start = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const end = days.reduce((most, day) => Math.max(most, day), start);
  const steps = Math.ceil(Math.log((end - start + 1) / SHORTEST) / Math.log(STEP));
  return { first, start, days: SHORTEST * STEP ** Math.max(0, steps) };
}

/** One thread's place: a pure function of the thread and the calendar, so no other thread can move it. */
export function hang(at: Calendar, { when, day, turn, offset }: Thread): Hang {
  const moment = when.length < HOUR ? day + offset * UNSURE : day;
  const share = ((moment - at.start) / at.days) * ROUND;
  return { share, theme: 0.1 + 0.8 * turned(turn + offset * OFFSET) };
}

/** Turns around the loom at which a share of the round hangs, or is seen. */
export const around = (share: number): number => turned(BEGIN + share);

const turned = (value: number): number => value - Math.floor(value);

/** A point of a string, as the shader draws it. */
export function strung(azimuth: number, s: number): Vector {
  const a = azimuth * 2 * Math.PI;
  const b = a + LOOM.TWIST;
  const mix = (top: number, low: number): number => top + (low - top) * s;
  return [
    mix(LOOM.TOP_RADIUS * Math.sin(a), LOOM.LOW_RADIUS * Math.sin(b)),
    mix(LOOM.TOP_HEIGHT, LOOM.LOW_HEIGHT) - LOOM.SAG * 4 * s * (1 - s),
    mix(LOOM.TOP_RADIUS * Math.cos(a), LOOM.LOW_RADIUS * Math.cos(b)),
  ];
}
