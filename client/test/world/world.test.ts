import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SceneMessage } from "../../src/contract/scene.ts";
import { breathed } from "../../src/world/turns.ts";
import {
  apply,
  backIn,
  begin,
  darkened,
  ease,
  FLOOR,
  inMood,
  type Light,
  type Mood,
  putAside,
  settled,
  type World,
} from "../../src/world/world.ts";
import { messages, plant } from "./messages.ts";

const fold = (said: readonly SceneMessage[]): World => said.reduce(apply, begin());
const numbers = ({ moods, ...rest }: Light): readonly number[] => [...Object.values(moods), ...Object.values(rest)];
const paces = fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { maxLength: 12 });

test("every kind of message is accepted", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(messages, (said) => fold(said).time === 0 && said.every(({ kind }) => kinds.add(kind))),
    {
      numRuns: 300,
    },
  );
  expect(kinds.size).toBe(18);
});

test("the glow is never below the floor, whatever is said and however time passes", () => {
  fc.assert(
    fc.property(messages, paces, (said, passed) => {
      let world = begin();
      for (const [at, message] of said.entries()) {
        world = ease(apply(world, message), passed[at % Math.max(1, passed.length)] ?? 0.016);
        expect(world.light.glow).toBeGreaterThanOrEqual(FLOOR);
      }
    }),
  );
});

test("plants never shrink, in any order of messages", () => {
  fc.assert(
    fc.property(messages, (said) => {
      let known = new Set<string>();
      for (const world of said.map((_, at) => fold(said.slice(0, at + 1)))) {
        const now = new Set(world.plants.map(({ id }) => id));
        expect([...known].filter((id) => !now.has(id))).toEqual([]);
        known = now;
      }
    }),
  );
});

test("light never overshoots: each step stays between where it was and where it goes", () => {
  fc.assert(
    fc.property(messages, fc.double({ min: 0, max: 500, noNaN: true }), (said, dt) => {
      const world = fold(said);
      const next = ease(world, dt);
      const [from, to, now] = [numbers(world.light), numbers(next.aim), numbers(next.light)];
      for (const [at, value] of now.entries()) {
        expect(value).toBeGreaterThanOrEqual(Math.min(from[at]!, to[at]!) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(from[at]!, to[at]!) + 1e-9);
      }
    }),
  );
});

test("light arrives in the end, and moods are shares of one all the way", () => {
  fc.assert(
    fc.property(messages, (said) => {
      let world = fold(said);
      for (let step = 0; step < 40; step += 1) {
        world = ease(world, 1);
        const sum = Object.values(world.light.moods).reduce((all, share) => all + share, 0);
        expect(sum).toBeCloseTo(1, 6);
      }
      expect(settled(world)).toBe(true);
    }),
  );
});

test("a flower told twice stands once and blooms once", () => {
  const once = ease(apply(begin(), { kind: "flower-grew", plant: plant(3) }), 2);
  expect(apply(once, { kind: "flower-grew", plant: plant(3) })).toEqual({ ...once, plants: [plant(3)] });
});

test("a harsh thought turns the room warmer and never dims it", () => {
  const before = apply(begin(), { kind: "glow", level: 0.7 });
  const met = apply(before, { kind: "thought-saved", id: "a-thought", met: "harsh", care: true });
  expect([met.mood, met.aim.glow, met.aim.wake]).toEqual(["met", 0.7, 1]);
});

test("a met room comes to rest by itself", () => {
  let world = inMood(begin(), "met");
  const seen: Mood[] = [];
  for (let second = 0; second < 20; second += 1) {
    world = ease(world, 1);
    seen.push(world.mood);
  }
  expect([seen[0], seen.at(-1)]).toEqual(["met", "resting"]);
});

test("in darkness no message brings another mood, and leaving it comes to rest", () => {
  const dark = darkened(begin(), true);
  const walls = { kind: "walls", echo: 1, mood: "kind", warmth: 1, kindness: 1, silver: 0, stir: 1 } as const;
  expect([apply(dark, walls).mood, darkened(dark, false).mood]).toEqual(["darkness", "resting"]);
});

test("a locked room shows none of the person's words", () => {
  const open = fold([
    { kind: "words-given", id: "a-thread", when: "2026-01-02", place: "", spans: [] },
    { kind: "words-found", query: "rain", found: [] },
    { kind: "recovery-shown", code: "K7QM" },
    { kind: "help-shown", people: [{ name: "Maren", reach: "next door" }], region: "DE", offers: true },
    { kind: "facets-shown", facets: [{ facet: "kind", name: "Nana" }] },
  ]);
  const locked = apply(open, { kind: "door-moved", door: "locked", returning: true, seed: 1 });
  expect([locked.given, locked.found, locked.recovery, locked.saved]).toEqual([null, null, null, null]);
  expect([open.facets.length, locked.facets.length]).toEqual([1, 0]);
  expect(locked.help).toEqual({ people: [], region: "DE", offers: true });
});

test("a closed visit can be entered again", () => {
  const closed = ease(apply(begin(), { kind: "visit-ended" }), 30);
  const again = backIn(closed);
  expect([closed.ended, closed.light.fade, again.ended, again.light.fade, again.mood]).toEqual([
    true,
    1,
    false,
    0,
    "arriving",
  ]);
});

test("what is put aside is gone, and nothing else", () => {
  const world = apply(begin(), { kind: "recovery-shown", code: "K7QM" });
  expect(putAside(world, "recovery")).toEqual({ ...world, recovery: null });
});

test("dust follows a breath within a quarter of a second, and rests when none is known", () => {
  const after = (world: World, seconds: number): World =>
    Array.from({ length: seconds * 60 }).reduce<World>((w) => ease(w, 1 / 60), world);
  const known = after(breathed(begin(), -1), 12);
  expect(known.light.sure).toBeCloseTo(1, 2);
  const full = after(breathed(known, 1), 0.25).light.breath;
  expect(full).toBeGreaterThan(0.7);
  const lost = after(breathed(known, null), 12).light;
  expect([lost.sure < 0.01, lost.breath]).toEqual([true, known.light.breath]);
});
