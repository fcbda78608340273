// The water on the GPU: two half-float squares in turn, one step after another. water.ts is the same in numbers.

import {
  HalfFloatType,
  LinearFilter,
  type ShaderMaterial,
  type Texture,
  Vector4,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import { PRESSES } from "./drops.ts";
import { Pass, sheet } from "./pass.ts";
import waveShader from "./shaders/wave.frag";
import { CALM, type Press, pull, SHORE, SIDE, stride, TICK } from "./water.ts";

export class Wave {
  /** Height, speed, and the slope along x and z, after the last step. */
  readonly surface: { value: Texture };
  private readonly pass: Pass;
  private readonly law: ShaderMaterial;
  private readonly press = Array.from({ length: PRESSES }, () => new Vector4());
  private next: WebGLRenderTarget;
  private now: WebGLRenderTarget;

  constructor(
    private readonly renderer: WebGLRenderer,
    readonly texels: number,
  ) {
    this.pass = new Pass(renderer);
    this.now = square(texels);
    this.next = square(texels);
    this.surface = { value: this.now.texture };
    this.law = sheet(waveShader, {
      before: this.surface,
      press: { value: this.press },
      pressed: { value: 0 },
      pull: { value: pull(texels) },
    });
    this.law.defines = {
      TEXELS: texels,
      PRESSES,
      SIDE: real(SIDE),
      TICK: real(TICK * stride(texels)),
      CALM: real(CALM),
      SHORE_FROM: real(SHORE.from),
      SHORE_TO: real(SHORE.to),
      SHORE_CALM: real(SHORE.calm),
    };
    this.settle();
  }

  step(presses: readonly Press[]): void {
    const ticks = stride(this.texels);
    presses.forEach(({ x, z, wide, push }, k) => {
      this.press[k]?.set(x, z, wide, push * ticks ** 2);
    });
    this.law.uniforms.pressed!.value = Math.min(presses.length, PRESSES);
    this.pass.run(this.law, this.next);
    [this.now, this.next] = [this.next, this.now];
    this.surface.value = this.now.texture;
  }

  /** Flat water. */
  settle(): void {
    for (const target of [this.now, this.next]) {
      this.renderer.setRenderTarget(target);
      this.renderer.clear();
    }
    this.renderer.setRenderTarget(null);
  }

  dispose(): void {
    for (const target of [this.now, this.next]) target.dispose();
    this.law.dispose();
    this.pass.dispose();
  }

  /** The whole square as numbers, four a texel. For tests; it waits for the GPU. */
  read(): Float32Array {
    const { texels } = this;
    const gl = this.renderer.getContext() as WebGL2RenderingContext;
    const all = new Float32Array(4 * texels * texels);
    this.renderer.setRenderTarget(this.now);
    gl.readPixels(0, 0, texels, texels, gl.RGBA, gl.FLOAT, all);
    this.renderer.setRenderTarget(null);
    return all;
  }
}

const real = (value: number): string => value.toFixed(9);

// Stepped texel by texel, shown smoothly: the filter serves the picture only.
const square = (texels: number): WebGLRenderTarget =>
  new WebGLRenderTarget(texels, texels, {
    type: HalfFloatType,
    magFilter: LinearFilter,
    minFilter: LinearFilter,
    depthBuffer: false,
    generateMipmaps: false,
  });
