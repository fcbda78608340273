// Where the parts of the page meet: the line to the engine, the world, the panels, and the stage when it can be drawn.

import type { Gesture } from "./contract/gesture.ts";
import type { SceneMessage } from "./contract/scene.ts";
import type { Act } from "./panels/act.ts";
import { tellFacts } from "./panels/facts.ts";
import "./panels/line.ts";
import { eyeAt, isUrgent, type Place } from "./panels/place.ts";
import type { Room } from "./panels/room.ts";
import "./panels/room.ts";
import { everyFrame } from "./senses/frames.ts";
import { lightIcon } from "./senses/icon.ts";
import { isWriting, keyOf } from "./senses/keys.ts";
import { watchKeyboard } from "./senses/screen.ts";
import { onWishes, wishes } from "./senses/stillness.ts";
import { DRAWING, type Stage } from "./stage/types.ts";
import { keysOfThisTab, openSocket } from "./wire/entry.ts";
import { Wire } from "./wire/socket.ts";
import { reached, stilled, turnedTo } from "./world/turns.ts";
import {
  apply,
  backIn,
  begin,
  darkened,
  ease,
  putAside,
  type Reach,
  refusedHere,
  settled,
  type World,
} from "./world/world.ts";

const root = document.documentElement;
const room = document.querySelector<Room>("kindlight-room")!;
const canvas = document.querySelector<HTMLCanvasElement>("#stage")!;
const { keys, siblings } = keysOfThisTab();

let world = begin(wishes().still);
let place: Place = "write";
let stage: Stage | null = null;
let rising = false;
let fresh = 0; // seconds for which even a still room is drawn again
let hush = 0; // seconds for which the stage waits, so that Ground and Help come at once on a slow machine too

const HUSH = 0.4; // seconds
const FRESH = 3; // seconds; long enough for a flower or a turn of the eye to arrive

const wire = new Wire({ open: openSocket, keys, receive, reach });

const act: Act = {
  send,
  draft: (text) => wire.draft(text),
  keep: (id, text) => wire.keep(id, text),
  tooLong: () => become(refusedHere(world, "keep-thought", "refusal.too-long")),
  goOn,
  withdraw: () => wire.withdraw(),
  go,
  aside: (...what) => become(putAside(world, ...what)),
  turn: (facet) => become(turnedTo(world, facet)),
  reflect: (video) => stage?.reflect(video),
  still: (on) => become(stilled(world, on)),
  dark: (on) => become(darkened(world, on)),
  comeIn: () => become(backIn(world)),
  reload: () => location.reload(),
  enter,
};

/** Take on a new world, and show it. Light alone is left to the frames. */
function become(next: World): void {
  world = next;
  fresh = FRESH;
  room.world = world;
  room.place = place;
  tellFacts(root, world, place);
}

function reach(now: Reach): void {
  become(reached(world, now));
  if (now === "stale" && !room.draft && !wasReloaded()) location.reload();
}

function receive(message: SceneMessage): void {
  become(apply(world, message));
  if (message.kind === "welcome" && room.draft) wire.draft(room.draft);
}

function send(gesture: Gesture): void {
  wire.send(gesture);
  // The region is also a choice of what this page shows, and must answer with the engine dead.
  if (gesture.kind !== "arrange-help") return;
  become({ ...world, help: { ...world.help, region: gesture.region, offers: gesture.offers } });
}

// The recovery code is put aside here, and the engine may forget it too.
function goOn(): void {
  wire.goOn();
  become(putAside(world, "recovery"));
}

function go(to: Place): void {
  if (isUrgent(place) || isUrgent(to)) hush = HUSH;
  if (isUrgent(to)) stage?.leave();
  place = to;
  later();
  stage?.look(eyeAt(to));
  become(putAside(world, "given", "refused"));
}

function press(event: KeyboardEvent): void {
  const key = keyOf(event, isWriting(event.target));
  if (!key) return;
  event.preventDefault();
  if (key !== "back") go(place === key ? "write" : key);
  else if (world.given && place !== "ground" && place !== "help") act.aside("given");
  else if (place !== "write") go("write");
  else room.takeBack();
}

