// The page that frames are taken on: a seeded world, stepped by hand. It is bundled for `make frames` only.

import { predicted } from "../../client/src/stage/governor.ts";
import { mixed } from "../../client/src/stage/palette.ts";
import { createStage } from "../../client/src/stage/stage.ts";
import type { Stage } from "../../client/src/stage/types.ts";
import { TIERS } from "../../client/src/quality/tiers.ts";
import { breathed, stilled, turnedTo } from "../../client/src/world/turns.ts";
import { apply, backIn, begin, darkened, ease, inMood, type Facet, type Mood, type Plant, type Thread, type World } from "../../client/src/world/world.ts";
import { stepTime, water } from "./water.ts";

const DAY = 17000;
const SPECIES: readonly Plant["species"][] = ["lotus", "dahlia", "star", "bell"];
const share = (k: number, by: number): number => (k * by) % 1;

function thread(k: number, count: number): Thread {
  const season = 0.5 + 0.5 * Math.sin(k * 0.021);
  const kind = share(k, 0.7548) < 0.15 + 0.45 * season;
  return {
    id: `thread-${k}`,
    when: "2020-01-01",
    day: DAY + (k / count) * 5100 + 20 * share(k, 0.5698),
    turn: share(Math.floor(share(k, 0.618) * 9), 0.3819),
    offset: share(k, 0.3247) * 2 - 1,
    warmth: kind ? 0.8 : 0.15,
    silver: kind ? 0.1 : 0.7,
    weight: share(k, 0.8191) ** 3,
  };
}

function plant(k: number): Plant {
  return {
    id: `flower-${k}`,
    thread: `thread-${k}`,
    order: k,
    species: SPECIES[[0, 1, 2, 0, 3, 1][k % 6]!]!,
    petals: [30, 40, 13, 26, 9, 36][k % 6]!,
    hue: [0.96, 0.1, 0.04, 0.62, 0.9, 0.08][Math.floor(share(k, 0.618) * 6)]!,
    height: 0.42 + 0.36 * share(k, 0.7548),
    width: 0.2 + 0.11 * share(k, 0.5698),
    cup: 0.3 + 0.5 * share(k, 0.3247),
    curl: 0.2 + 0.5 * share(k, 0.8191),
    leaves: 1 + (k % 3),
    lean: share(k, 0.4503) * 2 - 1,
    seed: Math.floor(share(k, 0.2345) * 4294967295),
    turn: share(k, 0.618034),
    radius: 2 + 0.2 * Math.sqrt(k),
  };
}

const list = <T>(count: number, make: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => make(k));

interface Scene {
  readonly threads: number;
  readonly plants: number;
  readonly mood: Mood;
  readonly view?: "room" | "loom" | "garden" | "pool" | "facets";
  readonly turned?: Facet;
  readonly breath?: number;
  readonly bloom?: boolean;
  readonly still?: boolean;
  readonly dark?: boolean;
  readonly closing?: boolean;
  readonly typing?: boolean;
  readonly opened?: number;
}

let world: World;
let stage: Stage | null = null;

/** Begin a scene on a stage of the named tier. */
async function set(scene: Scene, tier: keyof typeof TIERS): Promise<boolean> {
  stage?.dispose();
  const old = document.querySelector("canvas")!;
  const canvas = old.cloneNode() as HTMLCanvasElement;
  old.replaceWith(canvas);
  stage = await createStage(canvas, undefined, TIERS[tier]);
  world = begin(scene.still ?? false);
  world = apply(world, { kind: "welcome", contract: "", door: "open", returning: true, seed: 20261123, sign: "" });
  world = apply(world, { kind: "loom-shown", threads: list(scene.threads, (k) => thread(k, scene.threads)), first: true });
  world = apply(world, { kind: "garden-shown", plants: list(scene.plants, plant), first: true });
  world = apply(world, { kind: "glow", level: 0.4 });
  world = inMood({ ...world, dark: scene.dark ?? false, turned: scene.turned ?? null }, scene.mood);
  if (scene.breath !== undefined) world = breathed(world, scene.breath);
  if (scene.opened !== undefined) world = apply(world, given(scene.opened));
  stage?.look(scene.view ?? "room");
  return stage !== null;
}

/** The words of a thread, as they are given when it is opened. */
function given(k: number) {
  const spans = [0.9, 0.4, 0, 0.7, 0].map((warmth, at) => ({
    text: "These are words. ".repeat(1 + ((at * 2) % 5)),
    warmth,
    silver: warmth === 0 ? 0.8 : 0,
    heard: "plain" as const,
    about: "self" as const,
    told: false,
  }));
  return { kind: "words-given" as const, id: `thread-${k}`, when: "2020-01-01", place: "", spans };
}

/** Answer a draft, as the engine does while someone types. */
function draft(mood: Mood, stir: number): void {
  world = apply(world, { kind: "walls", echo: 1, mood, warmth: mood === "met" ? 0.7 : 0.4, kindness: mood === "kind" ? 0.9 : 0, silver: 0.2, stir });
}

