// Far flowers: two triangles and sixteen bytes each, and one draw call for all of them.

import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type Vector2,
} from "three";
import type { Plant } from "../../world/world.ts";
import { Slots, SPAN } from "../layout/meadow.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/meadow.frag";
import vertexShader from "../shaders/meadow.vert";
import { material } from "../source.ts";

export class Meadow {
  readonly object: Mesh;
  private readonly geometry = new InstancedBufferGeometry();
  private readonly slots: Slots;
  private readonly columns: readonly InstancedBufferAttribute[];
  private readonly surface;

  constructor(room: Room, breath: { value: Vector2 }) {
    this.slots = new Slots(room.tier.plants);
    this.columns = (["foot", "form", "kind"] as const).map((name) => this.column(name));
    this.geometry.setAttribute("corner", new BufferAttribute(new Float32Array([-1, 0, 1, 0, 1, 1, -1, 1]), 2));
    this.geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.geometry.instanceCount = 0;
    const spans = { TALLEST: SPAN.tall.toFixed(4), WIDEST: SPAN.wide.toFixed(4) };
    this.surface = material({
      vertexShader,
      fragmentShader,
      uniforms: { ...room.uniforms, breath },
      defines: room.tier.rich ? { ...spans, RICH: 1 } : spans,
      side: 2,
      alphaToCoverage: room.tier.samples > 0, // instead of blending: ten thousand are in no order
    });
    this.object = new Mesh(this.geometry, this.surface);
  }

  /** All plants in the order they came; those `nearer` are drawn elsewhere. */
  plant(plants: readonly Plant[], nearer: ReadonlySet<number>, aspect: number): void {
    this.slots.plant(plants, nearer, aspect);
  }

  /** A part in each frame: ten thousand at once would hold it up. */
  grow(): void {
    const written = this.slots.write();
    for (const column of this.columns) send(column, written);
    this.geometry.instanceCount = this.slots.count;
  }

  dispose(): void {
    this.geometry.dispose();
    this.surface.dispose();
  }

  private column(name: "foot" | "form" | "kind"): InstancedBufferAttribute {
    const column = new InstancedBufferAttribute(this.slots[name], name === "foot" ? 2 : 4);
    this.geometry.setAttribute(name, column.setUsage(DynamicDrawUsage));
    return column;
  }
}

/** Send to the graphics card what was written, from the first to the last of it. */
function send(column: InstancedBufferAttribute, written: readonly number[]): void {
  if (written.length === 0) return;
  const [first, last] = [written[0]!, written.at(-1)!];
  column.addUpdateRange(first * column.itemSize, (last - first + 1) * column.itemSize);
  column.needsUpdate = true;
}