function touch({ clientX, clientY }: MouseEvent): void {
  const met = world.door === "open" ? stage?.at(clientX, clientY) : null;
  if (met?.kind === "facet") become(turnedTo(world, met.id));
  // After a low moment a touched string asks first, as the panel does.
  else if (met?.kind === "thread" && world.low && place !== "few") go("threads");
  else if (met) send({ kind: "open-thread", id: world.plants.find(({ id }) => id === met.id)?.thread ?? met.id });
}

function stir({ buttons, clientX, clientY }: PointerEvent): void {
  if (buttons) stage?.stir(clientX, clientY);
}

function live(dt: number): World {
  const before = world.mood;
  world = ease(world, dt);
  fresh -= dt;
  hush -= dt;
  if (world.mood !== before) become(world);
  return world;
}

function beat(dt: number): void {
  if (stage?.isWorn) return;
  live(dt);
  if (hush <= 0 && (!world.still || fresh > 0 || stage?.stirred || !settled(world))) stage?.draw(world, dt);
}

/** With the headset, and out again: the same words ask for both. */
async function enter(): Promise<void> {
  if (room.worn) return stage?.leave();
  room.worn = true;
  try {
    await stage?.enter({ beat: live, turn: act.turn, ground: () => go("ground") });
  } catch {
    become(refusedHere(world, "enter", "headset.failed"));
  }
  room.worn = false;
}

function fit(): void {
  stage?.resize();
  fresh = FRESH;
}

// Asked before the page is first seen: where a processor draws, the first answers take a third of a second together,
// in which nothing else would be answered either.
function canDraw(): boolean {
  const context = canvas.getContext("webgl2", DRAWING) as WebGL2RenderingContext | null;
  context?.getParameter(context.RENDERER);
  return context?.getExtension("EXT_color_buffer_float") != null;
}

// While the stage rises the page is answered first, and nobody who opens Ground or Help waits for it.
async function turn(): Promise<void> {
  do await new Promise((go) => setTimeout(go, 16));
  while (hush > 0 || isUrgent(place));
}

// Without the engine they cannot come; they are asked for again whenever one goes somewhere.
function later(): void {
  if (!room.later)
    import("./panels/later.ts").then(
      (panels) => {
        room.later = panels;
      },
      () => {},
    );
}

async function raise(): Promise<void> {
  if (rising || stage || wishes().plain || !canDraw()) return;
  rising = true;
  try {
    const { createStage } = await import("./stage/stage.ts");
    await turn();
    const raised = await createStage(canvas, turn);
    raised?.look(eyeAt(place));
    stage = raised;
    show("drawn");
    room.headset = (await raised?.canEnter()) ?? false;
  } catch {
    lower(); // without a stage the page is whole
  } finally {
    rising = false;
  }
}

function lower(): void {
  stage?.dispose();
  stage = null;
  room.headset = false;
  show("calm");
}

/** Which room is seen: the drawn one stands in whenever the chamber cannot, also while the browser has lost its picture. */
function show(what: "drawn" | "calm"): void {
  root.dataset.stage = stage ? what : "calm";
  fresh = FRESH;
}

function heed({ still, plain }: ReturnType<typeof wishes>): void {
  become(stilled(world, still));
  if (plain) lower();
  else void raise();
}

// A stale page loads itself again once; if that did not help, the person is asked.
const wasReloaded = (): boolean =>
  performance.getEntriesByType("navigation").some((entry) => (entry as PerformanceNavigationTiming).type === "reload");

root.dataset.stage = "calm";
room.act = act;
become(world);
watchKeyboard(root);
lightIcon();
onWishes(heed);
document.addEventListener("keydown", press);
canvas.addEventListener("click", touch);
canvas.addEventListener("pointerdown", stir);
canvas.addEventListener("pointermove", stir);
canvas.addEventListener("webglcontextlost", () => show("calm"));
canvas.addEventListener("webglcontextrestored", () => show("drawn"));
window.addEventListener("resize", fit);
window.addEventListener("beforeunload", (event) => {
  if (room.draft.trim() || world.recovery) event.preventDefault();
});
siblings.onKey((key) => {
  if (world.reach !== "shut") return;
  keys.take(key);
  void wire.start();
});
everyFrame(beat, () => world.still || stage === null || isUrgent(place));
void wire.start();
if (!wishes().plain) canDraw();
requestAnimationFrame(() =>
  setTimeout(() => {
    later();
    void raise();
  }),
);
