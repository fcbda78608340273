// Which string a finger means. Strings hang in the order of time, so a stretch of time is a stretch of the loom: a ball
// around it either misses the finger's cone, and all of it is passed over, or it is halved. Of 100,000 strings a few
// dozen are looked at.

import type { Vector } from "./geometry/vector.ts";
import { type Lens, seen } from "./layout/gaze.ts";
import { around, LOOM, strung } from "./layout/loom.ts";
import { apartIn } from "./layout/sight.ts";
import { firstAfter, type Weave } from "./layout/weave.ts";

/** A finger on the picture: distances in page pixels, of points and of straight pieces, and of whole balls at least. */
export interface Finger {
  piece(from: Vector, to: Vector): number;
  ball(middle: Vector, radius: number): number;
}

export interface Found {
  readonly place: number; // among the threads
  readonly far: number; // page pixels
  readonly looked: number; // strings whose distance was measured
}

const PIECES = 16;
const FROM = 0.08; // of a string: its ends fade away
const TO = 0.92;
const ALONG = 6.6; // metres of string for all of it, at most
const AROUND = 2 * Math.PI;

const step = (k: number): number => FROM + ((TO - FROM) * k) / PIECES;

/** Page pixels from a finger to one string. */
export function apart(finger: Finger, azimuth: number, from = 0, to = PIECES): number {
  let least = Number.POSITIVE_INFINITY;
  let last = strung(azimuth, step(from));
  for (let k = from + 1; k <= to; k++) {
    const next = strung(azimuth, step(k));
    least = Math.min(least, finger.piece(last, next));
    last = next;
  }
  return least;
}

/** The nearest string within `within` pixels that `wanted` lets be found, or null. */
export function nearest(
  weave: Pick<Weave, "order" | "shares">,
  through: Lens,
  finger: Finger,
  within: number,
  wanted: (place: number) => boolean,
): Found | null {
  const { order, shares } = weave;
  const [from, to] = apartIn(through).map((share) => firstAfter(weave, share)) as [number, number];
  let best = { place: -1, far: within };
  let looked = 0;
  const shown = (at: number): number => seen(through, shares[order[at]!]!);
  const least = (low: number, high: number): number => bound(finger, shown(low), shown(high - 1));
  const search = (low: number, high: number, bounded: number): void => {
    if (bounded > best.far) return;
    if (high - low === 1) {
      look(order[low]!, shown(low));
      return;
    }
    const middle = (low + high) >> 1;
    const halves = [
      [low, middle, least(low, middle)],
      [middle, high, least(middle, high)],
    ] as const;
    for (const half of halves[0][2] <= halves[1][2] ? halves : [halves[1], halves[0]]) search(...half);
  };
  const look = (place: number, share: number): void => {
    if (!wanted(place)) return;
    looked += 1;
    const far = apart(finger, around(share));
    if (far < best.far || (far === best.far && place < best.place)) best = { place, far };
  };
  if (from < to) search(from, to, 0);
  return best.place < 0 ? null : { ...best, looked };
}

/** No string between two seen shares is nearer than this: the least over balls along them. */
function bound(finger: Finger, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < PIECES; k++) {
    const [high, low] = [step(k), step(k + 1)];
    const wide = LOOM.TOP_RADIUS + (LOOM.LOW_RADIUS - LOOM.TOP_RADIUS) * low;
    const radius = (AROUND * wide * (to - from) + ALONG * (low - high)) / 2;
    least = Math.min(least, finger.ball(strung(around((from + to) / 2), (high + low) / 2), radius));
  }
  return least;
}
