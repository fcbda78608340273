// From light to picture: a half-float frame, a halo of a few levels, and the final curve with dither.

import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  HalfFloatType,
  Mesh,
  type Scene,
  type ShaderMaterial,
  Scene as Sheet,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import type { Tier } from "../quality/tiers.ts";
import type { Palette } from "./palette.ts";
import { LUMINOUS } from "./parts/dust.ts";
import downShader from "./shaders/down.frag";
import finalShader from "./shaders/final.frag";
import fullShader from "./shaders/final.vert";
import upShader from "./shaders/up.frag";
import { material } from "./source.ts";

const EXPOSURE = 2.7;

export class Picture {
  readonly frame: WebGLRenderTarget;
  private readonly levels: WebGLRenderTarget[];
  private readonly down = pass(downShader, {
    source: { value: null },
    texel: { value: new Vector2() },
    first: { value: 0 },
  });
  private readonly up = pass(upShader, { source: { value: null }, texel: { value: new Vector2() } }, LUMINOUS);
  private readonly last = pass(finalShader, {
    picture: { value: null },
    halo: { value: null },
    haloShare: { value: 0.6 },
    contrast: { value: 1.9 },
    saturation: { value: 1.4 },
    warmTop: { value: 0 },
    shown: { value: EXPOSURE },
    size: { value: new Vector2(1, 1) },
  });
  private readonly sheet = new Sheet();
  private readonly mesh = new Mesh(triangle());
  private readonly camera = new Camera();

  constructor(tier: Tier) {
    this.frame = new WebGLRenderTarget(2, 2, { type: HalfFloatType, samples: tier.samples });
    this.levels = Array.from(
      { length: tier.bloom },
      () => new WebGLRenderTarget(2, 2, { type: HalfFloatType, depthBuffer: false }),
    );
    this.mesh.frustumCulled = false;
    this.sheet.add(this.mesh);
  }

  fit(width: number, height: number): void {
    this.frame.setSize(width, height);
    this.levels.forEach((level, k) => {
      level.setSize(Math.max(2, width >> (k + 1)), Math.max(2, height >> (k + 1)));
    });
    this.last.uniforms.size!.value.set(width, height);
  }

  /** Draw the scene, then its halo, then the picture on the canvas. */
  draw(renderer: WebGLRenderer, scene: Scene, camera: Camera, palette: Palette): void {
    renderer.setRenderTarget(this.frame);
    renderer.render(scene, camera);
    this.spread(renderer);
    const { picture, halo, contrast, saturation, warmTop } = this.last.uniforms;
    picture!.value = this.frame.texture;
    halo!.value = this.levels[0]!.texture;
    contrast!.value = palette.contrast;
    saturation!.value = palette.saturation;
    warmTop!.value = 0.12 * palette.behind;
    this.run(renderer, this.last, null);
  }

  private spread(renderer: WebGLRenderer): void {
    renderer.autoClear = false;
    let source = this.frame;
    for (const level of this.levels) {
      this.from(this.down, source);
      this.down.uniforms.first!.value = source === this.frame ? 1 : 0;
      this.run(renderer, this.down, level);
      source = level;
    }
    for (const level of this.levels.slice(0, -1).reverse()) {
      this.from(this.up, source);
      this.run(renderer, this.up, level);
      source = level;
    }
    renderer.autoClear = true;
  }

  private from(step: ShaderMaterial, source: WebGLRenderTarget): void {
    step.uniforms.source!.value = source.texture;
    step.uniforms.texel!.value.set(1 / source.width, 1 / source.height);
  }

  private run(renderer: WebGLRenderer, step: ShaderMaterial, target: WebGLRenderTarget | null): void {
    this.mesh.material = step;
    renderer.setRenderTarget(target);
    renderer.render(this.sheet, this.camera);
  }

  dispose(): void {
    for (const target of [this.frame, ...this.levels]) target.dispose();
    for (const step of [this.down, this.up, this.last]) step.dispose();
    this.mesh.geometry.dispose();
  }
}

function pass(fragmentShader: string, uniforms: ShaderMaterial["uniforms"], blending: object = {}): ShaderMaterial {
  return material({
    vertexShader: fullShader,
    fragmentShader,
    uniforms,
    depthTest: false,
    depthWrite: false,
    ...blending,
  });
}

/** One triangle that covers the picture. */
function triangle(): BufferGeometry {
  const corners = new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
  return new BufferGeometry().setAttribute("position", new BufferAttribute(corners, 3));
}
