import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hasLine, type Place, shownAt } from "../../src/panels/place.ts";
import { keyOf } from "../../src/senses/keys.ts";
import { reached } from "../../src/world/turns.ts";
import { apply, begin } from "../../src/world/world.ts";
import { messages } from "../world/messages.ts";

const reach = fc.constantFrom("reaching", "here", "away", "stale", "shut" as const);
const worlds = fc.tuple(messages, reach).map(([said, now]) => reached(said.reduce(apply, begin()), now));
const open = apply(begin(), { kind: "door-moved", door: "open", returning: true, seed: 1 });

test("Ground and Help are there in every state", () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom("ground", "help" as const), (world, place) => shownAt(world, place) === place),
  );
});

test("nothing of the record is shown while the door is not open", () => {
  const record = ["garden", "threads", "find", "words"];
  const places = fc.constantFrom<Place>("write", "garden", "threads", "find");
  fc.assert(
    fc.property(worlds, places, (world, place) => world.door === "open" || !record.includes(shownAt(world, place))),
  );
});

test("one writes before being asked anything", () => {
  expect([shownAt(begin(), "write"), hasLine("write"), hasLine("locked")]).toEqual(["write", true, true]);
});

test("the recovery code is seen before anything else in the open room", () => {
  const world = apply(open, { kind: "recovery-shown", code: "K7QM" });
  expect(shownAt(world, "garden")).toBe("recovery");
});

const press = (code: string, altKey = false, key = code) => ({ code, key, altKey, ctrlKey: false, metaKey: false });

test("a letter is a letter while writing, and a way otherwise", () => {
  expect([
    keyOf(press("KeyG"), true),
    keyOf(press("KeyG", true), true),
    keyOf(press("KeyH"), false),
    keyOf(press("KeyX"), false),
    keyOf(press("Escape"), true),
  ]).toEqual([null, "ground", "help", null, "back"]);
});
