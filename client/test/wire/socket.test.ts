import { expect, test } from "vitest";
import type { SceneMessage } from "../../src/contract/scene.ts";
import { CONTRACT } from "../../src/contract/words.ts";
import { pause } from "../../src/wire/close.ts";
import { Wire } from "../../src/wire/socket.ts";
import type { Reach } from "../../src/world/world.ts";
import { FakeClock, FakeSocket } from "./fakes.ts";

const ID = "a-thought-of-mine";

const welcome = (door: "new" | "locked" | "open"): SceneMessage => ({
  kind: "welcome",
  contract: CONTRACT,
  door,
  returning: true,
  seed: 7,
  sign: "",
});

function line(known: readonly (string | null)[] = ["key"]) {
  const sockets: FakeSocket[] = [];
  const reaches: Reach[] = [];
  const clock = new FakeClock();
  const left = [...known];
  let dropped = 0;
  const wire = new Wire({
    open: () => sockets[sockets.push(new FakeSocket()) - 1]!,
    keys: { find: async () => (left.length > 1 ? left.shift()! : left[0]!), drop: () => void dropped++ },
    receive: () => {},
    reach: (reach) => reaches.push(reach),
    clock,
  });
  const come = async (door: "new" | "locked" | "open") => {
    const socket = sockets.at(-1)!;
    socket.onopen?.();
    socket.say(welcome(door));
    return socket;
  };
  const settle = () => new Promise<void>((done) => setTimeout(done));
  return { wire, sockets, reaches, clock, come, settle, dropped: () => dropped };
}

async function entered(door: "new" | "locked" | "open" = "open") {
  const there = line();
  await there.wire.start();
  return { ...there, socket: await there.come(door) };
}

test("the first message is the key and the contract", async () => {
  const { socket } = await entered();
  expect(socket.sent).toEqual([{ kind: "enter", key: "key", contract: CONTRACT }]);
});

test("a thought that was not answered is told again under the same name, and once answered never again", async () => {
  const { wire, socket, sockets, clock, come, settle } = await entered();
  wire.keep(ID, "I tried");
  socket.onclose?.({ code: 1006 });
  clock.pass(250);
  await settle();
  const second = await come("open");
  expect(second.sent.slice(1)).toEqual([{ kind: "keep-thought", id: ID, text: "I tried" }]);
  second.say({ kind: "thought-saved", id: ID, met: "plain", care: false });
  second.onclose?.({ code: 1006 });
  clock.pass(250);
  await settle();
  expect((await come("open")).sent.length).toBe(1);
  expect(sockets.length).toBe(3);
});

test("a thought kept while the engine is away goes when it is back", async () => {
  const { wire, socket, clock, come, settle } = await entered();
  socket.onclose?.({ code: 1006 });
  wire.keep(ID, "still here");
  clock.pass(250);
  await settle();
  expect((await come("open")).sent.slice(1)).toEqual([{ kind: "keep-thought", id: ID, text: "still here" }]);
});

test("a waiting thought is not told to a locked room, and goes as soon as it opens", async () => {
  const { wire, socket, clock, come, settle } = await entered();
  socket.onclose?.({ code: 1006 });
  wire.keep(ID, "mine");
  clock.pass(250);
  await settle();
  const second = await come("locked");
  expect(second.sent.length).toBe(1);
  second.say({ kind: "door-moved", door: "open", returning: true, seed: 7 });
  expect(second.sent.slice(1)).toEqual([{ kind: "keep-thought", id: ID, text: "mine" }]);
});

test("a thought that was taken back is not told again", async () => {
  const { wire, socket } = await entered("new");
  wire.keep(ID, "not yet");
  wire.withdraw();
  socket.say({ kind: "door-moved", door: "open", returning: false, seed: 7 });
  expect(socket.sent.filter(({ kind }) => kind === "keep-thought").length).toBe(1);
});

test("a refused thought is not told again", async () => {
  const { wire, socket } = await entered();
  wire.keep(ID, "too long");
  socket.say({ kind: "refused", gesture: "keep-thought", word: "refusal.too-long", values: {} });
  socket.say({ kind: "door-moved", door: "open", returning: true, seed: 7 });
  expect(socket.sent.filter(({ kind }) => kind === "keep-thought").length).toBe(1);
});

test("what one's own people are is told again until the engine shows the same", async () => {
  const { wire, socket } = await entered();
  const people: [{ name: string; reach: string }] = [{ name: "Maren", reach: "next door" }];
  wire.send({ kind: "name-people", people });
  socket.say({ kind: "help-shown", people: [], region: "", offers: true });
  socket.say({ kind: "door-moved", door: "open", returning: true, seed: 7 });
  socket.say({ kind: "help-shown", people, region: "", offers: true });
  socket.say({ kind: "door-moved", door: "open", returning: true, seed: 7 });
  expect(socket.sent.filter(({ kind }) => kind === "name-people").length).toBe(2);
});

test("no key anywhere means the door is shut", async () => {
  const { wire, sockets, reaches } = line([null]);
  await wire.start();
  expect([sockets.length, reaches]).toEqual([0, ["shut"]]);
});

test("a key that is not known is dropped, another is asked for once, and then the door is shut", async () => {
  const { wire, sockets, reaches, settle, dropped } = line(["old", "other"]);
  await wire.start();
  sockets[0]!.onclose?.({ code: 4401 });
  await settle();
  sockets[1]!.onclose?.({ code: 4401 });
  await settle();
  expect([sockets.length, dropped(), reaches]).toEqual([2, 2, ["shut"]]);
});

test("a stale page says so and does not come back by itself", async () => {
  const { socket, sockets, reaches, clock, settle } = await entered();
  socket.onclose?.({ code: 4409 });
  clock.pass(60_000);
  await settle();
  expect([sockets.length, reaches]).toEqual([1, ["stale"]]);
});

test.each([1006, 1001, 4408])("after code %i the page says the engine is away and comes back", async (code) => {
  const { socket, sockets, reaches, clock, settle } = await entered();
  socket.onclose?.({ code });
  clock.pass(249);
  await settle();
  expect([sockets.length, reaches]).toEqual([1, ["away"]]);
  clock.pass(1);
  await settle();
  expect(sockets.length).toBe(2);
});

test("waits grow from a quarter of a second to five and no further", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1000].map(pause)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
});

test("drafts are counted by their echo, and one that has not gone is dropped when the thought is kept", async () => {
  const { wire, socket, clock } = await entered();
  wire.draft("I ");
  clock.pass(200);
  wire.draft("I t");
  clock.pass(50);
  wire.draft("I tr");
  wire.keep(ID, "I tr");
  clock.pass(500);
  expect(socket.sent.slice(1)).toEqual([
    { kind: "draft", echo: 1, text: "I " },
    { kind: "draft", echo: 2, text: "I t" },
    { kind: "keep-thought", id: ID, text: "I tr" },
  ]);
});

test("what is arranged before the door is open is told when it is", async () => {
  const { wire, socket } = await entered("new");
  wire.send({ kind: "arrange-help", region: "GB", offers: true });
  expect(socket.sent.map(({ kind }) => kind)).toEqual(["enter"]);
  socket.say({ kind: "door-moved", door: "open", returning: false, seed: 7 });
  expect(socket.sent.map(({ kind }) => kind)).toEqual(["enter", "arrange-help"]);
});

test("going on past the recovery code is entering once more", async () => {
  const { wire, socket, settle } = await entered();
  wire.goOn();
  await settle();
  expect(socket.sent.map(({ kind }) => kind)).toEqual(["enter", "enter"]);
});
