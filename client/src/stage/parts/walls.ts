// The stone: facets from the room's seed, and ripples of light that run outward from the words.

import { BufferAttribute, BufferGeometry, Mesh, Vector4 } from "three";
import type { World } from "../../world/world.ts";
import { chance } from "../chance.ts";
import { cells } from "../geometry/cells.ts";
import { dome } from "../geometry/dome.ts";
import { stone } from "../geometry/stone.ts";
import type { Part } from "../part.ts";
import { type Ripple, rippled } from "../rings.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/walls.frag";
import vertexShader from "../shaders/walls.vert";
import { material } from "../source.ts";

export function walls(room: Room): Part {
  const ripple = new Vector4(-1, -1, -1, -1);
  const swell = new Vector4();
  const surface = material({
    vertexShader,
    fragmentShader,
    uniforms: { ...room.uniforms, ripple: { value: ripple }, swell: { value: swell } },
    defines: room.tier.rich ? { RICH: 1 } : {},
    side: 2,
  });
  const object = new Mesh(new BufferGeometry(), surface);
  object.frustumCulled = false;
  let seed = Number.NaN;
  let answered = 0;
  let ripples: readonly Ripple[] = [];
  const respond = (world: World): void => {
    const now = room.uniforms.time.value;
    if (!world.still) ripples = rippled(ripples, now, world.ripples - answered, world.light.stir);
    answered = world.ripples;
    ripples.forEach((one, k) => {
      ripple.setComponent(k, now - one.born);
      swell.setComponent(k, world.still ? 0 : one.swell);
    });
  };
  return {
    object,
    show(world) {
      if (world.seed !== seed) {
        seed = world.seed;
        object.geometry.dispose();
        object.geometry = carved(seed);
      }
      respond(world);
    },
    dispose() {
      object.geometry.dispose();
      surface.dispose();
    },
  };
}

function carved(seed: number): BufferGeometry {
  const next = chance(seed);
  const facets = dome(next);
  const { position, normal, facet, seed: own, edge } = stone(next, facets, cells(facets));
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(position, 3));
  geometry.setAttribute("normal", new BufferAttribute(normal, 3));
  geometry.setAttribute("facet", new BufferAttribute(facet, 3));
  geometry.setAttribute("seed", new BufferAttribute(own, 3));
  geometry.setAttribute("edge", new BufferAttribute(edge, 1));
  return geometry;
}
