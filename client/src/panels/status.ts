// What the room says of itself, in few words: one sentence for every state.

import type { World } from "../world/world.ts";
import { say, sayRefusal } from "./say.ts";

export interface Writing {
  /** There are words on the line that nobody asked to keep. */
  readonly typing: boolean;
  /** The words on the line wait to be kept. */
  readonly waiting: boolean;
}

export function statusOf(world: World, writing: Writing): string {
  if (world.reach !== "here") return ofReach(world.reach, writing);
  if (world.refused) return sayRefusal(world.refused.word, world.refused.values);
  if (world.ended) return say("status.ended");
  if (writing.waiting && !world.keys) return say("status.keeping");
  if (writing.typing) return ofTyping(world);
  return world.saved ? ofSaved(world.saved.met) : say(world.returning ? "status.welcome-back" : "status.here");
}

function ofReach(reach: Exclude<World["reach"], "here">, { waiting }: Writing): string {
  switch (reach) {
    case "reaching":
      return say("status.reaching");
    case "away":
      return say(waiting ? "status.keeping-away" : "status.away");
    case "stale":
      return say("status.stale");
    case "shut":
      return say("status.shut");
  }
}

function ofTyping({ mood, door }: World): string {
  if (door === "locked") return say("status.locked");
  if (mood === "met") return say("status.met");
  return say(mood === "kind" ? "status.kind" : "status.listening");
}

function ofSaved(met: "kind" | "harsh" | "plain"): string {
  if (met === "kind") return say("status.flower");
  return say(met === "harsh" ? "status.held" : "status.woven");
}
