// The garden: every kind thought's flower at the water's rim; near ones petal by petal, far ones lightly.

import { BufferAttribute, Group, type InstancedBufferGeometry, Mesh } from "three";
import type { Plant, World } from "../../world/world.ts";
import { SPRIGS, sprig } from "../geometry/plant.ts";
import { nearest, stand, tall } from "../layout/garden.ts";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/flower.frag";
import vertexShader from "../shaders/flower.vert";
import { material } from "../source.ts";
import { fill, instanced } from "./instances.ts";

const OPENING = 5; // seconds
const SPECIES: Readonly<Record<Plant["species"], number>> = { lotus: 0, dahlia: 1, bell: 2, star: 3 };
const SIZES = { root: 3, form: 4, number: 4, fate: 4 };
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export interface Garden extends Part {
  /** The beds open like a fan with the window's shape. */
  shape(aspect: number): void;
}

export function garden(room: Room): Garden {
  const near = bed(room, "near", room.tier.near);
  const far = bed(room, "far", room.tier.plants);
  const object = new Group().add(near.object, far.object);
  let planted: readonly Plant[] = [];
  let aspect = 16 / 9;
  let shaped = 0;
  const plant = (world: World): void => {
    planted = world.plants;
    shaped = aspect;
    const close = nearest(planted, aspect, room.tier.near, world.newestPlant);
    near.plant(
      planted.filter((one) => close.has(one.id)),
      aspect,
    );
    far.plant(planted.filter((one) => !close.has(one.id)).slice(0, room.tier.plants), aspect);
  };
  return {
    object,
    shape(now) {
      aspect = now;
    },
    show(world) {
      if (world.plants !== planted || aspect !== shaped) plant(world);
      const age = clamp((world.time - world.bloomedAt) / OPENING, 0, 1);
      near.open(world, age);
      lantern(room, world, aspect, age);
    },
    dispose() {
      near.dispose();
      far.dispose();
    },
  };
}

/** An open bloom is also a light in the air, on the water and on its neighbours. */
function lantern(room: Room, world: World, aspect: number, age: number): void {
  const newest = world.newestPlant ? world.plants.find((plant) => plant.id === world.newestPlant) : undefined;
  const bloom = room.uniforms.bloom.value;
  if (!newest) {
    bloom.w = 0;
    return;
  }
  const [x, , z] = stand(newest, aspect);
  const rest = Math.exp(-Math.max(0, world.time - world.bloomedAt - 2 * OPENING) / 30);
  bloom.set(x, tall(newest) * 1.02, z, age * age * (0.35 + 0.65 * rest));
}

interface Bed {
  readonly object: Mesh;
  plant(plants: readonly Plant[], aspect: number): void;
  open(world: World, age: number): void;
  dispose(): void;
}

function bed(room: Room, detail: "near" | "far", most: number): Bed {
  const geometry = instanced(most, SIZES);
  const petals = shape(geometry, detail);
  const surface = material({
    vertexShader,
    fragmentShader,
    uniforms: { ...room.uniforms, most: { value: petals } },
    defines: room.tier.rich ? { RICH: 1 } : {},
    side: 2,
  });
  const object = new Mesh(geometry, surface);
  object.frustumCulled = false;
  if (room.tier.mirrored === "walls") object.layers.set(room.unmirrored);
  let shown: readonly Plant[] = [];
  return {
    object,
    plant(plants, aspect) {
      shown = plants;
      geometry.instanceCount = plants.length;
      plants.forEach((plant, k) => {
        sow(geometry, k, plant, aspect);
      });
    },
    open(world, age) {
      const k = shown.findIndex((plant) => plant.id === world.newestPlant);
      // In stillness a flower does not unfold: it is open, and fades in.
      if (k >= 0) fill(geometry, "fate", k, fate(shown[k]!, world.still ? 1 : age, world.still ? age : 1));
    },
    dispose() {
      geometry.dispose();
      surface.dispose();
    },
  };
}

function shape(geometry: InstancedBufferGeometry, detail: "near" | "far"): number {
  const { vertices, index, petals } = sprig(SPRIGS[detail]);
  const column = (offset: number): BufferAttribute =>
    new BufferAttribute(
      Float32Array.from({ length: vertices.length / 4 }, (_, k) => vertices[k * 4 + offset]!),
      1,
    );
  ["kind", "index", "along", "across"].forEach((name, offset) => {
    geometry.setAttribute(name, column(offset));
  });
  geometry.setIndex(new BufferAttribute(index, 1));
  return petals;
}

function sow(geometry: InstancedBufferGeometry, k: number, plant: Plant, aspect: number): void {
  fill(geometry, "root", k, stand(plant, aspect));
  fill(geometry, "form", k, [tall(plant), clamp(plant.width * 1.4, 0.24, 0.44), plant.cup, plant.curl]);
  fill(geometry, "number", k, [clamp(plant.petals, 5, 46), plant.leaves, plant.lean, SPECIES[plant.species]]);
  fill(geometry, "fate", k, fate(plant, 1, 1));
}

const fate = (plant: Plant, open: number, appear: number): number[] => [
  plant.hue,
  plant.seed / 4294967296,
  open,
  appear,
];
