// What two eyes see: one picture after the other, each with its own light, side by side in the headset's frame.

import { PerspectiveCamera, type Scene, type Vector2, type WebGLRenderer, type WebGLRenderTarget } from "three";
import type { Tier } from "../quality/tiers.ts";
import { between, type Sight } from "./headset.ts";
import type { Mirror } from "./mirror.ts";
import type { Palette } from "./palette.ts";
import { Picture } from "./picture.ts";
import { lookFrom, type RoomUniforms } from "./shared.ts";

/** What is drawn, and what the parts know of the picture's size. */
export interface Drawn {
  readonly scene: Scene;
  readonly uniforms: RoomUniforms;
  readonly mirror: Mirror;
  readonly size: { readonly value: Vector2 };
  readonly tall: { value: number };
}

export class Binocular {
  private readonly picture: Picture;
  private readonly middle = new PerspectiveCamera();

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly tier: Tier,
    private readonly drawn: Drawn,
  ) {
    this.picture = new Picture(renderer, { ...tier, shown: tier.pixels }); // coats would trail behind a head
  }

  draw(sights: readonly Sight[], target: WebGLRenderTarget, palette: Palette): void {
    const [first] = sights;
    if (!first) return;
    const { scene, uniforms, mirror } = this.drawn;
    this.fit(first.part.z, first.part.w);
    // The water is one thing for both eyes: each finds in the middle's reflection what its own rays meet.
    mirror.draw(this.renderer, scene, between(this.middle, sights), uniforms);
    this.picture.target = target;
    for (const { camera, part } of sights) {
      lookFrom(uniforms, camera, 1);
      target.viewport.copy(part);
      target.scissor.copy(part);
      this.picture.ahead.set(
        0.5 - camera.projectionMatrix.elements[8]! / 2,
        0.5 - camera.projectionMatrix.elements[9]! / 2,
      );
      this.picture.draw(scene, camera, palette, 0, 0);
    }
  }

  dispose(): void {
    this.picture.dispose();
  }

  private fit(width: number, height: number): void {
    const { mirror, size, tall } = this.drawn;
    if (size.value.x === width && size.value.y === height) return;
    this.picture.fit([width, height], [width, height]);
    mirror.fit(width, height, this.tier.mirror);
    size.value.set(width, height);
    tall.value = height;
  }
}
