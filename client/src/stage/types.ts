import type { World } from "../world/world.ts";

/** How the canvas is drawn on. Whoever asks for its context first must ask for the same. */
export const DRAWING: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  powerPreference: "high-performance",
};

/** What the app knows of the stage: nothing of three.js passes this door. */
export interface Stage {
  /** Draw the world as it is, `dt` seconds after the last time. */
  draw(world: World, dt: number): void;
  /** Fit the canvas to its size on the page. */
  resize(): void;
  /** The thread or flower nearest to a point of the page, within a finger's width, or null. */
  at(x: number, y: number): { readonly kind: "thread" | "plant"; readonly id: string } | null;
  /** Turn the eye: the room, the loom overhead, or the garden close by. */
  look(view: "room" | "loom" | "garden"): void;
  /** Whether a hand or a key has moved the eye since it was last drawn: a still room is then drawn again. */
  readonly stirred: boolean;
  dispose(): void;
}
