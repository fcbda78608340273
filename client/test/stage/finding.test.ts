import fc from "fast-check";
import { PerspectiveCamera } from "three";
import { describe, expect, it } from "vitest";
import { apart, nearest } from "../../src/stage/finding.ts";
import { type Gaze, lens, seen } from "../../src/stage/layout/gaze.ts";
import { around } from "../../src/stage/layout/loom.ts";
import { apartIn, isSeen, near, veiled } from "../../src/stage/layout/sight.ts";
import type { Weave } from "../../src/stage/layout/weave.ts";
import { nearing } from "../../src/stage/stance.ts";
import { fingerAt } from "../../src/stage/touch.ts";
import { gazes, hung, life, weaves } from "./life.ts";

const WINDOW = { width: 1280, height: 720 };
const LIFE = { from: [0.5, 1.0, 1.9], to: [0, 6.2, -0.9], field: 72 } as const;

function cameraAt({ at, zoom }: Gaze): PerspectiveCamera {
  const { from, to, field } = nearing(LIFE, at, zoom);
  const camera = new PerspectiveCamera(field, WINDOW.width / WINDOW.height, 0.05, 40);
  camera.position.set(...from);
  camera.lookAt(...to);
  camera.updateMatrixWorld();
  return camera;
}

const pixel = fc.tuple(fc.integer({ min: 0, max: 1280 }), fc.integer({ min: 0, max: 720 }));
const fingerOf = (gaze: Gaze, x: number, y: number) => fingerAt(cameraAt(gaze), WINDOW, x, y);

/** Every string, one by one. */
function lookedAtAll(weave: Weave, gaze: Gaze, [x, y]: readonly [number, number], wanted: (k: number) => boolean) {
  const finger = fingerOf(gaze, x, y);
  const through = lens(weave.span, gaze);
  let best: { place: number; far: number } | null = null;
  for (let k = 0; k < weave.shares.length; k++) {
    if (!wanted(k)) continue;
    const far = apart(finger, around(seen(through, weave.shares[k]!)));
    if (far < 24 && (best === null || far < best.far)) best = { place: k, far };
  }
  return best;
}

describe("a finger on the loom", () => {
  it("finds what looking at every string would find", () => {
    fc.assert(
      fc.property(weaves, gazes, pixel, fc.integer({ min: 1, max: 4 }), (weave, gaze, at, every) => {
        const [from, to] = apartIn(lens(weave.span, gaze));
        const wanted = (k: number): boolean => k % every === 0 && weave.shares[k]! > from && weave.shares[k]! <= to;
        const found = nearest(weave, lens(weave.span, gaze), fingerOf(gaze, ...at), 24, wanted);
        const all = lookedAtAll(weave, gaze, at, wanted);
        expect(found && { place: found.place, far: found.far }).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });

  it("looks at a few of a hundred thousand strings", () => {
    const weave = hung(life(100_000), 512);
    const deepest = veiled(weave, 100_000);
    const looked: number[] = [];
    let met = 0;
    for (const zoom of [0, 0.5, 1, 2, 3]) {
      for (let k = 0; k < 40; k++) {
        const gaze = { at: 0.1 + 0.02 * k, zoom };
        const finger = fingerOf(gaze, (k * 331) % 1280, (k * 173) % 720);
        const through = lens(weave.span, gaze);
        const close = near(weave, through, 2400);
        const found = nearest(weave, through, finger, 24, (place) => isSeen(weave, through, close, deepest, place));
        looked.push(found?.looked ?? 0);
        met += Number(found !== null);
      }
    }
    looked.sort((a, b) => a - b);
    expect(met).toBeGreaterThan(60);
    expect(looked[looked.length >> 1]).toBeLessThan(60);
    expect(looked.at(-1)).toBeLessThan(400); // measured: 117; half of the touches that find one look at 30
  });
});
