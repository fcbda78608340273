// The great mirrors: in each stands a figure of light, or whoever is before the camera. One picture holds them all.

import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  type Ray,
  RGBAFormat,
  Vector3,
  VideoTexture,
} from "three";
import type { Facet } from "../../world/world.ts";
import { CAST, castRow } from "../geometry/cast.ts";
import { figure, POSTURES } from "../geometry/figure.ts";
import { FACETS, type MirrorPlace, met, mirrors } from "../layout/mirrors.ts";
import type { Part } from "../part.ts";
import type { Room } from "../room.ts";
import fragmentShader from "../shaders/facet.frag";
import vertexShader from "../shaders/facet.vert";
import { material } from "../source.ts";
import { LUMINOUS } from "./dust.ts";

const APPEAR = 1.4; // seconds to go two thirds of the way
const NEARER = 1.6;
const BESIDE = 0.09; // of the picture: a figure is met within this of its middle
const ABOVE = 0.3;
const BUDGET = 6; // milliseconds of a frame that casting figures may take

export interface Facets extends Part {
  /** Whether the mirrors are looked at. */
  watched: boolean;
  /** The figure at a point of the picture (shares from the left and from the top), or null. */
  at(camera: Camera, x: number, y: number): { readonly kind: "facet"; readonly id: Facet } | null;
  /** The mirror that a ray meets, and how far along it; or null. */
  along(ray: Ray): { readonly id: Facet; readonly far: number } | null;
  /** Show the camera's picture in the mirrors instead of the figures, or no longer. */
  reflect(video: HTMLVideoElement | null): void;
}

export function facets(room: Room): Facets {
  const atlas = new Atlas(room.tier.rich ? 200 : 72);
  const live = { value: null as VideoTexture | null };
  const shown = { value: 0 };
  const lived = { value: 0 };
  const near = { value: FACETS.map(() => 0) };
  const surface = material({
    vertexShader,
    fragmentShader,
    uniforms: { ...room.uniforms, figures: { value: atlas.texture }, live, lived, shown, near },
    defines: {
      COUNT: FACETS.length,
      WIDE: CAST.wide.toFixed(3),
      TALL: CAST.tall.toFixed(3),
      FLOOR: CAST.floor.toFixed(3),
    },
    side: 2,
    ...LUMINOUS,
  });
  const object = new Mesh(new BufferGeometry(), surface);
  object.frustumCulled = false;
  object.renderOrder = 1;
  if (room.tier.mirrored === "walls") object.layers.set(room.unmirrored);
  let seed = Number.NaN;
  let places: readonly MirrorPlace[] = [];
  const part: Facets = {
    object,
    watched: false,
    at(camera, x, y) {
      const point = (place: MirrorPlace) => new Vector3(place.heart[0], 1.5, place.heart[2]).project(camera);
      const met = places.find((place) => {
        const { x: px, y: py, z } = point(place);
        return z < 1 && Math.abs((px + 1) / 2 - x) < BESIDE && Math.abs((1 - py) / 2 - y) < ABOVE;
      });
      return met ? { kind: "facet", id: met.facet } : null;
    },
    along({ origin, direction }) {
      for (const place of places) {
        const far = met(place, origin.toArray(), direction.toArray());
        if (far !== null) return { id: place.facet, far };
      }
      return null;
    },
    reflect(video) {
      live.value?.dispose();
      live.value = video && new VideoTexture(video);
    },
    show(world, dt) {
      if (part.watched && world.seed !== seed) {
        seed = world.seed;
        object.geometry.dispose();
        places = mirrors(seed);
        object.geometry = cutFrom(places);
      }
      const ready = part.watched && atlas.cast(room.steady ? Number.POSITIVE_INFINITY : BUDGET);
      shown.value = toward(shown.value, ready ? 1 : 0, dt, APPEAR);
      lived.value = toward(lived.value, live.value ? 1 : 0, dt, APPEAR);
      near.value = FACETS.map((facet, k) => toward(near.value[k]!, facet === world.turned ? 1 : 0, dt, NEARER));
    },
    dispose() {
      object.geometry.dispose();
      surface.dispose();
      atlas.texture.dispose();
      live.value?.dispose();
    },
  };
  return part;
}

const toward = (from: number, to: number, dt: number, pace: number): number =>
  Math.abs(to - from) < 0.002 ? to : from + (to - from) * (1 - Math.exp(-dt / pace));

/** The figures side by side in one picture, cast a few rows at a time, so that no frame waits for them. */
class Atlas {
  readonly texture: DataTexture;
  private readonly tall: number;
  private readonly figures = FACETS.map((facet: Facet) => figure(POSTURES[facet]));
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private done = 0; // rows

  constructor(private readonly wide: number) {
    this.tall = Math.round((wide * CAST.tall) / CAST.wide);
    this.bytes = new Uint8Array(wide * FACETS.length * this.tall * 4);
    this.texture = new DataTexture(this.bytes, wide * FACETS.length, this.tall, RGBAFormat);
    this.texture.magFilter = LinearFilter;
    this.texture.minFilter = LinearMipmapLinearFilter;
    this.texture.generateMipmaps = true;
  }

  /** Cast for some milliseconds more; true when every figure stands. */
  cast(budget: number): boolean {
    if (this.done === this.tall) return true;
    const until = performance.now() + budget;
    while (this.done < this.tall && performance.now() < until) this.row(this.done++);
    if (this.done < this.tall) return false;
    this.texture.needsUpdate = true;
    return true;
  }

  private row(y: number): void {
    this.figures.forEach((bones, k) => {
      castRow(bones, y, this.wide, this.tall, this.bytes, (y * FACETS.length + k) * this.wide * 4);
    });
  }
}

function cutFrom(places: readonly MirrorPlace[]): BufferGeometry {
  const rows = places.flatMap(({ heart, inward, corners, facet }) =>
    corners.flatMap((corner, k) =>
      [heart, corner, corners[(k + 1) % corners.length]!].map((at, n) => ({
        at: n === 0 ? middleOf(corners) : at,
        heart,
        inward,
        slot: FACETS.indexOf(facet),
      })),
    ),
  );
  const geometry = new BufferGeometry();
  const column = (of: (row: (typeof rows)[number]) => readonly number[], size: number) =>
    new BufferAttribute(new Float32Array(rows.flatMap((row) => [...of(row)])), size);
  geometry.setAttribute(
    "position",
    column(({ at }) => at, 3),
  );
  geometry.setAttribute(
    "heart",
    column(({ heart }) => heart, 3),
  );
  geometry.setAttribute(
    "inward",
    column(({ inward }) => inward, 3),
  );
  geometry.setAttribute(
    "slot",
    column(({ slot }) => [slot], 1),
  );
  return geometry;
}

const middleOf = (corners: MirrorPlace["corners"]): readonly number[] =>
  [0, 1, 2].map((k) => corners.reduce((sum, corner) => sum + corner[k]!, 0) / corners.length);
