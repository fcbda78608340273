// Far flowers as bytes: each keeps its slot, and what has changed is written a part at a time.

import type { Plant } from "../../world/world.ts";
import { stand, tall, wide } from "./garden.ts";

export const SPECIES: Readonly<Record<Plant["species"], number>> = { lotus: 0, dahlia: 1, bell: 2, star: 3 };

/** Metres that a whole byte stands for. */
export const SPAN = { tall: 1.28, wide: 0.5 } as const;
/** Plants written at one time: half a millisecond. */
export const PART = 500;
const BYTE = 255;

interface Slot {
  readonly plant: Plant;
  readonly shown: boolean;
  readonly aspect: number;
}

/** Room for `most` plants of sixteen bytes. */
export class Slots {
  readonly foot: Float32Array; // x and z
  readonly form: Uint8Array; // height, width, hue, cup
  readonly kind: Uint8Array; // species, petals, seed, whether it is drawn
  private plants: readonly Plant[] = [];
  private nearer: ReadonlySet<number> = new Set();
  private aspect = 0;
  private readonly slots: Slot[] = [];
  private next = 0;

  constructor(private readonly most: number) {
    this.foot = new Float32Array(most * 2);
    this.form = new Uint8Array(most * 4);
    this.kind = new Uint8Array(most * 4);
  }

  /** How many of them are drawn, those that are hidden among them. */
  get count(): number {
    return this.slots.length;
  }

  /** All plants in the order they came; those `nearer` are drawn elsewhere. */
  plant(plants: readonly Plant[], nearer: ReadonlySet<number>, aspect: number): void {
    this.plants = plants.slice(0, this.most);
    this.nearer = nearer;
    this.aspect = aspect;
    this.slots.length = Math.min(this.slots.length, this.plants.length);
    this.next = 0;
  }

  /** Write a part of what has changed, and say which slots were written. */
  write(): readonly number[] {
    const written: number[] = [];
    for (; written.length < PART && this.next < this.plants.length; this.next++) {
      if (this.sow(this.next)) written.push(this.next);
    }
    return written;
  }

  private sow(k: number): boolean {
    const [plant, shown, before] = [this.plants[k]!, !this.nearer.has(k), this.slots[k]];
    if (before?.plant === plant && before.shown === shown && before.aspect === this.aspect) return false;
    const [x, , z] = stand(plant, this.aspect);
    const form = [tall(plant) / SPAN.tall, wide(plant) / SPAN.wide, plant.hue % 1, plant.cup];
    this.foot.set([x, z], 2 * k);
    this.form.set(form.map(byte), 4 * k);
    this.kind.set([SPECIES[plant.species], plant.petals, (plant.seed >>> 24) & BYTE, Number(shown)], 4 * k);
    this.slots[k] = { plant, shown, aspect: this.aspect };
    return true;
  }
}

const byte = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * BYTE);
