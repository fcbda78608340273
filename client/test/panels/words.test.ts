import * as fc from "fast-check";
import { expect, test } from "vitest";
import { words } from "../../src/contract/words.ts";
import { choicesOf, foundOf } from "../../src/panels/heard.ts";
import { telephone } from "../../src/panels/help.ts";
import { flowersOf, threadsOf, tintOf } from "../../src/panels/items.ts";
import { step } from "../../src/panels/list.ts";
import { say, sayDate, sayRefusal } from "../../src/panels/say.ts";
import { statusOf } from "../../src/panels/status.ts";
import { facets } from "../../src/panels/stone.ts";
import { reached } from "../../src/world/turns.ts";
import { apply, begin, type World } from "../../src/world/world.ts";
import { messages, plant, thread } from "../world/messages.ts";

const quiet = { typing: false, waiting: false };
const here = (world: World) => reached(world, "here");
const saved = (met: "kind" | "harsh" | "plain") =>
  statusOf(here(apply(begin(), { kind: "thought-saved", id: "a-thought", met, care: false })), quiet);

test("a kind thought, a harsh one and a plain one are each answered in a few words", () => {
  expect([saved("kind"), saved("harsh"), saved("plain")]).toEqual([
    "A flower for these words.",
    "These words are held here.",
    "These words are woven in.",
  ]);
});

test("every state has something to say", () => {
  fc.assert(
    fc.property(messages, fc.boolean(), fc.boolean(), (said, typing, waiting) => {
      const world = here(said.reduce(apply, begin()));
      return statusOf(world, { typing, waiting }) !== "" || world.refused !== null;
    }),
  );
});

test("one who returns is met with welcome back, one who is new with neither more nor less than here", () => {
  const back = apply(begin(), { kind: "door-moved", door: "open", returning: true, seed: 1 });
  expect([statusOf(here(back), quiet), statusOf(here(begin()), quiet)]).toEqual(["Welcome back.", "You are here."]);
});

test("while the engine is away the words on the line are said to be safe", () => {
  const away = reached(begin(), "away");
  expect([statusOf(away, quiet), statusOf(away, { typing: true, waiting: true })]).toEqual([
    words["status.away"],
    words["status.keeping-away"],
  ]);
});

test("a refusal this page does not know is still answered kindly", () => {
  expect(sayRefusal("refusal.from-the-future", {})).toBe(words["status.refused"]);
});

test("braces in a person's own words stay braces", () => {
  expect(say("room.find-found", { query: "{query} {when}" })).toBe("Your words that hold “{query} {when}”");
});

test("a date is said as a date, whatever more is known", () => {
  expect(["2026-03-12", "2026-03-12T23:59-11:00"].map((when) => sayDate(when, "en-GB"))).toEqual([
    "12 March 2026",
    "12 March 2026",
  ]);
});

test("the garden lists every flower and the threads every thread, latest first, each opening its words", () => {
  const world = { ...begin(), plants: [plant(1), plant(2)], threads: [thread(1), thread(2)] };
  expect(flowersOf(world).map(({ id }) => id)).toEqual(["thread-0002", "thread-0001"]);
  expect(threadsOf(world).map(({ id }) => id)).toEqual(["thread-0002", "thread-0001"]);
});

test("words are tinted by the light they were read in, and faint light does not tint", () => {
  expect([
    tintOf({ warmth: 0.9, silver: 0.2 }),
    tintOf({ warmth: 0.1, silver: 0.8 }),
    tintOf({ warmth: 0.2, silver: 0.1 }),
  ]).toEqual(["warm", "silver", "pearl"]);
});

test("arrow keys walk a list and stop at its ends", () => {
  const walk = ["ArrowDown", "ArrowUp", "Home", "End", "x"] as const;
  expect([walk.map((key) => step(key, 0, 3)), walk.map((key) => step(key, 2, 3)), step("End", 0, 0)]).toEqual([
    [1, 0, 0, 2, null],
    [2, 1, 0, 2, null],
    null,
  ]);
});

test("only a number that can be called becomes a call", () => {
  expect(["0800 111 0 111", "+49 170 1234567", "116 123", "HOME to 741741", "next door", ""].map(telephone)).toEqual([
    "08001110111",
    "+491701234567",
    "116123",
    null,
    null,
    null,
  ]);
});

test("the drawn stone covers the whole picture without a gap", () => {
  const area = facets.reduce((all, { rim }) => all + areaOf(rim), 0);
  expect(Math.abs(area / (2600 * 2000) - 1)).toBeLessThan(0.002); // corners are whole numbers
});

function areaOf(rim: string): number {
  const corners = rim.split(" ").map((pair) => pair.split(",").map(Number) as [number, number]);
  const twice = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

test("a leap in a long list stops at its ends", () => {
  expect([step("PageDown", 3, 528), step("PageDown", 525, 528), step("PageUp", 4, 528)]).toEqual([13, 527, 0]);
});

test("the number to call is found in a sentence that says to call, and none where one is asked to text", () => {
  expect(
    [
      "Call 116 123",
      "Call or text 988",
      "Call 111, option 2",
      "Appeler le 3114",
      "Text 85258",
      "0800 1 oder 0800 2",
    ].map(telephone),
  ).toEqual(["116123", "988", "111", "3114", null, "08001"]);
});

const heards = ["kind", "harsh", "plain", "unread"] as const;
const abouts = ["self", "other", "none"] as const;

test("however words were found, it is said plainly, and something can be said against it", () => {
  for (const heard of heards)
    for (const about of abouts) {
      expect(foundOf({ heard, about })).not.toBe("");
      expect(choicesOf({ heard, about }).length).toBeGreaterThan(0);
    }
});

test("nobody is asked to confirm what was found", () => {
  expect(choicesOf({ heard: "kind", about: "self" })).not.toContain("kind");
  expect(choicesOf({ heard: "harsh", about: "self" })).not.toContain("harsh");
  expect(choicesOf({ heard: "plain", about: "self" })).not.toContain("about-me");
  expect(choicesOf({ heard: "plain", about: "other" })).not.toContain("not-about-me");
});
