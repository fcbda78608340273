// The water alone, stepped on the GPU and by its formula, for the tests to hold side by side.

import { WebGLRenderer } from "three";
import { type Drop, dropped, pressing } from "../../client/src/stage/drops.ts";
import { flat, stepped, stride } from "../../client/src/stage/water.ts";
import { Wave } from "../../client/src/stage/wave.ts";

/** A touch at a tick, in metres from the middle. */
type Touch = readonly [tick: number, kind: Drop["kind"], x: number, z: number];

/** Heights (cm) after so many ticks of 1/60 s, row by row: the GPU's, and the formula's. */
export function water(texels: number, ticks: number, touches: readonly Touch[]): { gpu: number[]; formula: number[] } {
  const renderer = new WebGLRenderer();
  const wave = new Wave(renderer, texels);
  let formula = flat(texels);
  let drops: readonly Drop[] = [];
  for (let tick = 0; tick < ticks; tick += stride(texels)) {
    for (const [when, kind, x, z] of touches) if (when === tick) drops = dropped(drops, kind, x, z, tick);
    const presses = pressing(drops, tick, texels);
    wave.step(presses);
    formula = stepped(formula, presses);
  }
  const gpu = Array.from(wave.read()).filter((_, k) => k % 4 === 0);
  wave.dispose();
  renderer.dispose();
  return { gpu, formula: Array.from(formula.height) };
}

/** Milliseconds that one step takes, the GPU's work included. */
export function stepTime(texels: number, steps: number): number {
  const renderer = new WebGLRenderer();
  const wave = new Wave(renderer, texels);
  for (let k = 0; k < 10; k++) wave.step([{ x: 0, z: 0, wide: 0.2, push: 0.1 }]);
  wave.read();
  const before = performance.now();
  for (let k = 0; k < steps; k++) wave.step([]);
  wave.read();
  const taken = (performance.now() - before) / steps;
  wave.dispose();
  renderer.dispose();
  return taken;
}
