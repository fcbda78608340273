import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubled, lens, seen } from "../../src/stage/layout/gaze.ts";
import { hang } from "../../src/stage/layout/loom.ts";
import { MOST, sentences } from "../../src/stage/layout/sentences.ts";
import { light, near, nearness, veiled, WIDEST } from "../../src/stage/layout/sight.ts";
import { joined, rank } from "../../src/stage/layout/weave.ts";
import { gazes, hung, life, spun, threads } from "./life.ts";

describe("a weave", () => {
  it("with one thread more has every other at its place, its level and its order", () => {
    fc.assert(
      fc.property(threads, fc.double({ min: -50_000, max: 50_000, noNaN: true }), (all, day) => {
        const before = hung(all);
        const after = joined(before, [...all, spun(all.length, day)]);
        for (const part of ["shares", "themes", "levels"] as const)
          expect([...after[part]].slice(0, -1)).toEqual([...before[part]]);
        expect([...after.order].filter((k) => k !== all.length)).toEqual([...before.order]);
        const along = [...after.order].map((k) => after.shares[k]!);
        expect(along).toEqual([...along].sort((a, b) => a - b));
        expect(after.shares.at(-1)).toBe(hang(before.dates, after.threads.at(-1)!).share);
        expect(after.levels.at(-1)).toBe(0);
      }),
    );
  });

  it("seen from afar has its voices in every part of a life, and no more than were asked for", () => {
    const weave = hung(life(20_000), 512);
    const voices = [...weave.shares].filter((_, k) => weave.levels[k] === 0);
    expect(voices.length).toBeLessThanOrEqual(512);
    for (let part = 0; part < 8; part++) {
      const inPart = voices.filter((share) => Math.floor((share / 0.92) * 8) === part).length;
      expect(inPart).toBeGreaterThan(20);
    }
  });

  it("has about as many threads again at each next level, so that a window is as full at any zoom", () => {
    const weave = hung(life(20_000), 512);
    const counts = [0, 1, 2, 3].map((level) => weave.levels.filter((one) => one === level).length);
    for (const [k, count] of counts.entries()) if (k > 1) expect(count / counts[k - 1]!).toBeLessThan(2.4);
  });

  it("ranks a thread by its name alone, evenly", () => {
    const ranks = Array.from({ length: 4000 }, (_, k) => rank(`thread-${k}`) / 2 ** 32);
    for (let part = 0; part < 10; part++) {
      const inPart = ranks.filter((one) => Math.floor(one * 10) === part).length;
      expect(inPart).toBeGreaterThan(300);
      expect(inPart).toBeLessThan(500);
    }
  });
});

describe("what is seen through the lens", () => {
  const weave = hung(life(20_000), 512);

  it("is the same for a window of time, whoever else was written: each thread has its own light", () => {
    fc.assert(
      fc.property(gazes, fc.nat(19_999), (gaze, k) => {
        const through = lens(weave.span, gaze);
        const grown = joined(weave, [...weave.threads, spun(20_000, 4000)]);
        const shine = (of: typeof weave) => light(of.levels[k]!, doubled(lens(of.span, gaze), of.shares[k]!));
        expect(shine(grown)).toBe(shine(weave));
        expect(seen(lens(grown.span, gaze), grown.shares[k]!)).toBe(seen(through, weave.shares[k]!));
      }),
      { numRuns: 30 },
    );
  });

  it("does not flicker: a small step of the gaze changes a thread's light by little", () => {
    fc.assert(
      fc.property(gazes, fc.nat(19_999), (gaze, k) => {
        const shine = (at: number) =>
          light(weave.levels[k]!, doubled(lens(weave.span, { ...gaze, at }), weave.shares[k]!));
        const through = lens(weave.span, gaze);
        const step = 0.0005 / (through.power + 1); // turns, as seen
        expect(Math.abs(shine(gaze.at + step) - shine(gaze.at))).toBeLessThan(0.05);
      }),
    );
  });

  it("nears the threads around the gaze, from the middle outward, and never more than the machine draws", () => {
    fc.assert(
      fc.property(gazes, fc.integer({ min: 1, max: 3000 }), (gaze, close) => {
        const through = lens(weave.span, gaze);
        const { places, edge } = near(weave, through, close);
        const away = places.map((k) => Math.abs(seen(through, weave.shares[k]!) - through.at));
        expect(places.length).toBeLessThanOrEqual(close);
        expect(new Set(places).size).toBe(places.length);
        expect(away).toEqual([...away].sort((a, b) => a - b));
        expect(Math.max(0, ...away)).toBeLessThanOrEqual(edge + 1e-12);
        expect(edge).toBeLessThanOrEqual(WIDEST + 0.05);
      }),
    );
  });

  it("shows the same near threads again after going and coming back, and all of the veil fits", () => {
    const gaze = { at: 0.31, zoom: 1.7 };
    const first = near(weave, lens(weave.span, gaze), 800);
    near(weave, lens(weave.span, { ...gaze, at: 0.4 }), 800);
    expect(near(weave, lens(weave.span, gaze), 800)).toEqual(first);
    for (const most of [512, 3000, 20_000]) {
      const deepest = veiled(weave, most);
      expect(weave.levels.filter((level) => level <= deepest).length).toBeLessThanOrEqual(most);
    }
    expect(veiled(weave, 20_000)).toBeGreaterThan(veiled(weave, 3000));
  });

  it("is a veil alone from afar", () => {
    expect(nearness({ at: 0.5, zoom: 0 })).toBe(0);
    expect(nearness({ at: 0.5, zoom: 1 })).toBe(1);
  });

  it("is full from near: more threads of that time than were seen of it from afar", () => {
    const at = 0.31;
    const window = (zoom: number) => {
      const through = lens(weave.span, { at, zoom });
      return [...weave.shares].filter(
        (share, k) => Math.abs(share - at) < 0.002 && light(weave.levels[k]!, doubled(through, share)) > 0.5,
      ).length;
    };
    expect(window(2)).toBeGreaterThan(4 * window(0));
  });
});

describe("the sentences of a text", () => {
  it("lie along its string in their order, as long as they are, and never over one another", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 90 }), (lengths) => {
        const pieces = sentences(lengths);
        expect(pieces.length).toBe(Math.min(MOST, lengths.length));
        let end = 0.3;
        for (const { middle, half } of pieces) {
          expect(half).toBeGreaterThan(0);
          expect(middle - half).toBeGreaterThan(end);
          end = middle + half;
        }
        expect(end).toBeLessThan(0.8);
      }),
    );
  });
});
