import type { Object3D } from "three";
import type { World } from "../world/world.ts";

/** One thing on the stage. It reads the world and draws; it decides nothing. */
export interface Part {
  readonly object: Object3D;
  show(world: World, dt: number): void;
  dispose(): void;
}
