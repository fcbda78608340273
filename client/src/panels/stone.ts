// The facets of the drawn stone: rings around the light, every corner a little out of place, always the same.

export interface Facet {
  readonly points: string;
  readonly shade: number; // 0 dark to 4 light
}

type Point = readonly [number, number];

const CENTRE: Point = [800, 470];
const RINGS = [150, 290, 450, 640, 880, 1180];
const SIDES = [9, 11, 13, 15, 17, 17];

/** A share from 0 to 1 that looks like chance and is not: the same for the same numbers. */
function odd(a: number, b: number): number {
  const wave = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return wave - Math.floor(wave);
}

function corner(ring: number, at: number): Point {
  const sides = SIDES[ring] ?? 17;
  const side = ((at % sides) + sides) % sides;
  const angle = ((side + (odd(ring, side) - 0.5) * 0.55) / sides) * 2 * Math.PI + ring * 0.37;
  const far = (RINGS[ring] ?? 0) * (1 + (odd(side, ring + 7) - 0.5) * 0.22);
  return [CENTRE[0] + Math.cos(angle) * far * 1.16, CENTRE[1] + Math.sin(angle) * far * 0.94];
}

// Between two rings of unequal sides, go round and always step along the ring that lags behind.
function between(ring: number): readonly (readonly Point[])[] {
  const inner = SIDES[ring] ?? 17;
  const outer = SIDES[ring + 1] ?? 17;
  const shift = Math.round((0.37 / (2 * Math.PI)) * outer);
  const made: Point[][] = [];
  for (let i = 0, o = 0; i < inner || o < outer; ) {
    const along = i / inner <= o / outer && i < inner;
    const [a, b] = [corner(ring, i), corner(ring + 1, o - shift)];
    made.push(along ? [a, b, corner(ring, i + 1)] : [a, b, corner(ring + 1, o + 1 - shift)]);
    if (along) i += 1;
    else o += 1;
  }
  return made;
}

const heart = Array.from({ length: SIDES[0] ?? 9 }, (_, at) => corner(0, at));

const shapes = [heart, ...RINGS.slice(1).flatMap((_, ring) => between(ring))];

export const facets: readonly Facet[] = shapes.map((shape, at) => ({
  points: shape.map(([x, y]) => `${x.toFixed(0)},${y.toFixed(0)}`).join(" "),
  shade: at === 0 ? 4 : Math.floor(odd(at, 3) * 5),
}));
