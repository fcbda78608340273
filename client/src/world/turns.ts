// What becomes of the world without a word from the engine: its own line, stillness, a reflection, a breath.

import type { Facet, Reach, World } from "./world.ts";

/** How the socket stands now. */
export function reached(world: World, reach: Reach): World {
  return { ...world, reach };
}

/** Stillness, chosen here or asked of the whole machine. */
export function stilled(world: World, still: boolean): World {
  return { ...world, still };
}

/** The person turns to one of their reflections, or away. */
export function turnedTo(world: World, turned: Facet | null): World {
  return { ...world, turned };
}

/** What is known of the breath now: how full the lungs are, from -1 to 1; null when it is not known. */
export function breathed(world: World, full: number | null): World {
  const aim = full === null ? { sure: 0 } : { breath: full, sure: 1 };
  return { ...world, aim: { ...world.aim, ...aim } };
}
