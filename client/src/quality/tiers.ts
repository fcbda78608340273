// How much each kind of machine draws: one table, each line with its why.

export type Name = "software" | "phone" | "laptop" | "desktop";

export interface Tier {
  readonly name: Name;
  readonly pixels: number; // of the whole picture, at most
  readonly shown: number; // of the canvas: more than are drawn where each frame is a coat of paint (stage/coats.ts)
  readonly ratio: number; // device pixels per page pixel, at most
  readonly least: number; // the smallest share of the size that a slow machine may fall to
  readonly rest: number; // left to the page after each frame, as a share of the time that the frame took
  readonly rich: boolean; // cleavage, film and flecks in the stone
  readonly samples: number; // of each pixel's edges (MSAA)
  readonly mirror: number; // the reflection's size as a share of the picture's
  readonly mirrored: "walls" | "all"; // what the water shows
  readonly wave: number; // texels a side of the water that moves
  readonly bloom: number; // levels of halo
  readonly dust: number;
  readonly threads: number; // in the veil of a whole life, at most: one instance of few pieces each
  readonly close: number; // threads near the eye that are drawn in full
  readonly plants: number; // two triangles and sixteen bytes each
  readonly near: number; // plants drawn petal by petal
  readonly middle: number; // plants drawn with fewer petals, in less than 200 triangles each
}

export const TIERS: Readonly<Record<Name, Tier>> = {
  // A processor draws: 0.13 µs a pixel and 0.8 µs a vertex, so both stay small; coats make the picture larger.
  software: {
    name: "software",
    pixels: 320 * 180,
    shown: 640 * 360,
    ratio: 1,
    least: 1,
    rest: 0.4,
    rich: false,
    samples: 0,
    mirror: 0.4,
    mirrored: "walls",
    wave: 64,
    bloom: 3,
    dust: 4000,
    threads: 230,
    close: 60,
    plants: 300,
    near: 2,
    middle: 24,
  },
  // Tiles make MSAA nearly free; bandwidth and heat are what costs, so the picture and the halo are smaller.
  phone: {
    name: "phone",
    pixels: 1_100_000,
    shown: 1_100_000,
    ratio: 2,
    least: 0.6,
    rest: 0,
    rich: true,
    samples: 4,
    mirror: 0.5,
    mirrored: "all",
    wave: 128,
    bloom: 5,
    dust: 65_000,
    threads: 5000, // 110,000 vertices, and only those whose light is seen are filled
    close: 300,
    plants: 1000,
    near: 8,
    middle: 100,
  },
  // Integrated graphics share memory with the processor: no more than a full-HD picture.
  laptop: {
    name: "laptop",
    pixels: 2_100_000,
    shown: 2_100_000,
    ratio: 1.5,
    least: 0.6,
    rest: 0,
    rich: true,
    samples: 4,
    mirror: 0.5,
    mirrored: "all",
    wave: 256,
    bloom: 6,
    dust: 262_000,
    threads: 30_000,
    close: 800,
    plants: 5000,
    near: 10,
    middle: 180,
  },
  // A graphics card of its own: everything, but never more pixels than an eye can tell apart.
  desktop: {
    name: "desktop",
    pixels: 5_000_000,
    shown: 5_000_000,
    ratio: 2,
    least: 0.6,
    rest: 0,
    rich: true,
    samples: 4,
    mirror: 0.75,
    mirrored: "all",
    wave: 512,
    bloom: 6,
    dust: 1_000_000,
    threads: 100_000, // eighty years of days, each with its own string; 3.2 MB of instances, sent once
    close: 2400,
    plants: 10_000,
    near: 12,
    middle: 240,
  },
};
