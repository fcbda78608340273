// What every surface knows of the room at this moment: one set of uniforms, written once a frame.

import { type Camera, Vector3, Vector4 } from "three";
import type { Palette } from "./palette.ts";

const three = (): { value: Vector3 } => ({ value: new Vector3() });
const one = (value = 0): { value: number } => ({ value });

/** Uniforms of shaders/room.glsl. */
export function roomUniforms() {
  return {
    time: one(),
    flip: one(1),
    eye: three(),
    deep: three(),
    pearl: three(),
    accentA: three(),
    accentB: three(),
    core: three(),
    fog: three(),
    coreAt: { value: new Vector3(0, 3, -2.2) },
    behind: one(),
    ember: one(),
    wake: one(),
    gloom: one(),
    bloom: { value: new Vector4() },
  };
}

export type RoomUniforms = ReturnType<typeof roomUniforms>;

/** Hand the moment's colours to every shader. */
export function colour(uniforms: RoomUniforms, palette: Palette): void {
  for (const name of ["deep", "pearl", "accentA", "accentB", "core", "fog"] as const) {
    uniforms[name].value.fromArray(palette[name]);
  }
  uniforms.behind.value = palette.behind;
  uniforms.ember.value = palette.ember;
}

/** Look from the camera, or (flip -1) from its image under the water. */
export function lookFrom(uniforms: RoomUniforms, camera: Camera, flip: 1 | -1): void {
  uniforms.flip.value = flip;
  uniforms.eye.value.set(camera.position.x, camera.position.y * flip, camera.position.z);
}
