import type { Facet, World } from "../world/world.ts";

/** How the canvas is drawn on. Whoever asks for its context first must ask for the same. */
export const DRAWING: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  powerPreference: "high-performance",
};

export type Met =
  | { readonly kind: "thread" | "plant"; readonly id: string }
  | { readonly kind: "facet"; readonly id: Facet };

/** What the app answers to whoever wears a headset. */
export interface Wearer {
  /** Let `dt` seconds pass; the world as it is then. */
  beat(dt: number): World;
  turn(facet: Facet | null): void;
  /** A hand was squeezed: Ground is wanted. */
  ground(): void;
}

/** What the app knows of the stage: nothing of three.js passes this door. */
export interface Stage {
  /** Draw the world as it is, `dt` seconds after the last time. */
  draw(world: World, dt: number): void;
  /** Fit the canvas to its size on the page. */
  resize(): void;
  /** What a point of the page means: the nearest thread or flower within a finger's width, or a reflection; or nothing. */
  at(x: number, y: number): Met | null;
  /** Turn the eye: the room, the loom overhead, the garden close by, low over the water, or to the great mirrors. */
  look(view: "room" | "loom" | "garden" | "pool" | "facets"): void;
  /** Let the mirrors show the camera's picture, or the figures again. */
  reflect(video: HTMLVideoElement | null): void;
  /** A finger touches the water under a point of the page, where there is water. */
  stir(x: number, y: number): void;
  /** One beat of a heart: a soft drop in the middle of the pool. More than 2.5 in a second are not followed. */
  beat(): void;
  /** Whether a hand or a key has moved the eye since it was last drawn: a still room is then drawn again. */
  readonly stirred: boolean;
  /** Whether there is a headset to enter with. */
  canEnter(): Promise<boolean>;
  /** Enter with the headset; resolves when the person has left it again, and throws when it does not open. */
  enter(wearer: Wearer): Promise<void>;
  /** Leave the headset, if it is worn. */
  leave(): void;
  /** Whether a headset is worn: it brings its own frames. */
  readonly isWorn: boolean;
  dispose(): void;
}
