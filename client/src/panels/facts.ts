// What style sheets and tests may know of the room, as data on the root element.

import type { World } from "../world/world.ts";
import { type Place, shownAt } from "./place.ts";

export function tellFacts(root: HTMLElement, world: World, place: Place): void {
  const shown = shownAt(world, place);
  const facts = {
    reach: world.reach,
    door: world.door,
    mood: world.mood,
    flowers: String(world.plants.length),
    threads: String(world.threads.length),
    shown,
    still: String(world.still),
    dark: String(world.dark),
    ended: String(world.ended),
    turned: String(world.turned),
  };
  for (const [name, value] of Object.entries(facts)) if (root.dataset[name] !== value) root.dataset[name] = value;
}
