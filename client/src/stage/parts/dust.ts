// Gold dust: points that follow from a seed and the time, so that nothing is stored and nothing jumps.

import { BufferAttribute, BufferGeometry, CustomBlending, OneFactor, OneMinusSrcAlphaFactor, Points } from "three";
import { chance } from "../chance.ts";
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

export function dust(room: Room, tall: { value: number }): Part {
  const rise = { value: 0 };
  const surface = material({ vertexShader, fragmentShader, uniforms: { ...room.uniforms, tall, rise }, ...LUMINOUS });
  const object = new Points(grains(room.tier.dust), surface);
  object.layers.set(room.unmirrored);
  object.frustumCulled = false;
  object.renderOrder = 3;
  return {
    object,
    show(world, dt) {
      const part = world.still ? 0 : 1 - Math.exp(-dt / 3);
      rise.value += (world.light.moods.kind - rise.value) * part;
    },
    dispose() {
      object.geometry.dispose();
      surface.dispose();
    },
  };
}

function grains(count: number): BufferGeometry {
  const next = chance(7);
  const geometry = new BufferGeometry();
  const all = Float32Array.from({ length: count * 4 }, next);
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(count * 3), 3));
  geometry.setAttribute("grain", new BufferAttribute(all, 4));
  return geometry;
}
