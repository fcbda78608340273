// The floor of liquid silver: one disc that shows the mirror's picture, bent by the waves that run over it.

import { CircleGeometry, Mesh } from "three";
import type { World } from "../../world/world.ts";
import { type Drop, dropped, falling, type Kind, ofThought, pressing } from "../drops.ts";
import type { Mirror } from "../mirror.ts";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/pool.frag";
import vertexShader from "../shaders/pool.vert";
import { material } from "../source.ts";
import { SIDE, stride, TICK } from "../water.ts";
import type { Wave } from "../wave.ts";

const LONGEST = 0.6; // seconds of water in one frame: after a longer gap the water has simply waited
const FADE = 0.7; // seconds in which stillness takes two thirds of the waves out of sight
const GONE = 0.01;

export interface Pool extends Part {
  /** A finger, a drop or the heart touches the water. Still water is not touched. */
  touch(kind: Kind, x: number, z: number): void;
}

export function pool(room: Room, mirror: Mirror, wave: Wave): Pool {
  const seen = { value: 1 }; // how much of the waves is shown
  const surface = shining(room, mirror, wave, seen);
  const object = new Mesh(new CircleGeometry(6.4, 48).rotateX(-Math.PI / 2), surface);
  object.layers.set(room.unmirrored);
  object.frustumCulled = false;
  const ticks = stride(wave.texels);
  let drops: readonly Drop[] = [];
  let [tick, owed, still] = [0, 0, false];
  let saved: World["saved"] = null;
  const touch = (kind: Kind, x: number, z: number): void => {
    if (!still) drops = dropped(drops, kind, x, z, tick);
  };
  const flow = (dt: number): void => {
    seen.value += (1 - seen.value) * (1 - Math.exp(-dt / FADE));
    for (owed = Math.min(owed + dt, LONGEST); owed >= ticks * TICK; owed -= ticks * TICK) {
      const own = falling(tick, tick + ticks);
      if (own) touch("drop", ...own);
      wave.step(pressing(drops, tick, wave.texels));
      tick += ticks;
    }
  };
  const fade = (dt: number): void => {
    const before = seen.value;
    seen.value *= Math.exp(-dt / FADE);
    if (before > 0 && seen.value < GONE) {
      seen.value = 0;
      drops = [];
      wave.settle();
    }
  };
  return {
    object,
    touch,
    show(world, dt) {
      still = world.still;
      if (world.saved && world.saved !== saved) touch("drop", ...ofThought(world.saved.id));
      saved = world.saved;
      still ? fade(dt) : flow(dt);
    },
    dispose() {
      object.geometry.dispose();
      surface.dispose();
      wave.dispose();
    },
  };
}

function shining(room: Room, { target, toMirror, lens }: Mirror, wave: Wave, seen: { value: number }) {
  const depth = target.depthTexture;
  return material({
    vertexShader,
    fragmentShader,
    uniforms: {
      ...room.uniforms,
      mirror: { value: target.texture },
      depth: { value: depth },
      lens: { value: lens },
      toMirror: { value: toMirror },
      wave: wave.surface,
      waves: seen,
    },
    defines: { SIDE: SIDE.toFixed(1), ...(room.tier.rich ? { RICH: 1 } : {}), ...(depth ? { DEEP: 1 } : {}) },
  });
}
