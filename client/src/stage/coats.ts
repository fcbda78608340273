// Where a processor draws: each frame is one thin coat of paint over the last, nudged by a part of a pixel, so that a
// small picture dries into a larger, softer one without blocks or dots.

import { HalfFloatType, type Matrix4, NormalBlending, type Texture, Vector2, WebGLRenderTarget } from "three";
import type { Pass } from "./pass.ts";
import { sheet } from "./pass.ts";
import coatShader from "./shaders/coat.frag";

const DRY = 0.2; // seconds in which a coat is two thirds covered by later ones
const THIN = 0.12; // a coat is never thinner, so that a slow machine's picture arrives too
const ROUND = 16; // nudges before they repeat
const QUICK = 0.04; // seconds; slower frames differ in more than their nudge, and would show as a weave
const SHARP = 3; // how much more a coat gives where its pixels are met exactly

export class Coats {
  readonly target = new WebGLRenderTarget(2, 2, { type: HalfFloatType, depthBuffer: false });
  /** This frame's nudge, in pixels of the frame. */
  readonly nudge = new Vector2();
  private laid = 0;
  private readonly coat = sheet(
    coatShader,
    {
      picture: { value: null as Texture | null },
      nudge: { value: this.nudge },
      size: { value: new Vector2(1, 1) },
      thick: { value: 1 },
      sharp: { value: 0 },
    },
    { transparent: true, blending: NormalBlending },
  );

  fit(width: number, height: number): void {
    if (this.target.width === width && this.target.height === height) return;
    this.target.setSize(width, height);
    this.laid = 0;
  }

  /** Begin again on a bare canvas, as after a lost context. */
  begin(): void {
    this.laid = 0;
  }

  /** Choose the next frame's nudge. */
  next(): void {
    this.laid += 1;
    this.nudge.set(halton(this.laid % ROUND, 2) - 0.5, halton(this.laid % ROUND, 3) - 0.5);
  }

  /** Lay a frame over what is there. `moving`: 0 when the eye stands, 1 when it turns and old coats must go. */
  lay(pass: Pass, frame: WebGLRenderTarget, dt: number, moving: number): void {
    const { picture, size, thick, sharp } = this.coat.uniforms;
    const first = 1 / this.laid;
    picture!.value = frame.texture;
    size!.value.set(frame.width, frame.height);
    thick!.value = Math.max(first, THIN, 0.75 * moving, Math.min(0.4, 1 - Math.exp(-dt / DRY)));
    sharp!.value = this.laid < 3 ? 0 : SHARP * (1 - moving) * Math.min(1, QUICK / dt);
    pass.run(this.coat, this.target);
  }

  dispose(): void {
    this.target.dispose();
    this.coat.dispose();
  }
}

/** Shift what a projection shows by a share of the picture's half width and height. */
export function shift(projection: Matrix4, x: number, y: number): void {
  projection.elements[8]! -= x;
  projection.elements[9]! -= y;
}

/** The radical inverse: even, never regular (Halton 1964). */
function halton(k: number, base: number): number {
  let [rest, share, sum] = [k + 1, 1, 0];
  while (rest > 0) {
    share /= base;
    sum += share * (rest % base);
    rest = Math.floor(rest / base);
  }
  return sum;
}
