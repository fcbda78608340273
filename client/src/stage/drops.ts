// What touches the water, pure: a finger, a falling drop, the heart. Each presses softly and rises over at least 200 ms,
// and all of them together may never raise more than a gentle slope.

import { type Press, SIDE, TICK } from "./water.ts";

export type Kind = "finger" | "drop" | "beat";

/** Along x and z, metres. */
export type Place = readonly [number, number];

interface Touch {
  readonly wide: number; // metres; its rings are about four times as long
  readonly lasts: number; // seconds; the press is strongest half way
  readonly swings: number; // of the press, in a second: a falling drop rebounds, a finger does not
  readonly push: number; // centimetres a tick that raise a slope of about SLOPE
  readonly force: number; // a share of that
}

export const TOUCHES: Readonly<Record<Kind, Touch>> = {
  finger: { wide: 0.13, lasts: 1, swings: 1.3, push: 0.15, force: 0.8 },
  drop: { wide: 0.13, lasts: 1.7, swings: 1.35, push: 0.15, force: 0.12 },
  beat: { wide: 0.28, lasts: 0.6, swings: 0, push: 0.11, force: 0.5 },
};

/** The slope that a press of force 1 raises at most, and the force that the water bears at once. */
export const SLOPE = 0.7;
export const BEARS = 1.6;
/** No press ever raises the water above this slope. */
export const STEEPEST = SLOPE * BEARS;
/** Presses in one tick, at most; the shader has room for so many. */
export const PRESSES = 12;

const GAPS: Readonly<Record<Kind, number>> = { finger: 0.12, drop: 0.6, beat: 0.4 }; // seconds; 0.4 is 2.5 Hz
const REACH = 4.2; // metres from the middle within which the water can be touched
const FORGOTTEN = 9; // seconds
const SHARE = 0.8; // of what the water still bears: a stirring finger presses ever more lightly
const FAINTEST = 0.04;
const FIRST = 0.5; // seconds until the room's own first drop
const BETWEEN = 4.6; // seconds between its later ones
const SOURCE: Place = [0, 0.3]; // before the ember
const GOLDEN = 2.39996323;

export interface Drop {
  readonly kind: Kind;
  readonly x: number;
  readonly z: number;
  readonly born: number; // ticks
  readonly force: number;
}

/** How much of a press's steepest slope is left at most after so many seconds: its ring spreads, and tires. */
export function left(age: number): number {
  const free = Math.max(0, age - 1.4);
  return Math.exp(-free / 6.5) / Math.sqrt(1 + free / 0.15);
}

/** The drops after one more touch, or the same when the water bears no more now. */
export function dropped(drops: readonly Drop[], kind: Kind, x: number, z: number, tick: number): readonly Drop[] {
  const live = drops.filter(({ born }) => (tick - born) * TICK < FORGOTTEN);
  const last = live.filter((drop) => drop.kind === kind).at(-1);
  const soon = last !== undefined && (tick - last.born) * TICK < GAPS[kind];
  const borne = live.reduce((sum, { force, born }) => sum + force * left((tick - born) * TICK), 0);
  const force = Math.min(TOUCHES[kind].force, SHARE * (BEARS - borne));
  if (soon || force < FAINTEST || Math.hypot(x, z) > REACH) return live;
  return [...live, { kind, x, z, born: tick, force }];
}

/** What presses the water in this tick. Coarse water is pressed more broadly: it has no narrower waves. */
export function pressing(drops: readonly Drop[], tick: number, texels: number): readonly Press[] {
  return drops
    .filter(({ kind, born }) => tick >= born && (tick - born) * TICK < TOUCHES[kind].lasts)
    .slice(-PRESSES)
    .map(({ kind, x, z, born, force }) => {
      const { wide, push } = TOUCHES[kind];
      const broad = Math.max(wide, (1.5 * SIDE) / texels);
      const now = -push * Math.sqrt(wide / broad) * force * swing(kind, (tick - born) * TICK);
      return { x, z, wide: broad, push: now };
    });
}

/** How strongly a touch presses, from 0 to 1: it begins and ends at nothing. */
export function swing(kind: Kind, age: number): number {
  const { lasts, swings } = TOUCHES[kind];
  if (age <= 0 || age >= lasts) return 0;
  return Math.sin((Math.PI * age) / lasts) ** 2 * Math.cos(2 * Math.PI * swings * (age - lasts / 2));
}

/** Where the room's own drop falls between two ticks, or null: one every few seconds, never quite where the last fell. */
export function falling(from: number, to: number): Place | null {
  const k = Math.ceil((from * TICK - FIRST) / BETWEEN);
  if (k < 0 || FIRST + k * BETWEEN >= to * TICK) return null;
  const away = k === 0 ? 0 : 0.55 * Math.sqrt((k * 0.618034) % 1);
  return [SOURCE[0] + away * Math.sin(k * GOLDEN), SOURCE[1] + away * Math.cos(k * GOLDEN)];
}

/** Where the drop of a kept thought falls: before the viewer, by the thought's own name. */
export function ofThought(id: string): Place {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  const share = (shift: number): number => ((hash >>> shift) & 255) / 255;
  return [1.4 * (share(0) - 0.5), 0.5 + 0.8 * share(12)];
}