/** A kind thought grows a flower. */
function bloom(): void {
  world = apply(world, { kind: "flower-grew", plant: plant(world.plants.length) });
}

/** A finger on the picture, in shares of its width and height. */
function stir(x: number, y: number): void {
  const { width, height } = document.querySelector("canvas")!.getBoundingClientRect();
  stage?.stir(x * width, y * height);
}

/** A kept thought lets a drop fall. */
function keep(id: string): void {
  world = apply(world, { kind: "thought-saved", id, met: "plain", care: false });
}

function beat(): void {
  stage?.beat();
}

function still(on: boolean): void {
  world = stilled(world, on);
}

/** One thread joins, in the middle of the life. */
function join(): void {
  const one = { ...thread(world.threads.length / 2, world.threads.length), id: "newest", day: DAY + 2600 };
  world = apply(world, { kind: "thread-grew", thread: one });
}

function close(): void {
  world = apply(world, { kind: "visit-ended" });
}

/** Let `seconds` pass in steps of `dt`, drawing the last `drawn` of them. */
function step(seconds: number, dt: number, drawn = 1): void {
  const steps = Math.round(seconds / dt);
  for (let k = 0; k < steps; k++) {
    world = ease(world, dt);
    if (k >= steps - drawn) stage?.draw(world, dt);
  }
}

/** Let `dt` seconds pass, draw and read the picture back: width, height, and its bytes in base 64, bottom row first. */
function pixels(dt = 1e-6): [number, number, string] {
  const canvas = document.querySelector("canvas")!;
  world = ease(world, dt);
  stage?.draw(world, dt);
  const gl = canvas.getContext("webgl2")!;
  const data = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4);
  gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, data);
  const text = Array.from(data, (byte) => String.fromCharCode(byte)).join("");
  return [gl.drawingBufferWidth, gl.drawingBufferHeight, btoa(text)];
}

/** Lose the context as a sleeping machine does, and get it back. */
async function lose(): Promise<void> {
  const extension = document.querySelector("canvas")!.getContext("webgl2")!.getExtension("WEBGL_lose_context")!;
  extension.loseContext();
  await new Promise((done) => setTimeout(done, 200));
  stage?.draw(world, 0.1);
  extension.restoreContext();
  await new Promise((done) => setTimeout(done, 400));
}

function png(): string {
  stage?.draw(world, 1e-6);
  return document.querySelector("canvas")!.toDataURL("image/png");
}

/** Milliseconds of the first frame (with shaders compiled) and of `count` later ones, each finished. */
function timed(count: number): number[] {
  const gl = document.querySelector("canvas")!.getContext("webgl2")!;
  const one = new Uint8Array(4);
  return list(count, () => {
    const before = performance.now();
    world = ease(world, 1 / 30);
    stage?.draw(world, 1 / 30);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, one);
    return performance.now() - before;
  });
}

declare const frames: object;
Object.assign(window, { frames: { set, draft, bloom, join, close, stir, keep, beat, still, step, pixels, png, timed, lose, water, stepTime } });

interface Change {
  readonly mood?: Mood;
  readonly still?: boolean;
  readonly dark?: boolean;
  readonly view?: "room" | "loom" | "garden" | "pool" | "facets";
  readonly turned?: Facet | null;
  readonly breath?: number | null; // as it is known
  readonly back?: boolean; // come in again after the closing
}

/** Turn the room, as a person can. */
function turn({ mood, still, dark, view, turned, breath, back }: Change): void {
  if (mood) world = inMood(world, mood);
  if (still !== undefined) world = stilled(world, still);
  if (dark !== undefined) world = darkened(world, dark);
  if (view) stage?.look(view);
  if (turned !== undefined) world = turnedTo(world, turned);
  if (breath !== undefined) world = breathed(world, breath);
  if (back) world = backIn(world);
  stage?.resize();
}

/** Draw `count` frames of `dt` seconds, each as told, and read them: width, height, bytes in base 64, bottom rows first. */
function film(count: number, dt: number, told = (now: World, _frame: number): World => now): [number, number, string] {
  const gl = document.querySelector("canvas")!.getContext("webgl2")!;
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const data = new Uint8Array(count * width * height * 4) as Uint8Array & { toBase64(): string };
  for (let k = 0; k < count; k++) {
    world = ease(world, dt);
    stage?.draw(told(world, k), dt);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, data, k * width * height * 4);
  }
  return [width, height, data.toBase64()];
}

/** Film a room that is torn between dark and kind every few frames, without any easing. */
function torn(count: number, dt: number, every: number): [number, number, string] {
  return film(count, dt, (now, k) => {
    const { moods } = inMood(now, Math.floor(k / every) % 2 ? "darkness" : "kind").aim;
    return { ...now, light: { ...now.light, moods } };
  });
}

/** The mean luminance that the governor expects of the room as it is. */
const expected = (): number =>
  predicted({ palette: mixed(world.light, world.dark ? 1 : 0), wake: world.light.wake, gloom: world.dark ? 1 : 0 });

Object.assign(frames, { turn, film, torn, expected });
