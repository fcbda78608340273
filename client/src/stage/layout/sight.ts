// What is seen of the loom through a lens: from afar a veil of the whole life, and near the gaze every thread that its
// level of detail has room for. A thread's light depends on its own level and on the lens, never on other threads, so
// that the same window of time always shows the same threads, and moving along it lets none flicker.

import { doubled, type Gaze, type Lens, seen } from "./gaze.ts";
import { firstAfter, type Weave } from "./weave.ts";

/** Threads near the gaze, which are drawn in full, and how far they reach, in turns as seen. */
export interface Near {
  readonly places: readonly number[];
  readonly edge: number;
}

export const WIDEST = 0.16; // turns to each side of the gaze that the eye can see when it is near
export const FADE = 0.6; // of the edge: from here on near threads pass into the veil
export const FAINT = 0.02; // light under which a thread need not be drawn

/** How bright a thread is: half for each level that is too deep for this spacing, and less where days close up. */
export function light(level: number, spacing: number): number {
  return 2 ** -Math.max(0, level - spacing) * Math.min(1, 2 ** (0.7 * spacing));
}

/** How much the eye is near, by the zoom alone. */
export function nearness({ zoom }: Gaze): number {
  const t = Math.min(1, Math.max(0, (zoom - 0.15) / 0.75));
  return t * t * (3 - 2 * t);
}

/** The deepest level of which the veil holds all threads, when it may hold `most`. */
export function veiled({ levels }: Pick<Weave, "levels">, most: number): number {
  const counts = new Uint32Array(256);
  for (const level of levels) counts[level]! += 1;
  let [sum, level] = [0, 0];
  while (level < 255 && sum + counts[level]! <= most) sum += counts[level++]!;
  return level - 1;
}

/** The threads near the gaze, from the middle outward, at most `close`. */
export function near(weave: Weave, through: Lens, close: number): Near {
  const { order, shares, levels } = weave;
  const places: number[] = [];
  let later = firstAfter(weave, through.at);
  let earlier = later - 1;
  let edge = 0;
  while (places.length < close && edge <= WIDEST) {
    const [before, after] = [away(earlier), away(later)];
    edge = Math.min(before, after);
    if (edge > WIDEST) return { places, edge: WIDEST };
    const k = order[before < after ? earlier-- : later++]!;
    if (light(levels[k]!, doubled(through, shares[k]!)) > FAINT) places.push(k);
  }
  return { places, edge: Math.max(edge, 1e-6) };

  function away(at: number): number {
    const k = order[at];
    return k === undefined ? Number.POSITIVE_INFINITY : Math.abs(seen(through, shares[k]!) - through.at);
  }
}

const MEANT = 0.25; // light from which a finger can mean a thread

/** The stretch of the round outside of which days close up so far that no single thread can be meant. */
export function apartIn({ at, power, left, right }: Lens): readonly [from: number, to: number] {
  const u = power === 0 ? 2 : (Math.sqrt((power + 1) / MEANT ** (1 / 0.7)) - 1) / power;
  return u >= 1 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [at - u * left, at + u * right];
}

/** Whether a thread can be seen well enough to be meant by a finger. */
export function isSeen(weave: Weave, through: Lens, { edge }: Near, deepest: number, k: number): boolean {
  const share = weave.shares[k]!;
  const inReach = weave.levels[k]! <= deepest || Math.abs(seen(through, share) - through.at) < edge * FADE;
  return inReach && light(weave.levels[k]!, doubled(through, share)) > MEANT;
}
