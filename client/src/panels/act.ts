// What a panel may ask for. The app answers; a panel decides nothing itself.

import type { Gesture } from "../contract/gesture.ts";
import type { Facet, putAside } from "../world/world.ts";
import type { Place } from "./place.ts";

export interface Act {
  send(gesture: Gesture): void;
  draft(text: string): void;
  keep(id: string, text: string): void;
  /** These words are more than one thought holds: said here, before anything is asked. */
  tooLong(): void;
  /** On past the recovery code. */
  goOn(): void;
  /** A waiting thought is taken back, and stays on the line. */
  withdraw(): void;
  go(place: Place): void;
  aside(...what: Parameters<typeof putAside> extends [unknown, ...infer Rest] ? Rest : never): void;
  /** Turn to a reflection, or away. */
  turn(facet: Facet | null): void;
  /** Let the mirrors show the camera's picture, or the figures again. */
  reflect(video: HTMLVideoElement | null): void;
  still(on: boolean): void;
  dark(on: boolean): void;
  comeIn(): void;
  reload(): void;
  /** Enter with the headset, or leave it. */
  enter(): void;
}
