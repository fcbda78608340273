// What a part is given to draw with.

import type { Tier } from "../quality/tiers.ts";
import type { RoomUniforms } from "./shared.ts";

export interface Room {
  readonly uniforms: RoomUniforms;
  readonly tier: Tier;
  /** Stepped by hand: nothing may depend on how quick this machine is. */
  readonly steady: boolean;
  /** Only the main picture shows this layer; the water does not mirror it. */
  readonly unmirrored: number;
}
