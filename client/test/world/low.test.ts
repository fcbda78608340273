import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tintOf } from "../../src/panels/items.ts";
import { few, touchable } from "../../src/world/low.ts";
import { apply, backIn, begin, darkened, type Thread } from "../../src/world/world.ts";
import { messages, thread } from "./messages.ts";

const dyed = fc.tuple(
  fc.nat(200),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const threads = fc
  .array(dyed, { maxLength: 30 })
  .map((all) => all.map(([day, warmth, silver], k): Thread => ({ ...thread(k), day, warmth, silver })));
const isKind = (one: Thread): boolean => one.warmth > one.silver && tintOf(one) === "warm"; // as a list shows it
const saved = (met: "kind" | "harsh" | "plain") => ({ kind: "thought-saved", id: "a", met, care: false }) as const;
const walls = (mood: "met" | "kind" | "listening") =>
  ({ kind: "walls", echo: 1, mood, warmth: 0, kindness: 0, silver: 0, stir: 0 }) as const;

test("after a low moment at most five threads are shown, and the last is a kind one if there is any", () => {
  fc.assert(
    fc.property(threads, (all) => {
      const shown = few(all);
      expect(shown.length).toBe(Math.min(5, all.length));
      expect(new Set(shown).size).toBe(shown.length);
      if (all.some(isKind)) expect(isKind(shown.at(-1)!)).toBe(true);
    }),
  );
});

test("a finger then finds only those, and every thread at any other time", () => {
  fc.assert(
    fc.property(threads, (all) => {
      const low = { ...begin(), threads: all, low: true };
      expect(
        all
          .filter(touchable(low))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(
        few(all)
          .map(({ id }) => id)
          .sort(),
      );
      expect(all.every(touchable({ ...low, low: false }))).toBe(true);
    }),
  );
});

test("a moment is low from a harsh thought, written or kept, until a kind one is kept", () => {
  expect(begin().low).toBe(false);
  const met = apply(begin(), walls("met"));
  expect(met.low).toBe(true);
  expect(apply(met, walls("kind")).low).toBe(true);
  expect(apply(met, saved("plain")).low).toBe(true);
  expect(apply(met, saved("kind")).low).toBe(false);
  expect(apply(begin(), saved("harsh")).low).toBe(true);
  expect(apply(begin(), saved("plain")).low).toBe(false);
  expect(apply(darkened(begin(), true), walls("met")).low).toBe(true);
  expect(backIn(met).low).toBe(false);
});

test("nothing but a harsh thought makes a moment low", () => {
  fc.assert(
    fc.property(messages, (said) => {
      const harsh = said.some(
        (one) => (one.kind === "walls" && one.mood === "met") || (one.kind === "thought-saved" && one.met === "harsh"),
      );
      if (!harsh) expect(said.reduce(apply, begin()).low).toBe(false);
    }),
  );
});
