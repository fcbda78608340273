// The record as it hangs: every thread's share of the round, in the order of time, and the level of detail at which it
// is seen. A thread that joins is put in; nothing that was there changes.

import type { Thread } from "../../world/world.ts";
import type { Span } from "./gaze.ts";
import { type Calendar, hang, ROUND } from "./loom.ts";

/** Numbers by a thread's place in `threads`. */
export interface Weave {
  readonly threads: readonly Thread[];
  readonly dates: Calendar;
  readonly span: Span;
  readonly shares: Float64Array;
  readonly themes: Float64Array;
  readonly levels: Uint8Array; // 0 is seen from afar; each next one when the spacing is doubled once more
  readonly order: Uint32Array; // places, by share
}

const FIELDS = 32; // parts of a life that each have their voices from afar
const DEEPEST = 12;

/** All threads, woven once. `voices`: how many are seen from afar, spread over the whole life. */
export function woven(dates: Calendar, threads: readonly Thread[], voices: number): Weave {
  const hung = threads.map((thread) => hang(dates, thread));
  const shares = Float64Array.from(hung, ({ share }) => share);
  const themes = Float64Array.from(hung, ({ theme }) => theme);
  const order = Uint32Array.from(shares, (_, k) => k).sort((a, b) => shares[a]! - shares[b]! || a - b);
  const span = { days: dates.days, gap: dates.days / threads.length };
  const hanging = { threads, dates, span, shares, themes, order };
  return { ...hanging, levels: levelled(hanging, voices) };
}

/** With one thread more: it is seen from afar, as the newest is, and no other takes another place or level. */
export function joined(weave: Weave, threads: readonly Thread[]): Weave {
  const k = weave.threads.length;
  const { share, theme } = hang(weave.dates, threads[k]!);
  const at = firstAfter(weave, share);
  const levels = new Uint8Array(k + 1);
  levels.set(weave.levels);
  const order = new Uint32Array(k + 1);
  order.set(weave.order.subarray(0, at));
  order[at] = k;
  order.set(weave.order.subarray(at), at + 1);
  return {
    ...weave,
    threads,
    order,
    shares: longer(weave.shares, share),
    themes: longer(weave.themes, theme),
    levels,
  };
}

function longer(values: Float64Array, last: number): Float64Array {
  const all = new Float64Array(values.length + 1);
  all.set(values);
  all[values.length] = last;
  return all;
}

/** Where in the order the first thread after a share of the round stands. */
export function firstAfter({ shares, order }: Pick<Weave, "shares" | "order">, share: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[order[middle]!]! > share) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A thread's rank among its neighbours: by its name alone, as if by chance, for ever the same (FNV-1a, mixed). */
export function rank(id: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < id.length; k++) hash = Math.imul(hash ^ id.charCodeAt(k), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

// Every field of a life has room for a few voices, every half of it for as many again, and so on: whoever is first by
// rank where there is room is seen from that far. Both ends of a life, and the newest thread, are seen from anywhere.
function levelled({ threads, shares, order, dates }: Omit<Weave, "levels">, voices: number): Uint8Array {
  const levels = new Uint8Array(threads.length);
  if (threads.length <= voices) return levels;
  const fields = Math.max(1, Math.min(FIELDS, voices - 3));
  const room = Math.floor((voices - 3) / fields);
  const deepest = Math.min(DEEPEST, Math.max(1, Math.ceil(Math.log2(dates.days / fields))));
  const taken = Array.from({ length: deepest }, (_, level) => new Uint32Array(fields << level));
  const ends = new Set([order[0], order.at(-1), threads.length - 1]);
  for (const k of ranked(threads)) if (!ends.has(k)) levels[k] = seated(taken, shares[k]!, room);
  return levels;
}

// Rank and place in one number each, for numbers are sorted ten times faster than anything that must be asked about.
function ranked(threads: readonly Thread[]): Float64Array {
  const many = 2 ** 20;
  const keys = Float64Array.from(threads, ({ id }, k) => rank(id) * many + k).sort();
  return keys.map((key) => key % many);
}

/** The first level with room at this share; the seat is taken there and in all deeper ones. */
function seated(taken: readonly Uint32Array[], share: number, room: number): number {
  const free = taken.findIndex((row) => row[field(share, row.length)]! < room);
  const level = free < 0 ? taken.length : free;
  for (const row of taken.slice(level)) row[field(share, row.length)]! += 1;
  return level;
}

const field = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor((share / ROUND) * count)));
