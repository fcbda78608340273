// What the page knows: a value. `apply` folds one message into it; `ease` lets light follow, slowly, never jumping.

import type { Gesture } from "../contract/gesture.ts";
import type {
  FacetsShown,
  GardenShown,
  HelpShown,
  LoomShown,
  SceneMessage,
  WallsFrame,
  Welcome,
  WordsFound,
  WordsGiven,
} from "../contract/scene.ts";

export type Facet = FacetsShown["facets"][number]["facet"];
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
  readonly breath: number; // how full the lungs are: -1 empty, 1 full
  readonly sure: number; // how surely the breath is known; at 0 the dust rests
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
  readonly turnedAt: number; // `time` at which the room last turned toward a mood
  readonly still: boolean; // reduced motion, or stillness chosen
  readonly dark: boolean; // the mode where only gold is left
  readonly low: boolean; // something harsh was met in this visit, and nothing kind was kept since
  readonly saved: { readonly id: string; readonly met: "kind" | "harsh" | "plain"; readonly care: boolean } | null;
  readonly given: WordsGiven | null;
  readonly found: WordsFound | null;
  readonly keys: readonly string[] | null;
  readonly recovery: string | null;
  readonly facets: FacetsShown["facets"];
  readonly turned: Facet | null; // the reflection that the person has turned to
  readonly help: Pick<HelpShown, "people" | "region" | "offers">;
  readonly refused: {
    readonly gesture: string;
    readonly word: string;
    readonly values: Readonly<Record<string, string>>;
  } | null;
  readonly ended: boolean;
}

/** The light that never goes out. */
export const FLOOR = 0.1;

const dim: Light = {
  moods: { arriving: 1, listening: 0, met: 0, kind: 0, resting: 0, darkness: 0 },
  warmth: 0.3,
  kindness: 0,
  silver: 0,
  stir: 0,
  glow: FLOOR,
  wake: 0,
  fade: 0,
  breath: 0,
  sure: 0,
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
    turnedAt: 0,
    still,
    dark: false,
    low: false,
    saved: null,
    given: null,
    found: null,
    keys: null,
    recovery: null,
    facets: [],
    turned: null,
    help: { people: [], region: "", offers: true },
    refused: null,
    ended: false,
  };
}

/** Fold one message from the engine. */
export function apply(world: World, message: SceneMessage): World {
  switch (message.kind) {
    case "welcome": // an engine that was away cannot show a recovery code again: it stays in sight until put aside
      return { ...atDoor(world, message), recovery: world.recovery, reach: "here", sign: message.sign };
    case "door-moved":
      return { ...atDoor(world, message), refused: null };
    case "keys-offered":
      return { ...world, keys: world.keys ?? message.words }; // the first offer stands, also when the engine comes back
    case "recovery-shown":
      return { ...world, recovery: message.code, keys: null };
    case "walls":
      return answered(world, message);
    case "glow":
      return { ...world, aim: { ...world.aim, glow: Math.max(FLOOR, message.level) } };
    case "loom-shown":
      return { ...world, threads: message.first ? message.threads : joined(world.threads, message.threads) };
    case "garden-shown":
      return { ...world, plants: joined(world.plants, message.plants) };
    case "thread-dyed":
      return { ...world, threads: joined(world.threads, [message.thread]) };
    case "thread-grew":
      return { ...world, threads: joined(world.threads, [message.thread]), newestThread: message.thread.id };
    case "flower-grew":
      return grown(world, message.plant);
    case "thought-saved":
      return {
        ...inMood(world, AFTER[message.met]),
        low: message.met === "harsh" || (message.met === "plain" && world.low),
        saved: { id: message.id, met: message.met, care: message.care },
        refused: null,
      };
    case "words-given":
      return { ...world, given: message };
    case "words-found":
      return { ...world, found: message };
    case "help-shown":
      return { ...world, help: { people: message.people, region: message.region, offers: message.offers } };
    case "facets-shown":
      return { ...world, facets: message.facets };
    case "visit-ended":
      return ended(world);
    case "refused":
      return {
        ...world,
        refused: { gesture: message.gesture, word: message.word, values: message.values as Record<string, string> },
      };
    default:
      return message satisfies never;
  }
}

const AFTER = { kind: "kind", harsh: "met", plain: "resting" } as const;

function atDoor(world: World, { door, returning, seed }: Pick<Welcome, "door" | "returning" | "seed">): World {
  const moved = { ...world, door, returning, seed, keys: door === "new" ? world.keys : null };
  if (door === "open") return moved;
  return {
    ...moved,
    given: null,
    found: null,
    saved: null,
    recovery: null,
    facets: [],
    help: { ...world.help, people: [] },
  };
}

function answered(world: World, { mood, warmth, kindness, silver, stir }: WallsFrame): World {
  const turned = inMood(world, mood);
  return { ...turned, aim: { ...turned.aim, warmth, kindness, silver, stir }, ripples: world.ripples + 1 };
}

