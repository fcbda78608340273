// What the water shows: the room drawn upside down, in a slightly wider frame, at a smaller size.

import {
  DepthTexture,
  HalfFloatType,
  LinearFilter,
  Matrix4,
  PerspectiveCamera,
  type Scene,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import { shift } from "./coats.ts";
import { lookFrom, type RoomUniforms } from "./shared.ts";

const WIDER = 1.18; // so that bent rays still find a picture; shaders/pool.frag divides by it

export class Mirror {
  readonly target = new WebGLRenderTarget(2, 2, {
    type: HalfFloatType,
    magFilter: LinearFilter,
    minFilter: LinearFilter,
  });
  /** From a place in the room to the mirror's picture, before it is divided by `WIDER`. */
  readonly toMirror = new Matrix4();
  /** Near and far of the camera. */
  readonly lens = new Vector2(0.05, 40);
  private readonly camera = new PerspectiveCamera();

  /** `deep`: also keep how far away what is mirrored stands, so that the water bends near things less. */
  constructor(deep: boolean) {
    if (deep) this.target.depthTexture = new DepthTexture(2, 2);
  }

  fit(width: number, height: number, share: number): void {
    this.target.setSize(Math.max(2, Math.round(width * share)), Math.max(2, Math.round(height * share)));
  }

  /** `nudge`: the frame's own, in pixels, so that the coats smooth the water's picture too. */
  draw(
    renderer: WebGLRenderer,
    scene: Scene,
    eye: PerspectiveCamera,
    uniforms: RoomUniforms,
    nudge?: { readonly x: number; readonly y: number },
  ): void {
    this.camera.position.copy(eye.position);
    this.camera.quaternion.copy(eye.quaternion);
    this.camera.near = eye.near;
    this.camera.far = eye.far;
    this.lens.set(eye.near, eye.far);
    this.camera.aspect = eye.aspect;
    this.camera.fov = (2 * Math.atan(WIDER * Math.tan((eye.fov * Math.PI) / 360)) * 180) / Math.PI;
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
    const [x, y] = nudge ? [(2 * nudge.x) / this.target.width, (2 * nudge.y) / this.target.height] : [0, 0];
    shift(this.camera.projectionMatrix, x, y);
    this.toMirror.copy(eye.projectionMatrix);
    shift(this.toMirror, x * WIDER, y * WIDER);
    this.toMirror.multiply(eye.matrixWorldInverse);
    lookFrom(uniforms, eye, -1);
    renderer.setRenderTarget(this.target);
    renderer.render(scene, this.camera);
    lookFrom(uniforms, eye, 1);
  }

  dispose(): void {
    this.target.dispose();
  }
}
