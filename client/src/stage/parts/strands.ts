// Ribbons that share their instances: one for the strings of many threads, and one for their wefts.

import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type ShaderMaterial,
} from "three";
import type { Hang } from "../layout/loom.ts";
import type { Room } from "../room.ts";

export const KIND = { string: 0, weft: 1, sentence: 2 } as const;

/** How a thread is dyed: gold, silver, weight, and how much of it has appeared. */
export type Dye = readonly [gold: number, silver: number, weight: number, appear: number];

/** Room for `most` threads, written one by one; only what was written goes to the graphics card again. */
export class Threads {
  readonly hang: InstancedBufferAttribute;
  readonly dye: InstancedBufferAttribute;
  private readonly geometries: InstancedBufferGeometry[] = [];

  constructor(readonly most: number) {
    [this.hang, this.dye] = [four(most), four(most)];
  }

  /** A ribbon of `pieces` quads for each thread, that the shader lays along a curve and turns to the eye. */
  ribbon(kind: keyof typeof KIND, pieces: number, fine: boolean): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry().setAttribute("hang", this.hang).setAttribute("dye", this.dye);
    const rows = Array.from({ length: pieces + 1 }, (_, k) => k / pieces);
    const corners = (of: (s: number) => readonly number[]) =>
      new BufferAttribute(new Float32Array(rows.flatMap((s) => of(s))), 1);
    geometry.setAttribute(
      "along",
      corners((s) => [s, s]),
    );
    geometry.setAttribute(
      "side",
      corners(() => [-1, 1]),
    );
    geometry.setAttribute(
      "kind",
      corners(() => [KIND[kind], KIND[kind]]),
    );
    geometry.setAttribute(
      "fine",
      corners(() => [Number(fine), Number(fine)]),
    );
    geometry.setIndex(rows.slice(1).flatMap((_, k) => [2 * k, 2 * k + 1, 2 * k + 2, 2 * k + 1, 2 * k + 3, 2 * k + 2]));
    geometry.instanceCount = 0;
    this.geometries.push(geometry);
    return geometry;
  }

  /** How many of them are drawn. */
  set count(count: number) {
    for (const geometry of this.geometries) geometry.instanceCount = count;
  }

  tie(k: number, { share, theme }: Hang, level: number): void {
    const coarse = Math.fround(share);
    write(this.hang, k, [coarse, share - coarse, theme, level]);
  }

  tint(k: number, dye: Dye): void {
    write(this.dye, k, dye);
  }

  dispose(): void {
    for (const geometry of this.geometries) geometry.dispose();
  }
}

/** A ribbon on the stage. */
export function mesh(geometry: InstancedBufferGeometry, surface: ShaderMaterial, room: Room): Mesh {
  const strands = new Mesh(geometry, surface);
  strands.frustumCulled = false;
  strands.renderOrder = 2;
  if (room.tier.mirrored === "walls") strands.layers.set(room.unmirrored);
  return strands;
}

const four = (most: number): InstancedBufferAttribute =>
  new InstancedBufferAttribute(new Float32Array(Math.max(1, most) * 4), 4).setUsage(DynamicDrawUsage);

function write(attribute: InstancedBufferAttribute, k: number, values: readonly number[]): void {
  attribute.array.set(values, k * 4);
  const last = attribute.updateRanges.at(-1);
  // Neighbours are sent together: a hundred thousand ranges would stall where one does not.
  if (last && last.start + last.count === k * 4) last.count += 4;
  else attribute.addUpdateRange(k * 4, 4);
  attribute.needsUpdate = true;
}
