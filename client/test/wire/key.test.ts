import { expect, test } from "vitest";
import { Keyring, type Places } from "../../src/wire/key.ts";
import { Siblings } from "../../src/wire/siblings.ts";
import { FakeStreet } from "./fakes.ts";

function shelf(kept: Record<string, string> = {}) {
  const all = new Map(Object.entries(kept));
  return {
    getItem: (name: string) => all.get(name) ?? null,
    setItem: (name: string, value: string) => void all.set(name, value),
    removeItem: (name: string) => void all.delete(name),
  };
}

function tab(street: FakeStreet, own: Partial<Places> = {}): Keyring {
  const siblings: Siblings = new Siblings(street.channel(), () => keys.mine);
  const spent: Places = { hash: "", redeem: async () => null, strip: () => {}, shelf: shelf(), siblings };
  const keys: Keyring = new Keyring({ ...spent, ...own });
  return keys;
}

test("the one-time token is traded once and leaves the address", async () => {
  const traded: string[] = [];
  let stripped = 0;
  const redeem = async (token: string) => `key-for-${traded.push(token)}`;
  const keys = tab(new FakeStreet(), { hash: "#k=once", redeem, strip: () => void stripped++ });
  expect([await keys.find(), await keys.find()]).toEqual(["key-for-1", "key-for-1"]);
  expect([traded, stripped]).toEqual([["once"], 1]);
});

test("a refreshed tab finds its key on its own shelf", async () => {
  expect(await tab(new FakeStreet(), { shelf: shelf({ "kindlight-key": "mine" }) }).find()).toBe("mine");
});

test("a second tab asks the first one", async () => {
  const street = new FakeStreet();
  await tab(street, { hash: "#k=once", redeem: async () => "shared" }).find();
  expect(await tab(street).find()).toBe("shared");
});

test("a tab alone with a spent token finds nothing", async () => {
  expect(await tab(new FakeStreet(), { hash: "#k=spent" }).find()).toBe(null);
});

test("a dropped key is not found again", async () => {
  const keys = tab(new FakeStreet(), { shelf: shelf({ "kindlight-key": "old" }) });
  await keys.find();
  keys.drop();
  expect(await keys.find()).toBe(null);
});
