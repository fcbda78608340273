// Where the viewer stands under the loom: from below, all of a life; nearer and nearer to the strings around one time.

import { Vector3 } from "three";
import { BEGIN, strung } from "./layout/loom.ts";

export interface Stance {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  readonly field: number; // vertical, degrees
}

const MIDDLE = 0.56; // of a string: what the eye nears
const FAR = [3.1, 2.0, 1.1] as const; // metres from it at a month, a day, its sentences
const FIELD = 58;
const BELOW = new Vector3(0, 1.2, 0.4);
/** Metres around the loom there, for one turn. */
export const ROUNDING = 2 * Math.PI * Math.hypot(strung(0, MIDDLE)[0], strung(0, MIDDLE)[2]);
const UP = new Vector3(0, 1, 0);

// The turn at which the middle of a string hangs on the far wall, straight ahead.
const AHEAD = ahead();
/** The share of the round that lies straight ahead when the loom is first looked at. */
export const HOME = AHEAD - BEGIN;

/** The stance at a zoom, turned so that the gaze's time is straight ahead. `life` is the stance from below. */
export function nearing(life: Stance, at: number, zoom: number): Stance {
  const step = Math.min(1, Math.max(0, zoom));
  const part = step * step * (3 - 2 * step);
  const string = new Vector3(...strung(AHEAD, MIDDLE));
  const away = BELOW.clone().sub(string).normalize().multiplyScalar(distance(zoom));
  const from = new Vector3(...life.from).lerp(away.add(string), part);
  const to = new Vector3(...life.to).lerp(string, part);
  const turn = (at - HOME) * 2 * Math.PI;
  for (const point of [from, to]) point.applyAxisAngle(UP, turn);
  return { from: from.toArray(), to: to.toArray(), field: life.field + (FIELD - life.field) * part };
}

/** Metres from the eye to the strings it has neared. */
export function distance(zoom: number): number {
  const [month, day, sentence] = FAR;
  const fine = Math.max(0, zoom - 1);
  return fine <= 1 ? month * (day / month) ** fine : day * (sentence / day) ** Math.min(1, fine - 1);
}

function ahead(): number {
  const [x, , z] = strung(0, MIDDLE);
  return 0.5 - Math.atan2(x, z) / (2 * Math.PI);
}
