// After a low moment: old words are looked at only by a second choice, a few of them, and the last of those is kind.

import type { Thread, World } from "./world.ts";

const MOST = 5;
const WARM = 0.35; // under it a text is neither kind nor harsh, however little silver there is

const isKind = ({ warmth, silver }: Thread): boolean => warmth >= WARM && warmth > silver;

/** The threads that may be looked at then, latest first, and at the end a kind one if there is any. */
export function few(threads: readonly Thread[]): readonly Thread[] {
  const all = latest(threads);
  const kind = all.find(isKind);
  const others = all.filter((thread) => thread !== kind).slice(0, kind ? MOST - 1 : MOST);
  return kind ? [...others, kind] : others;
}

/** By date, latest first; on one day too, the last kept first. */
export const latest = (threads: readonly Thread[]): readonly Thread[] =>
  [...threads].reverse().sort((a, b) => b.day - a.day);

/** Which threads a finger may find now. */
export function touchable({ low, threads }: World): (thread: Thread) => boolean {
  if (!low) return () => true;
  const open = new Set(few(threads).map(({ id }) => id));
  return ({ id }) => open.has(id);
}
