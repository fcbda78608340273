// The loom: every text is one string of the warp, hung by its time, and one short weft at its theme, dyed by its words.

import { BufferAttribute, Group, type InstancedBufferGeometry, Mesh, type Vector2 } from "three";
import type { Thread, World } from "../../world/world.ts";
import { type Calendar, calendar, hang, LOOM, spread } from "../layout/loom.ts";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/thread.frag";
import vertexShader from "../shaders/thread.vert";
import { material } from "../source.ts";
import { LUMINOUS } from "./dust.ts";
import { fill, instanced } from "./instances.ts";

const WARP = 20; // pieces of a string
const WEFT = 6;
const GROWING = 6; // seconds until a new thread has its full light

export interface Loom extends Part {
  readonly calendar: Calendar | null;
}

export function loom(room: Room, size: { value: Vector2 }, overhead: { value: number }): Loom {
  const surface = material({
    vertexShader,
    fragmentShader,
    uniforms: { ...room.uniforms, size, overhead },
    defines: Object.fromEntries(Object.entries(LOOM).map(([name, value]) => [name, value.toFixed(4)])),
    side: 2,
    ...LUMINOUS,
  });
  const warp = strands(room.tier.threads, room.tier.rich ? WARP : 8);
  const weft = strands(room.tier.threads, room.tier.rich ? WEFT : 3);
  const object = new Group().add(...[warp, weft].map((geometry) => strung(geometry, surface, room)));
  let hung: readonly Thread[] = [];
  let dates: Calendar | null = null;
  let newestSince = -1000;
  const weave = (world: World): void => {
    if (world.threads.at(-1)?.id === world.newestThread && world.threads.length === hung.length + 1)
      newestSince = world.time;
    dates = calendar(dates, world.threads, world.newestThread);
    hung = world.threads;
    const shown = spread(hung, room.tier.threads);
    for (const geometry of [warp, weft]) geometry.instanceCount = dates ? shown.length : 0;
    shown.forEach((thread, k) => {
      if (dates) tie(warp, weft, dates, thread, k);
    });
  };
  return {
    object,
    get calendar() {
      return dates;
    },
    show(world) {
      if (world.threads !== hung) weave(world);
      const newest = hung.at(-1);
      if (!newest || newest.id !== world.newestThread) return;
      const appear = Math.min(1, Math.max(0, (world.time - newestSince) / GROWING));
      const k = warp.instanceCount - 1;
      for (const geometry of [warp, weft]) fill(geometry, "dye", k, dye(newest, appear));
    },
    dispose() {
      warp.dispose();
      weft.dispose();
      surface.dispose();
    },
  };
}

function tie(
  warp: InstancedBufferGeometry,
  weft: InstancedBufferGeometry,
  dates: Calendar,
  thread: Thread,
  k: number,
): void {
  const { azimuth, theme } = hang(dates, thread);
  fill(warp, "hang", k, [azimuth, theme, 0, 0]);
  fill(weft, "hang", k, [azimuth, theme, 1, 0]);
  for (const geometry of [warp, weft]) fill(geometry, "dye", k, dye(thread, 1));
}

const dye = (thread: Thread, appear: number): number[] => [thread.warmth, thread.silver, thread.weight, appear];

function strung(geometry: InstancedBufferGeometry, surface: ReturnType<typeof material>, room: Room): Mesh {
  const mesh = new Mesh(geometry, surface);
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  if (room.tier.mirrored === "walls") mesh.layers.set(room.unmirrored);
  return mesh;
}

/** A ribbon of `pieces` quads that the shader lays along a curve and turns to the eye. */
function strands(most: number, pieces: number): InstancedBufferGeometry {
  const geometry = instanced(most, { hang: 4, dye: 4 });
  const rows = Array.from({ length: pieces + 1 }, (_, k) => k / pieces);
  geometry.setAttribute("along", new BufferAttribute(new Float32Array(rows.flatMap((s) => [s, s])), 1));
  geometry.setAttribute("side", new BufferAttribute(new Float32Array(rows.flatMap(() => [-1, 1])), 1));
  geometry.setIndex(rows.slice(1).flatMap((_, k) => [2 * k, 2 * k + 1, 2 * k + 2, 2 * k + 1, 2 * k + 3, 2 * k + 2]));
  return geometry;
}
