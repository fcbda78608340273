import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around, calendar, hang, strung } from "../../src/stage/layout/loom.ts";
import { veiled } from "../../src/stage/layout/sight.ts";
import { woven } from "../../src/stage/layout/weave.ts";
import type { Thread } from "../../src/world/world.ts";

const days = fc.double({ min: -40000, max: 40000, noNaN: true });
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const thread = (day: number, turn: number, k: number): Thread => ({
  id: `thread-${k}`,
  when: "2000-01-01",
  day,
  turn,
  offset: 0.5,
  warmth: 0,
  silver: 0,
  weight: 0.5,
});
const record = fc
  .array(fc.tuple(days, share), { minLength: 1, maxLength: 60 })
  .map((all) => all.map(([day, turn], k) => thread(day, turn, k)));

const places = (threads: readonly Thread[], at: ReturnType<typeof calendar>) => threads.map((one) => hang(at!, one));

describe("the loom", () => {
  it("moves no thread when another joins, whenever that one was written", () => {
    fc.assert(
      fc.property(record, days, share, (threads, day, turn) => {
        const before = calendar(null, threads, null);
        const joined = [...threads, thread(day, turn, threads.length)];
        const after = calendar(before, joined, joined.at(-1)!.id);
        expect(places(joined, after).slice(0, -1)).toEqual(places(threads, before));
      }),
    );
  });

  it("would move threads if the calendar were chosen anew (control)", () => {
    const threads = [thread(0, 0, 0), thread(10, 0, 1)];
    const joined = [...threads, thread(4000, 0, 2)];
    expect(places(joined, calendar(null, joined, null)).slice(0, 2)).not.toEqual(
      places(threads, calendar(null, threads, null)),
    );
  });

  it("hangs a record in the order of its days, within one turn", () => {
    fc.assert(
      fc.property(record, (threads) => {
        const at = calendar(null, threads, null)!;
        const turns = [...threads].sort((a, b) => a.day - b.day).map((one) => (around(hang(at, one).share) + 0.8) % 1);
        expect(turns).toEqual([...turns].sort((a, b) => a - b));
      }),
    );
  });

  it("has no calendar without a thread", () => {
    expect(calendar(null, [], null)).toBeNull();
  });

  it("keeps every string above the viewer and under the dome", () => {
    fc.assert(
      fc.property(share, share, (azimuth, s) => {
        const [x, y, z] = strung(azimuth, s);
        expect(y).toBeGreaterThan(3.8);
        expect((x / 5.6) ** 2 + ((y - 1.1) / 7.6) ** 2 + (z / 5.6) ** 2).toBeLessThan(1);
      }),
    );
  });
});

describe("the threads that a small machine shows", () => {
  it("are spread over the whole life, few enough, and the newest is among them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 2, max: 400 }), (count, most) => {
        const all = Array.from({ length: count }, (_, k) => thread(k * 3, 0.5, k));
        const weave = woven(calendar(null, all, null)!, all, most);
        const deepest = veiled(weave, most);
        const shown = all.map((_, k) => k).filter((k) => weave.levels[k]! <= deepest);
        expect(shown.length).toBeLessThanOrEqual(most);
        expect([shown[0], shown.at(-1)]).toEqual([0, count - 1]);
        if (count < most) expect(shown.length).toBe(count);
      }),
    );
  });
});
