// Joins shader texts: `#include "air"` is ours, `#include <…>` is three's.

import { GLSL3, ShaderMaterial, type ShaderMaterialParameters } from "three";
import airPart from "./shaders/air.glsl";
import noisePart from "./shaders/noise.glsl";
import petalsPart from "./shaders/petals.glsl";
import roomPart from "./shaders/room.glsl";
import swayPart from "./shaders/sway.glsl";

const PARTS: Readonly<Record<string, string>> = {
  air: airPart,
  noise: noisePart,
  petals: petalsPart,
  room: roomPart,
  sway: swayPart,
};

/** A shader's text with its shared parts in place. */
export const joined = (text: string): string =>
  text.replace(/^#include "(\w+)"$/gm, (_, name: string) => PARTS[name] ?? "");

/** A material of our own light, for WebGL 2. */
export function material(
  parameters: ShaderMaterialParameters & { vertexShader: string; fragmentShader: string },
): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    ...parameters,
    vertexShader: joined(parameters.vertexShader),
    fragmentShader: joined(parameters.fragmentShader),
  });
}
