// Which tier to begin with, and how the picture's size follows the frames that were measured. Pure: numbers in, numbers out.

import { type Name, TIERS, type Tier } from "./tiers.ts";

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
const PHONE = /adreno|mali|powervr|apple gpu|videocore|xclipse/i;
const CARD = /nvidia|geforce|rtx|gtx|radeon (rx|pro)|arc a\d|apple m\d+ (max|ultra)/i;

/** The tier that a renderer's name suggests; an unknown name is an ordinary laptop. `touch`: fingers are the main pointer. */
export function begin(renderer: string, touch: boolean): Tier {
  return TIERS[named(renderer, touch)];
}

function named(renderer: string, touch: boolean): Name {
  if (SOFTWARE.test(renderer)) return "software";
  if (touch || PHONE.test(renderer)) return "phone";
  return CARD.test(renderer) ? "desktop" : "laptop";
}

/** How large the picture is drawn (a share of the tier's size), and the frames measured since it last changed. */
export interface Pace {
  readonly share: number;
  readonly frames: readonly number[]; // seconds
}

export const START: Pace = { share: 1, frames: [] };

const WATCHED = 2; // seconds of frames before a change
const SLOW = 1 / 40;
const FAST = 1 / 57;
const STEP = 0.88; // one step is too small to be seen as a jump
const PAUSE = 0.5; // seconds: a longer gap was a hidden page, not a slow frame

/** The pace after one more frame. It changes by one small step at most every two seconds. */
export function paced(pace: Pace, frame: number, least: number): Pace {
  if (frame <= 0 || frame > PAUSE) return pace;
  const frames = [...pace.frames, frame];
  if (frames.reduce((sum, one) => sum + one, 0) < WATCHED) return { ...pace, frames };
  return { share: changed(pace.share, median(frames), least), frames: [] };
}

function changed(share: number, usual: number, least: number): number {
  if (usual > SLOW) return Math.max(least, share * STEP);
  if (usual < FAST) return Math.min(1, share / STEP);
  return share;
}

const median = (frames: readonly number[]): number => [...frames].sort((a, b) => a - b)[frames.length >> 1]!;

/** Device pixels of the picture for a canvas of this size on the page. */
export function fitted(tier: Tier, share: number, width: number, height: number, ratio: number): [number, number] {
  const wanted = Math.min(ratio, tier.ratio);
  const most = Math.sqrt(tier.pixels / Math.max(1, width * height));
  const scale = Math.min(wanted, most) * share;
  return [Math.max(2, Math.round(width * scale)), Math.max(2, Math.round(height * scale))];
}

/** Device pixels of the canvas: the picture's own, or more where coats of paint make a small picture a larger one. */
export function shown(
  tier: Tier,
  drawn: readonly [number, number],
  width: number,
  height: number,
  ratio: number,
): [number, number] {
  return tier.shown > tier.pixels ? fitted({ ...tier, pixels: tier.shown }, 1, width, height, ratio) : [...drawn];
}
