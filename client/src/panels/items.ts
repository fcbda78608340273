// What the lists hold: flowers in the order they grew, latest first, and threads by date, latest first.

import { few, latest } from "../world/low.ts";
import type { Plant, Thread, World } from "../world/world.ts";
import type { Item } from "./list.ts";
import { say, sayDate, sayMoment } from "./say.ts";

const NAMES = { lotus: say("room.lotus"), dahlia: say("room.dahlia"), bell: say("room.bell"), star: say("room.star") };

export function flowersOf({ plants, threads }: World): readonly Item[] {
  const dates = new Map(threads.map(({ id, when }) => [id, when]));
  return [...plants].sort((a, b) => b.order - a.order).map((plant) => flower(plant, dates.get(plant.thread)));
}

function flower({ thread, species }: Plant, when: string | undefined): Item {
  const plant = NAMES[species];
  return { id: thread, label: when ? say("room.flower", { plant, when: sayDate(when) }) : plant, tint: "warm" };
}

export const threadsOf = ({ threads }: Pick<World, "threads">): readonly Item[] => latest(threads).map(woven);

/** After a low moment: a few, and a kind one at the end. */
export const fewOf = ({ threads }: World): readonly Item[] => few(threads).map(woven);

function woven(thread: Thread): Item {
  return { id: thread.id, label: say("room.thread", { when: sayMoment(thread.when) }), tint: tintOf(thread) };
}

export function foundIn({ found }: World): readonly Item[] {
  return (found?.found ?? []).map(({ id, when, text }) => ({ id, label: sayDate(when), tint: "pearl", piece: text }));
}

/** The light that words were read in, as one of three gentle tints. */
export function tintOf({ warmth, silver }: { readonly warmth: number; readonly silver: number }): Item["tint"] {
  if (Math.max(warmth, silver) < 0.35) return "pearl";
  return warmth >= silver ? "warm" : "silver";
}
