// The garden: every kind thought's flower at the water's rim; near ones petal by petal, others with fewer, far ones as lights.

import { BufferAttribute, Group, type InstancedBufferGeometry, Mesh, Vector2 } from "three";
import type { Plant, World } from "../../world/world.ts";
import { SPRIGS, sprig } from "../geometry/plant.ts";
import { type Detail, detailed } from "../layout/detail.ts";
import { stand, tall, wide } from "../layout/garden.ts";
import { SPECIES } from "../layout/meadow.ts";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/flower.frag";
import vertexShader from "../shaders/flower.vert";
import { material } from "../source.ts";
import { LUMINOUS } from "./dust.ts";
import { fill, instanced } from "./instances.ts";
import { Meadow } from "./meadow.ts";

const OPENING = 5; // seconds
const SIZES = { root: 3, form: 4, number: 4, fate: 4 };
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export interface Garden extends Part {
  /** The beds open like a fan with the window's shape. */
  shape(aspect: number): void;
}

export function garden(room: Room): Garden {
  return new Beds(room);
}

class Beds implements Garden {
  readonly object = new Group();
  private readonly breath = { value: new Vector2() };
  private readonly near: Bed;
  private readonly middle: Bed;
  private readonly far: Meadow;
  private planted: readonly Plant[] = [];
  private newest: Plant | null = null;
  private aspect = 16 / 9;
  private shaped = 0;

  constructor(private readonly room: Room) {
    this.near = new Bed(room, "near", room.tier.near, this.breath);
    this.middle = new Bed(room, "middle", room.tier.middle, this.breath);
    this.far = new Meadow(room, this.breath);
    // What is farther is drawn first, so that the soft edge of a petal lets it through.
    [this.far, this.middle, this.near].forEach(({ object }, k) => {
      object.renderOrder = 1 + k / 4;
      object.frustumCulled = false;
      if (room.tier.mirrored === "walls") object.layers.set(room.unmirrored);
      this.object.add(object);
    });
  }

  shape(aspect: number): void {
    this.aspect = aspect;
  }

  show(world: World): void {
    if (world.plants !== this.planted || this.aspect !== this.shaped) this.plant(world);
    this.far.grow();
    const { breath, sure } = world.light;
    if (!world.still) this.breath.value.set(breath, sure);
    const age = clamp((world.time - world.bloomedAt) / OPENING, 0, 1);
    // In stillness a flower does not unfold: it is open, and fades in.
    if (this.newest) this.near.open(this.newest, world.still ? 1 : age, world.still ? age : 1);
    this.shine(world, age);
  }

  dispose(): void {
    for (const bed of [this.near, this.middle, this.far]) bed.dispose();
  }

  private plant({ plants, newestPlant }: World): void {
    this.planted = plants;
    this.shaped = this.aspect;
    this.newest = plants.find((plant) => plant.id === newestPlant) ?? null;
    const chosen: Detail = detailed(plants, this.aspect, this.room.tier, newestPlant);
    const of = (places: readonly number[]): Plant[] => places.map((k) => plants[k]!);
    this.near.plant(of(chosen.near), this.aspect);
    this.middle.plant(of(chosen.middle), this.aspect);
    this.far.plant(plants, new Set([...chosen.near, ...chosen.middle]), this.aspect);
  }

  /** An open bloom is also a light in the air, on the water and on its neighbours. */
  private shine(world: World, age: number): void {
    const bloom = this.room.uniforms.bloom.value;
    bloom.w = 0;
    if (!this.newest) return;
    const [x, , z] = stand(this.newest, this.aspect);
    const rest = Math.exp(-Math.max(0, world.time - world.bloomedAt - 2 * OPENING) / 30);
    bloom.set(x, tall(this.newest) * 1.02, z, age * age * (0.35 + 0.65 * rest));
  }
}

class Bed {
  readonly object: Mesh;
  private readonly geometry: InstancedBufferGeometry;
  private readonly surface;
  private shown: readonly Plant[] = [];

  constructor(room: Room, detail: keyof typeof SPRIGS, most: number, breath: { value: Vector2 }) {
    this.geometry = instanced(most, SIZES);
    const petals = shape(this.geometry, detail);
    this.surface = material({
      vertexShader,
      fragmentShader,
      uniforms: { ...room.uniforms, breath, most: { value: petals } },
      defines: room.tier.rich ? { RICH: 1 } : {},
      side: 2,
      ...LUMINOUS,
      depthWrite: true,
    });
    this.object = new Mesh(this.geometry, this.surface);
  }

  plant(plants: readonly Plant[], aspect: number): void {
    this.shown = plants;
    this.geometry.instanceCount = plants.length;
    plants.forEach((plant, k) => {
      sow(this.geometry, k, plant, aspect);
    });
  }

  open(plant: Plant, open: number, appear: number): void {
    const k = this.shown.indexOf(plant);
    if (k >= 0) fill(this.geometry, "fate", k, fate(plant, open, appear));
  }

  dispose(): void {
    this.geometry.dispose();
    this.surface.dispose();
  }
}

function shape(geometry: InstancedBufferGeometry, detail: keyof typeof SPRIGS): number {
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
  fill(geometry, "form", k, [tall(plant), wide(plant), plant.cup, plant.curl]);
  fill(geometry, "number", k, [clamp(plant.petals, 5, 46), plant.leaves, plant.lean, SPECIES[plant.species]]);
  fill(geometry, "fate", k, fate(plant, 1, 1));
}

const fate = (plant: Plant, open: number, appear: number): number[] => [
  plant.hue,
  plant.seed / 4294967296,
  open,
  appear,
];
