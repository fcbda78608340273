import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Drafts, GAP } from "../../src/wire/drafts.ts";
import { FakeClock } from "./fakes.ts";

function typed() {
  const clock = new FakeClock();
  const sent: { readonly at: number; readonly text: string }[] = [];
  const drafts = new Drafts((text) => sent.push({ at: clock.now(), text }), clock);
  return { clock, sent, drafts };
}

test("the first letter goes at once", () => {
  const { drafts, sent } = typed();
  drafts.type("h");
  expect(sent).toEqual([{ at: 0, text: "h" }]);
});

test("letters that follow within a tenth of a second go together", () => {
  const { clock, drafts, sent } = typed();
  drafts.type("h");
  clock.pass(40);
  drafts.type("he");
  clock.pass(40);
  drafts.type("hel");
  clock.pass(20);
  expect(sent).toEqual([
    { at: 0, text: "h" },
    { at: GAP, text: "hel" },
  ]);
});

const typing = fc.array(fc.record({ text: fc.string(), wait: fc.nat(300) }), { maxLength: 60 });

test("never more than ten a second, and the last words always go", () => {
  fc.assert(
    fc.property(typing, (presses) => {
      const { clock, drafts, sent } = typed();
      for (const { text, wait } of presses) {
        drafts.type(text);
        clock.pass(wait);
      }
      clock.pass(GAP);
      for (const [at, one] of sent.entries()) expect(one.at - (sent[at - 1]?.at ?? -GAP)).toBeGreaterThanOrEqual(GAP);
      expect(sent.at(-1)?.text).toBe(presses.at(-1)?.text);
    }),
  );
});
