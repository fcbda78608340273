// What no light may do, whatever the room wants: change fast, or go back and forth fast.
// The governor holds what the room is lit with, not the finished picture. An exposure can keep the mean of a picture but
// not its parts: a room torn between dark and kind ten times a second still flashed about its centre. And a read-back of
// the picture comes two frames late, so that it answers a flicker in the wrong half of it, and never twice the same.

import type { Palette } from "./palette.ts";

/** The least mean relative luminance of any picture, in any state; tests measure the pixels against it. */
export const FLOOR = 0.006;
/** The most that mean luminance may rise or fall in a second; a flash (WCAG 2.3.1) would be a tenth there and back. */
export const SLOPE = { rise: 0.024, fall: 0.015 };
/** The highest rate of anything that comes and goes. */
export const HERTZ = 2.5;

const TURN = 1 / (2 * HERTZ); // seconds between a turn of the light and the next

/** All that the room is lit with. */
export interface Lit {
  readonly palette: Palette;
  readonly wake: number;
  readonly gloom: number;
}

/** The light that is shown, which way it went last, and for how many seconds since it turned that way. */
export interface Governed {
  readonly light: Lit;
  readonly way: number;
  readonly since: number;
}

/** The light that may be shown `dt` seconds after the last, when `wanted` is asked for. Begins with any light at once. */
export function governed(last: Governed | null, wanted: Lit, dt: number): Governed {
  if (!last) return { light: wanted, way: 0, since: TURN };
  const since = last.since + dt;
  const slope = predicted(wanted) > predicted(last.light) ? SLOPE.rise : SLOPE.fall;
  const share = Math.min(1, (slope * dt) / Math.max(1e-9, apart(last.light, wanted)));
  const light = share === 1 ? wanted : between(last.light, wanted, share);
  const way = Math.sign(predicted(light) - predicted(last.light));
  if (way === 0 || way === last.way) return { light, way: last.way, since };
  return since < TURN ? { ...last, since } : { light, way, since: 0 };
}

const luma = ([r, g, b]: Palette["core"]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Relative luminance of the whole picture, on average, by what it is lit with; measured against pixels in a test. */
export const predicted = ({ palette, wake }: Lit): number =>
  0.008 + awake(wake) * (CORE * luma(palette.core) + BEHIND * palette.behind);

const CORE = 0.078;
const BEHIND = 0.08;

// Light wakes from the centre outward; this is how far it is on average (shaders/room.glsl).
function awake(wake: number): number {
  const share = Math.min(1, Math.max(0, 1.3 * wake - 0.2));
  return share * share * (3 - 2 * share);
}

/** How far apart two lights are, as luminance: no less than their pictures, also where one part rises as another falls. */
export function apart(one: Lit, other: Lit): number {
  const core = CORE * Math.max(...one.palette.core.map((part, k) => Math.abs(part - other.palette.core[k]!)));
  const behind = BEHIND * Math.abs(one.palette.behind - other.palette.behind);
  const whole = Math.max(...[one, other].map((light) => predicted({ ...light, wake: 1 })));
  const woken = Math.abs(awake(one.wake) - awake(other.wake)) + 0.25 * Math.abs(one.wake - other.wake);
  return core + behind + whole * (woken + 0.25 * Math.abs(one.gloom - other.gloom));
}

type Colours = "deep" | "pearl" | "accentA" | "accentB" | "core" | "fog";
const COLOURS: readonly Colours[] = ["deep", "pearl", "accentA", "accentB", "core", "fog"];
const NUMBERS = ["behind", "ember", "near", "contrast", "saturation"] as const;

function between(one: Lit, other: Lit, share: number): Lit {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const palette = {
    ...one.palette,
    ...Object.fromEntries(NUMBERS.map((name) => [name, mix(one.palette[name], other.palette[name])])),
    ...Object.fromEntries(
      COLOURS.map((name) => [name, one.palette[name].map((part, k) => mix(part, other.palette[name][k]!))]),
    ),
  };
  return { palette, wake: mix(one.wake, other.wake), gloom: mix(one.gloom, other.gloom) };
}

/** How far through its beat something periodic is, 0 to 1, `dt` seconds later; faster than `HERTZ` it does not go. */
export const beaten = (phase: number, hertz: number, dt: number): number =>
  (phase + Math.min(HERTZ, Math.max(0, hertz)) * dt) % 1;

/** The one envelope of what is periodic: 0 at rest, 1 half a beat later. A rise takes half a beat, 200 ms or more. */
export const pulse = (phase: number): number => 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
