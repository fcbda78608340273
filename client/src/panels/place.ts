// Where the person is, and so which one panel is shown. Ground and Help come before everything.

import type { World } from "../world/world.ts";

/** Where the person asked to be. few: with some threads, by a second choice after a low moment. */
export type Place = "write" | "garden" | "threads" | "few" | "find" | "facets" | "ground" | "help";

/** What is shown. */
export type Shown = Place | "shut" | "stale" | "recovery" | "keys" | "locked" | "older" | "words" | "closing";

export function shownAt(world: World, place: Place): Shown {
  if (isUrgent(place)) return place;
  if (world.reach === "shut" || world.reach === "stale") return world.reach;
  if (world.recovery) return "recovery";
  if (world.door === "locked" || world.door === "older") return world.door;
  if (world.keys) return "keys";
  if (world.ended) return "closing";
  if (world.door !== "open") return "write";
  return world.given ? "words" : place;
}

/** Whether the line of light is there too. */
export const hasLine = (shown: Shown): boolean => ["write", "locked", "shut", "stale"].includes(shown);

/** Whether there are ways on from here: not while something is asked first, nor after the closing. */
export const hasWays = (shown: Shown): boolean =>
  !["shut", "stale", "recovery", "keys", "locked", "older", "closing"].includes(shown);

/** Where the stage looks. */
export function eyeAt(place: Place): "room" | "loom" | "garden" | "facets" {
  if (place === "garden" || place === "facets") return place;
  return place === "threads" || place === "few" || place === "find" ? "loom" : "room";
}

/** Whether everything else waits for this place. */
export const isUrgent = (place: Place): place is "ground" | "help" => place === "ground" || place === "help";
