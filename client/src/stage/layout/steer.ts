// Where a hand or a key leads the gaze: along time, nearer, and back to the whole life. Never past either end of it.

import { type Gaze, lens, meant, NEAREST, seen } from "./gaze.ts";
import { firstAfter, type Weave } from "./weave.ts";

const SINGLE = 1.5; // zoom from which a step leads to the next thread, however long the days between are empty

/** Along time by so many turns, as they are seen now; near by, at least to the next thread. */
export function along(weave: Weave, gaze: Gaze, turns: number, byThread = false): Gaze {
  const at = gaze.at + turns / (lens(weave.span, gaze).power + 1); // as spaced in the middle: so the way back is the same
  const single = byThread && gaze.zoom > SINGLE ? beside(weave, gaze.at, turns) : null;
  const further = single !== null && (single - at) * turns > 0 ? single : at;
  return within(weave, { ...gaze, at: further });
}

/** Nearer (or, below 0, further away) toward the share that is under the hand. */
export function nearer(weave: Weave, gaze: Gaze, by: number, under: number | null): Gaze {
  const zoom = Math.min(NEAREST, Math.max(0, gaze.zoom + by));
  const pull = under === null || by <= 0 ? 0 : 1 - 0.35 ** (zoom - gaze.zoom);
  const through = lens(weave.span, gaze);
  const place = seen(through, under ?? gaze.at);
  const at = meant(through, through.at + (place - through.at) * pull);
  return caught(weave, within(weave, { at, zoom }));
}

/** The share of the thread before or after a moment. */
function beside(weave: Weave, at: number, way: number): number | null {
  const { order, shares } = weave;
  const hair = 1e-9;
  const k = way > 0 ? firstAfter(weave, at + hair) : firstAfter(weave, at - hair) - 1;
  const place = order[k];
  return place === undefined ? null : shares[place]!;
}

// From afar the eye may rest before an empty time; the nearer it is, the more it keeps to the days with threads.
function within({ order, shares }: Weave, { at, zoom }: Gaze): Gaze {
  const [first, last] = [shares[order[0] ?? 0] ?? at, shares[order.at(-1) ?? 0] ?? at];
  const kept = Math.min(last, Math.max(first, at));
  return { at: at + (kept - at) * Math.min(1, zoom), zoom };
}

// As the eye comes near, the thread beside it comes to the middle.
function caught(weave: Weave, gaze: Gaze): Gaze {
  const hold = Math.min(1, Math.max(0, gaze.zoom - 1));
  const [before, after] = [beside(weave, gaze.at, -1), beside(weave, gaze.at, 1)];
  const choices = [before, after].filter((share) => share !== null);
  const nearest = choices.sort((a, b) => Math.abs(a - gaze.at) - Math.abs(b - gaze.at))[0];
  return nearest === undefined ? gaze : { ...gaze, at: gaze.at + (nearest - gaze.at) * hold };
}
