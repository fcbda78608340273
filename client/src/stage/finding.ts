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
  const [from, to] = apartIn(through).map((share) => firstAfter(weave, share)) as [number, number];
  const search = new Search(weave, through, finger, within, wanted);
  if (from < to) search.go(from, to, search.least(from, to));
  return search.place < 0 ? null : { place: search.place, far: search.far, looked: search.looked };
}

/** Branch and bound: the nearer half first, and no half that cannot hold a nearer string than the best. */
class Search {
  place = -1;
  looked = 0;

  constructor(
    private readonly weave: Pick<Weave, "order" | "shares">,
    private readonly through: Lens,
    private readonly finger: Finger,
    public far: number,
    private readonly wanted: (place: number) => boolean,
  ) {}

  /** No string of a stretch is nearer than this. */
  least(low: number, high: number): number {
    if (high - low === 1 && !this.wanted(this.weave.order[low]!)) return Number.POSITIVE_INFINITY;
    return bound(this.finger, this.shown(low), this.shown(high - 1));
  }

  go(low: number, high: number, least: number): void {
    if (least > this.far) return;
    if (high - low === 1) {
      this.look(low);
      return;
    }
    const middle = (low + high) >> 1;
    const [earlier, later] = [this.least(low, middle), this.least(middle, high)];
    if (earlier <= later) this.go(low, middle, earlier);
    this.go(middle, high, later);
    if (earlier > later) this.go(low, middle, earlier);
  }

  private look(at: number): void {
    this.looked += 1;
    const place = this.weave.order[at]!;
    const far = apart(this.finger, around(this.shown(at)));
    if (far < this.far || (far === this.far && place < this.place)) [this.place, this.far] = [place, far];
  }

  private shown(at: number): number {
    return seen(this.through, this.weave.shares[this.weave.order[at]!]!);
  }
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
