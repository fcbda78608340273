// What the page knows: a value. `apply` folds one message into it; `ease` lets light follow, slowly, never jumping.

import type { GardenShown, HelpShown, LoomShown, SceneMessage, Welcome, WordsFound, WordsGiven } from "../contract/scene.ts";

export type Thread = LoomShown["threads"][number];
export type Plant = GardenShown["plants"][number];
export type Door = Welcome["door"];
export type Mood = "arriving" | "listening" | "met" | "kind" | "resting" | "darkness";

/** How the socket stands. stale: this page is older than the engine. shut: this page's key no longer opens the door. */
export type Reach = "reaching" | "here" | "away" | "stale" | "shut";

export interface Light {
  readonly moods: Readonly<Record<Mood, number>>; // shares that sum to one
  readonly warmth: number;
  readonly kindness: number;
  readonly silver: number;
  readonly stir: number; // how much the words on the line move the walls
  readonly glow: number; // never below FLOOR
  readonly wake: number; // 0 dark at arrival, 1 awake
  readonly fade: number; // 0 present, 1 dissolved by the closing
}

export interface World {
  readonly reach: Reach;
  readonly door: Door | "unknown";
  readonly returning: boolean;
  readonly seed: number;
  readonly sign: string;
  readonly mood: Mood;
  readonly light: Light; // what is seen now
  readonly aim: Light; // where it goes
  readonly threads: readonly Thread[];
  readonly plants: readonly Plant[];
  readonly newestThread: string | null;
  readonly newestPlant: string | null;
  readonly bloomedAt: number; // `time` of the newest flower's first moment, or -1000
  readonly ripples: number; // grows by one with each answered draft: one ring of light each
  readonly time: number; // seconds of eased time
  readonly still: boolean; // reduced motion, or stillness chosen
  readonly dark: boolean; // the mode where only gold is left
  readonly saved: { readonly id: string; readonly met: "kind" | "harsh" | "plain"; readonly care: boolean } | null;
  readonly given: WordsGiven | null;
  readonly found: WordsFound | null;
  readonly keys: readonly string[] | null;
  readonly recovery: string | null;
  readonly help: Pick<HelpShown, "people" | "region" | "offers">;
  readonly refused: { readonly gesture: string; readonly word: string; readonly values: Readonly<Record<string, string>> } | null;
  readonly ended: boolean;
}

/** The light that never goes out. */
export const FLOOR = 0.1;

const dim: Light = {
  moods: { arriving: 1, listening: 0, met: 0, kind: 0, resting: 0, darkness: 0 },
  warmth: 0.2,
  kindness: 0,
  silver: 0,
  stir: 0,
  glow: FLOOR,
  wake: 0,
  fade: 0,
};

export function begin(still = false): World {
  return {
    reach: "reaching",
    door: "unknown",
    returning: false,
    seed: 1,
    sign: "",
    mood: "arriving",
    light: dim,
    aim: { ...dim, wake: 1 },
    threads: [],
    plants: [],
    newestThread: null,
    newestPlant: null,
    bloomedAt: -1000,
    ripples: 0,
    time: 0,
    still,
    dark: false,
    saved: null,
    given: null,
    found: null,
    keys: null,
    recovery: null,
    help: { people: [], region: "", offers: true },
    refused: null,
    ended: false,
  };
}

/** Fold one message from the engine. */
export function apply(world: World, message: SceneMessage): World {
  switch (message.kind) {
    case "welcome":
      return { ...world, reach: "here", door: message.door, returning: message.returning, seed: message.seed, sign: message.sign };
    case "door-moved":
      return { ...world, door: message.door, returning: message.returning, seed: message.seed, keys: null, refused: null };
    case "keys-offered":
      return { ...world, keys: message.words };
    case "recovery-shown":
      return { ...world, recovery: message.code, keys: null };
    case "walls":
      return {
        ...inMood(world, message.mood),
        aim: { ...moodAim(world, message.mood), warmth: message.warmth, kindness: message.kindness, silver: message.silver, stir: message.stir },
        ripples: world.ripples + 1,
      };
    case "glow":
      return { ...world, aim: { ...world.aim, glow: Math.max(FLOOR, message.level) } };
    case "loom-shown":
      return { ...world, threads: message.first ? message.threads : [...world.threads, ...message.threads] };
    case "garden-shown":
      return { ...world, plants: message.first ? message.plants : [...world.plants, ...message.plants] };
    case "thread-grew":
      return { ...world, threads: [...world.threads, message.thread], newestThread: message.thread.id };
    case "flower-grew":
      return { ...world, plants: [...world.plants, message.plant], newestPlant: message.plant.id, bloomedAt: world.time };
    case "thought-saved":
      return { ...world, saved: { id: message.id, met: message.met, care: message.care }, refused: null };
    case "words-given":
      return { ...world, given: message };
    case "words-found":
      return { ...world, found: message };
    case "help-shown":
      return { ...world, help: { people: message.people, region: message.region, offers: message.offers } };
    case "visit-ended":
      return { ...world, ended: true, aim: { ...moodAim(world, "resting"), fade: 1 } };
    case "refused":
      return { ...world, refused: { gesture: message.gesture, word: message.word, values: message.values } };
    default:
      return message satisfies never;
  }
}

/** The person, or the page itself, turns the room toward a mood. */
export function inMood(world: World, mood: Mood): World {
  return { ...world, mood, aim: moodAim(world, mood) };
}

function moodAim(world: World, mood: Mood): Light {
  const moods = { arriving: 0, listening: 0, met: 0, kind: 0, resting: 0, darkness: 0, [mood]: 1 };
  return { ...world.aim, moods };
}

const PACE = { mood: 1.6, word: 0.12, wake: 4, fade: 5 }; // seconds to go two thirds of the way

/** Let light follow its aim for `dt` seconds. Never overshoots; in stillness it fades the same, without other motion. */
export function ease(world: World, dt: number): World {
  const word = share(dt, PACE.word);
  const mood = share(dt, PACE.mood);
  const { light, aim } = world;
  const moods = Object.fromEntries(
    Object.entries(light.moods).map(([name, value]) => [name, mix(value, aim.moods[name as Mood], mood)]),
  ) as Record<Mood, number>;
  return {
    ...world,
    time: world.time + dt,
    light: {
      moods,
      warmth: mix(light.warmth, aim.warmth, mood),
      kindness: mix(light.kindness, aim.kindness, mood),
      silver: mix(light.silver, aim.silver, mood),
      stir: mix(light.stir, aim.stir, word),
      glow: Math.max(FLOOR, mix(light.glow, aim.glow, mood)),
      wake: Math.min(aim.wake, light.wake + dt / PACE.wake),
      fade: Math.min(aim.fade, light.fade + dt / PACE.fade),
    },
  };
}

const share = (dt: number, pace: number): number => 1 - Math.exp(-Math.max(0, dt) / pace);
const mix = (from: number, to: number, part: number): number => from + (to - from) * part;
