// Gold dust: points that follow from their number, the time and the breath, so that nothing is stored and nothing jumps.

import {
  BufferGeometry,
  CustomBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  Points,
  Vector2,
  type Vector3,
} from "three";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/dust.frag";
import vertexShader from "../shaders/dust.vert";
import { material } from "../source.ts";

/** Light is added, and nothing behind it is hidden unless it says so by its alpha. */
export const LUMINOUS = {
  blending: CustomBlending,
  blendSrc: OneFactor,
  blendDst: OneMinusSrcAlphaFactor,
  transparent: true,
  depthWrite: false,
} as const;

export interface Dust extends Part {
  /** Half of it is enough where all is drawn twice. */
  thin(on: boolean): void;
}

export function dust(room: Room, tall: { value: number }, stand: { value: Vector3 }): Dust {
  const rise = { value: 0 };
  const breath = { value: new Vector2() };
  const uniforms = { ...room.uniforms, tall, rise, breath, stand };
  const surface = material({ vertexShader, fragmentShader, uniforms, ...LUMINOUS });
  const geometry = new BufferGeometry();
  geometry.setDrawRange(0, room.tier.dust); // the shader makes each grain from its number
  const object = new Points(geometry, surface);
  object.layers.set(room.unmirrored);
  object.frustumCulled = false;
  object.renderOrder = 3;
  return {
    object,
    thin(on) {
      geometry.setDrawRange(0, on ? room.tier.dust >> 1 : room.tier.dust);
    },
    show({ light, still }, dt) {
      const part = still ? 0 : 1 - Math.exp(-dt / 3);
      rise.value += (light.moods.kind - rise.value) * part;
      if (!still) breath.value.set(light.breath, light.sure);
    },
    dispose() {
      geometry.dispose();
      surface.dispose();
    },
  };
}
