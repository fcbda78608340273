// From light to picture: a half-float frame, coats on a slow machine, a halo of a few levels, and the final curve.

import {
  HalfFloatType,
  type PerspectiveCamera,
  type Scene,
  type ShaderMaterial,
  type Texture,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import type { Tier } from "../quality/tiers.ts";
import { Coats, shift } from "./coats.ts";
import type { Palette } from "./palette.ts";
import { LUMINOUS } from "./parts/dust.ts";
import { Pass, sheet } from "./pass.ts";
import downShader from "./shaders/down.frag";
import finalShader from "./shaders/final.frag";
import upShader from "./shaders/up.frag";

const EXPOSURE = 2.7;

export class Picture {
  readonly frame: WebGLRenderTarget;
  readonly coats: Coats | null;
  /** Where the picture goes; null: on the canvas. */
  target: WebGLRenderTarget | null = null;
  /** Where straight ahead lies, as shares of the picture: its corners darken around it. */
  readonly ahead = new Vector2(0.5, 0.52);
  private readonly levels: WebGLRenderTarget[];
  private readonly pass: Pass;
  private readonly down = sheet(downShader, {
    source: { value: null },
    texel: { value: new Vector2() },
    first: { value: 0 },
  });
  private readonly up = sheet(upShader, { source: { value: null }, texel: { value: new Vector2() } }, LUMINOUS);
  private readonly last: ShaderMaterial;

  constructor(
    private readonly renderer: WebGLRenderer,
    tier: Tier,
  ) {
    this.pass = new Pass(renderer);
    renderer.domElement.addEventListener("webglcontextrestored", () => this.coats?.begin());
    this.coats = tier.shown > tier.pixels ? new Coats() : null;
    this.last = sheet(finalShader, {
      picture: { value: null },
      halo: { value: null },
      haloShare: { value: 0.6 },
      contrast: { value: 1.9 },
      saturation: { value: 1.4 },
      warmTop: { value: 0 },
      shown: { value: EXPOSURE },
      grain: { value: this.coats ? 2 : 1 },
      size: { value: new Vector2(1, 1) },
      ahead: { value: this.ahead },
    });
    this.frame = new WebGLRenderTarget(2, 2, { type: HalfFloatType, samples: tier.samples });
    this.levels = Array.from(
      { length: tier.bloom },
      () => new WebGLRenderTarget(2, 2, { type: HalfFloatType, depthBuffer: false }),
    );
  }

  /** Draw at one size, and show at another (the same, unless coats make a small picture a larger one). */
  fit(drawn: readonly [number, number], shown: readonly [number, number]): void {
    this.frame.setSize(...drawn);
    this.coats?.fit(...shown);
    this.levels.forEach((level, k) => {
      level.setSize(Math.max(2, drawn[0] >> (k + 1)), Math.max(2, drawn[1] >> (k + 1)));
    });
    this.last.uniforms.size!.value.set(...shown);
  }

  /** Draw the scene, then its halo, then the picture on the canvas. `moving`: how fast the eye turns, 0 to 1. */
  draw(scene: Scene, camera: PerspectiveCamera, palette: Palette, dt: number, moving: number): void {
    const { width, height } = this.frame;
    const nudge = this.coats?.nudge;
    if (nudge) shift(camera.projectionMatrix, (2 * nudge.x) / width, (2 * nudge.y) / height);
    this.renderer.setRenderTarget(this.frame);
    this.renderer.render(scene, camera);
    this.coats?.lay(this.pass, this.frame, dt, moving);
    this.finish((this.coats?.target ?? this.frame).texture, palette);
  }

  dispose(): void {
    for (const target of [this.frame, ...this.levels]) target.dispose();
    for (const step of [this.down, this.up, this.last]) step.dispose();
    this.coats?.dispose();
    this.pass.dispose();
  }

  private finish(light: Texture, palette: Palette): void {
    this.spread(light);
    const { picture, halo, contrast, saturation, warmTop } = this.last.uniforms;
    picture!.value = light;
    halo!.value = this.levels[0]!.texture;
    contrast!.value = palette.contrast;
    saturation!.value = palette.saturation;
    warmTop!.value = 0.12 * palette.behind;
    this.pass.run(this.last, this.target);
  }

  private spread(light: Texture): void {
    let source = this.frame;
    for (const level of this.levels) {
      this.from(this.down, source === this.frame ? light : source.texture, source);
      this.down.uniforms.first!.value = source === this.frame ? 1 : 0;
      this.pass.run(this.down, level);
      source = level;
    }
    for (const level of this.levels.slice(0, -1).reverse()) {
      this.from(this.up, source.texture, source);
      this.pass.run(this.up, level);
      source = level;
    }
  }

  private from(step: ShaderMaterial, texture: Texture, { width, height }: WebGLRenderTarget): void {
    step.uniforms.source!.value = texture;
    step.uniforms.texel!.value.set(1 / width, 1 / height);
  }
}