// A flower that is known keeps its place and does not bloom a second time, however often it is told.
function grown(world: World, plant: Plant): World {
  const known = world.plants.some(({ id }) => id === plant.id);
  const plants = joined(world.plants, [plant]);
  return known ? { ...world, plants } : { ...world, plants, newestPlant: plant.id, bloomedAt: world.time };
}

function joined<T extends { readonly id: string }>(known: readonly T[], fresh: readonly T[]): readonly T[] {
  const all = new Map(known.map((one) => [one.id, one]));
  for (const one of fresh) all.set(one.id, one);
  return [...all.values()];
}

function ended(world: World): World {
  const resting = inMood(world, "resting");
  return { ...resting, ended: true, given: null, aim: { ...resting.aim, stir: 0, fade: 1 } };
}

/** The person, or the page itself, turns the room toward a mood. In darkness it stays dark. */
export function inMood(world: World, wanted: Mood): World {
  const mood = world.dark ? "darkness" : wanted;
  const moods = { arriving: 0, listening: 0, met: 0, kind: 0, resting: 0, darkness: 0, [mood]: 1 };
  return { ...world, mood, low: world.low || wanted === "met", turnedAt: world.time, aim: { ...world.aim, moods } };
}

/** What the page itself can tell will not be done, said as the engine would. */
export function refusedHere(world: World, gesture: Gesture["kind"], word: string): World {
  return { ...world, refused: { gesture, word, values: {} } };
}

/** Only gold is left, or the light comes back. */
export function darkened(world: World, dark: boolean): World {
  return inMood({ ...world, dark }, "resting");
}

/** Put aside what has been looked at: words, a search, a code, offered keys, a refusal, a closing. */
export function putAside(
  world: World,
  ...what: readonly ("given" | "found" | "recovery" | "keys" | "refused" | "saved")[]
): World {
  return { ...world, ...Object.fromEntries(what.map((name) => [name, null])) };
}

/** Come back in after the closing, without a word about it. */
export function backIn(world: World): World {
  const arriving = inMood({ ...world, ended: false, saved: null, low: false }, "arriving");
  return { ...arriving, light: { ...arriving.light, fade: 0, wake: 0 }, aim: { ...arriving.aim, fade: 0, wake: 1 } };
}

const PACE = { mood: 1.6, word: 0.12, wake: 4, fade: 5 }; // seconds to go two thirds of the way
const REST = 16; // seconds after which a met or kind room comes to rest

/** Let light follow its aim for `dt` seconds. Never overshoots; in stillness it fades the same, without other motion. */
export function ease(world: World, dt: number): World {
  const { light, aim, time } = rested(world);
  const word = share(dt, PACE.word);
  const mood = share(dt, PACE.mood);
  return {
    ...rested(world),
    time: time + dt,
    light: {
      moods: mixed(light.moods, aim.moods, mood),
      warmth: mix(light.warmth, aim.warmth, mood),
      kindness: mix(light.kindness, aim.kindness, mood),
      silver: mix(light.silver, aim.silver, mood),
      stir: mix(light.stir, aim.stir, word),
      glow: Math.max(FLOOR, mix(light.glow, aim.glow, mood)),
      wake: Math.min(Math.max(light.wake, aim.wake), light.wake + dt / PACE.wake),
      fade: Math.min(Math.max(light.fade, aim.fade), light.fade + dt / PACE.fade),
      breath: mix(light.breath, aim.breath, word),
      sure: mix(light.sure, aim.sure, mood),
    },
  };
}

/** Whether the light has arrived, so that a still room need not be drawn again. */
export function settled({ light, aim }: World): boolean {
  const near = (name: keyof Omit<Light, "moods">) => Math.abs(light[name] - aim[name]) < 0.002;
  const moods = Object.entries(light.moods).every(([name, part]) => Math.abs(part - aim.moods[name as Mood]) < 0.002);
  return moods && (["warmth", "kindness", "silver", "stir", "glow", "wake", "fade"] as const).every(near);
}

function rested(world: World): World {
  const stirred = world.mood === "met" || world.mood === "kind" || world.mood === "listening";
  if (!stirred || world.time - world.turnedAt < REST) return world;
  const resting = inMood(world, "resting");
  return { ...resting, aim: { ...resting.aim, stir: 0 } };
}

function mixed(from: Light["moods"], to: Light["moods"], part: number): Light["moods"] {
  const pairs = Object.entries(from).map(([name, value]) => [name, mix(value, to[name as Mood], part)]);
  return Object.fromEntries(pairs) as Record<Mood, number>;
}

const share = (dt: number, pace: number): number => 1 - Math.exp(-Math.max(0, dt) / pace);
const mix = (from: number, to: number, part: number): number => from + (to - from) * part;
