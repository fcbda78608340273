// Any message the engine may send, in any order.

import * as fc from "fast-check";
import type { SceneMessage } from "../../src/contract/scene.ts";
import type { Plant, Thread } from "../../src/world/world.ts";

export const plant = (order: number): Plant => ({
  id: `plant-${String(order).padStart(4, "0")}`,
  thread: `thread-${String(order).padStart(4, "0")}`,
  order,
  species: "lotus",
  petals: 8,
  hue: 0.2,
  height: 0.5,
  width: 0.2,
  cup: 0.5,
  curl: 0.5,
  leaves: 2,
  lean: 0,
  seed: order,
  turn: 0.25,
  radius: 3,
});

export const thread = (order: number): Thread => ({
  id: `thread-${String(order).padStart(4, "0")}`,
  when: `2026-0${1 + (order % 9)}-11`,
  day: 20_000 + order,
  turn: 0.5,
  offset: 0,
  warmth: order % 2,
  silver: 0,
  weight: 0.5,
});

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const id = fc.integer({ min: 0, max: 30 });
const plants = fc.array(id.map(plant), { maxLength: 6 });
const threads = fc.array(id.map(thread), { maxLength: 6 });
const mood = fc.constantFrom("arriving", "listening", "met", "kind", "resting", "darkness" as const);
const door = fc.constantFrom("new", "locked", "open", "older" as const);
const text = fc.string();
const only = <T extends string>(kind: T) => fc.constant(kind);

export const message: fc.Arbitrary<SceneMessage> = fc.oneof(
  fc.record({ kind: only("walls"), echo: fc.nat(), mood, warmth: unit, kindness: unit, silver: unit, stir: unit }),
  fc.record({ kind: only("glow"), level: fc.double({ min: -1, max: 1, noNaN: true }) }),
  fc.record({ kind: only("welcome"), contract: text, door, returning: fc.boolean(), seed: fc.nat(), sign: text }),
  fc.record({ kind: only("keys-offered"), words: fc.array(text) }),
  fc.record({ kind: only("recovery-shown"), code: text }),
  fc.record({ kind: only("door-moved"), door, returning: fc.boolean(), seed: fc.nat() }),
  fc.record({ kind: only("loom-shown"), threads, first: fc.boolean() }),
  fc.record({ kind: only("garden-shown"), plants, first: fc.boolean() }),
  fc.record({
    kind: only("thought-saved"),
    id: text,
    met: fc.constantFrom("kind", "harsh", "plain" as const),
    care: fc.boolean(),
  }),
  fc.record({ kind: only("thread-grew"), thread: id.map(thread) }),
  fc.record({ kind: only("thread-dyed"), thread: id.map(thread) }),
  fc.record({ kind: only("flower-grew"), plant: id.map(plant) }),
  fc.record({
    kind: only("words-given"),
    id: text,
    when: fc.constant("2026-01-02"),
    place: text,
    spans: fc.array(
      fc.record({
        text,
        warmth: unit,
        silver: unit,
        heard: fc.constantFrom("kind", "harsh", "plain", "unread" as const),
        about: fc.constantFrom("self", "other", "none" as const),
        told: fc.boolean(),
      }),
    ),
  }),
  fc.record({ kind: only("words-found"), query: text, found: fc.constant([]) }),
  fc.record({ kind: only("facets-shown"), facets: fc.constant([]) }),
  fc.record({ kind: only("help-shown"), people: fc.constant([]), region: text, offers: fc.boolean() }),
  fc.record({ kind: only("visit-ended") }),
  fc.record({
    kind: only("refused"),
    gesture: text,
    word: text,
    values: fc.dictionary(text, text) as fc.Arbitrary<Record<string, string>>,
  }),
) as fc.Arbitrary<SceneMessage>;

export const messages = fc.array(message, { maxLength: 25 });
