// One triangle over the whole picture, drawn with one shader after another.

import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  Mesh,
  Scene,
  type ShaderMaterial,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from "three";
import fullShader from "./shaders/final.vert";
import { material } from "./source.ts";

export class Pass {
  private readonly scene = new Scene();
  private readonly mesh = new Mesh(triangle());
  private readonly camera = new Camera();

  constructor(private readonly renderer: WebGLRenderer) {
    this.mesh.frustumCulled = false;
    this.scene.add(this.mesh);
  }

  /** Run a shader over a target, or over the canvas; what was there stays where the shader blends. */
  run(step: ShaderMaterial, target: WebGLRenderTarget | null): void {
    this.mesh.material = step;
    this.renderer.autoClear = false;
    this.renderer.setRenderTarget(target);
    this.renderer.render(this.scene, this.camera);
    this.renderer.autoClear = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
  }
}

/** A shader for the whole picture. */
export function sheet(
  fragmentShader: string,
  uniforms: ShaderMaterial["uniforms"],
  blending: object = {},
): ShaderMaterial {
  return material({
    vertexShader: fullShader,
    fragmentShader,
    uniforms,
    depthTest: false,
    depthWrite: false,
    ...blending,
  });
}

function triangle(): BufferGeometry {
  const corners = new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
  return new BufferGeometry().setAttribute("position", new BufferAttribute(corners, 3));
}
