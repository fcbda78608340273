// The moods as colours of light (linear), mixed by their shares. Shadows stay indigo-plum; only the light turns gold.

import type { Light, Mood } from "../world/world.ts";

export type Colour = readonly [number, number, number];

/** What the stone, the air and the lights are made of at one moment. */
export interface Palette {
  readonly deep: Colour;
  readonly pearl: Colour;
  readonly accentA: Colour;
  readonly accentB: Colour;
  readonly core: Colour; // already times its strength
  readonly fog: Colour;
  readonly behind: number; // warmth from behind the viewer
  readonly ember: number; // the gold light that never goes out
  readonly near: number; // how far the room leans in, metres
  readonly contrast: number;
  readonly saturation: number;
}

/** The ember's floor, in any mood, for any record. */
export const EMBER_FLOOR = 0.55;

const arriving: Palette = {
  deep: [0.01, 0.015, 0.044],
  pearl: [0.58, 0.63, 0.74],
  accentA: [0.36, 0.52, 0.86],
  accentB: [0.56, 0.46, 0.78],
  core: [0.88, 0.97, 1.17],
  fog: [0.026, 0.036, 0.082],
  behind: 0.22,
  ember: 0.7,
  near: 0,
  contrast: 2.05,
  saturation: 1.0,
};

const kind: Palette = {
  deep: [0.014, 0.011, 0.046],
  pearl: [0.76, 0.74, 0.86],
  accentA: [1.0, 0.76, 0.52],
  accentB: [0.8, 0.6, 0.86],
  core: [1.95, 1.26, 0.66],
  fog: [0.024, 0.021, 0.068],
  behind: 0.42,
  ember: 1.5,
  near: 0.12,
  contrast: 2.05,
  saturation: 1.3,
};

const resting: Palette = {
  ...arriving,
  deep: [0.01, 0.013, 0.034],
  pearl: [0.52, 0.57, 0.7],
  accentA: [0.4, 0.52, 0.8],
  accentB: [0.58, 0.5, 0.74],
  core: [0.56, 0.59, 0.7],
  fog: [0.024, 0.03, 0.062],
  behind: 0.2,
  ember: 0.9,
};

const darkness: Palette = {
  deep: [0.0035, 0.0035, 0.006],
  pearl: [0.16, 0.135, 0.115],
  accentA: [0.5, 0.36, 0.2],
  accentB: [0.5, 0.34, 0.22],
  core: [0.04, 0.027, 0.013],
  fog: [0.004, 0.004, 0.005],
  behind: 0.03,
  ember: 1.2,
  near: 0,
  contrast: 1.9,
  saturation: 1.35,
};

/** Each mood's own colours. A harsh thought is met with more light, warmer and closer: no value here is under arriving's. */
export const PALETTES: Readonly<Record<Mood, Palette>> = {
  arriving,
  listening: { ...arriving, pearl: [0.62, 0.67, 0.77], core: [0.95, 1.03, 1.2] },
  met: {
    ...arriving,
    deep: [0.015, 0.015, 0.046],
    pearl: [0.7, 0.67, 0.75],
    accentA: [0.86, 0.56, 0.86],
    accentB: [0.96, 0.6, 0.78],
    core: [1.34, 1.08, 1.17],
    fog: [0.03, 0.036, 0.082],
    behind: 0.5,
    ember: 1.15,
    near: 0.35,
  },
  kind,
  resting,
  darkness,
};

/** Weighted colours of this moment; `gloom` is the way into the dark mode, from 0 to 1. */
export function mixed(light: Light, gloom: number): Palette {
  const shares = Object.entries(light.moods).map(
    ([mood, share]) => [PALETTES[mood as Mood], share * (1 - gloom)] as const,
  );
  const all = [...shares, [darkness, gloom] as const];
  const sum = (of: (palette: Palette) => number): number =>
    all.reduce((total, [palette, share]) => total + of(palette) * share, 0);
  const colour = (of: (palette: Palette) => Colour): Colour => [
    sum((p) => of(p)[0]),
    sum((p) => of(p)[1]),
    sum((p) => of(p)[2]),
  ];
  return {
    deep: colour((p) => p.deep),
    pearl: colour((p) => p.pearl),
    accentA: colour((p) => p.accentA),
    accentB: colour((p) => p.accentB),
    core: colour((p) => p.core),
    fog: colour((p) => p.fog),
    behind: sum((p) => p.behind) + 0.12 * light.warmth * (1 - gloom),
    ember: Math.max(EMBER_FLOOR, sum((p) => p.ember) * (0.8 + 0.4 * light.glow)),
    near: sum((p) => p.near),
    contrast: sum((p) => p.contrast),
    saturation: sum((p) => p.saturation),
  };
}
