// The floor of liquid silver: one disc that shows the mirror's picture, bent by slow rings.

import { CircleGeometry, type Matrix4, Mesh, type Texture, Vector3 } from "three";
import type { Part } from "../part.ts";
import { poolRing } from "../rings.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/pool.frag";
import vertexShader from "../shaders/pool.vert";
import { material } from "../source.ts";

export function pool(room: Room, mirror: Texture, toMirror: Matrix4): Part {
  const ring = new Vector3();
  const force = new Vector3();
  const surface = material({
    vertexShader,
    fragmentShader,
    uniforms: {
      ...room.uniforms,
      mirror: { value: mirror },
      toMirror: { value: toMirror },
      ring: { value: ring },
      force: { value: force },
    },
    defines: room.tier.rich ? { RICH: 1 } : {},
  });
  const object = new Mesh(new CircleGeometry(6.4, 48).rotateX(-Math.PI / 2), surface);
  object.layers.set(room.unmirrored);
  object.frustumCulled = false;
  return {
    object,
    show(world, dt) {
      const calm = Math.exp(-dt / 1.5);
      for (const k of [0, 1, 2]) {
        const { radius, force: height } = poolRing(room.uniforms.time.value, k);
        ring.setComponent(k, radius);
        force.setComponent(k, world.still ? force.getComponent(k) * calm : height);
      }
    },
    dispose() {
      object.geometry.dispose();
      surface.dispose();
    },
  };
}
