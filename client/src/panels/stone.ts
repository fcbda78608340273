// The facets of the drawn stone: a division of the wall around uneven points, each facet bevelled, always the same.

type Point = readonly [number, number];
type Shape = readonly Point[];

export interface Facet {
  readonly rim: string; // corners of the whole facet, as an SVG list
  readonly face: string; // corners of its face, inside the bevel
  readonly shade: number; // 0 dark to 4 light
}

const HEART: Point = [800, 430];
const BEYOND: Shape = [
  [-500, -500],
  [2100, -500],
  [2100, 1500],
  [-500, 1500],
];
const RINGS: readonly (readonly [far: number, sides: number])[] = [
  [0, 1],
  [250, 7],
  [440, 11],
  [650, 14],
  [890, 17],
  [1180, 19],
];

/** A share from 0 to 1 that looks like chance and is not: the same for the same numbers. */
function odd(a: number, b: number): number {
  const wave = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return wave - Math.floor(wave);
}

const points: Shape = RINGS.flatMap(([far, sides], ring) =>
  Array.from({ length: sides }, (_, side): Point => {
    const angle = ((side + (odd(ring, side) - 0.5) * 0.6) / sides) * 2 * Math.PI + ring * 0.8;
    const out = far * (1 + (odd(side, ring + 7) - 0.5) * 0.3);
    return [HEART[0] + Math.cos(angle) * out * 1.15, HEART[1] + Math.sin(angle) * out * 0.92];
  }),
);

/** What is left of a shape on `site`'s side of the line halfway to `other`. */
function nearer(shape: Shape, site: Point, other: Point): Shape {
  const [dx, dy] = [other[0] - site[0], other[1] - site[1]];
  const middle = (dx * (site[0] + other[0]) + dy * (site[1] + other[1])) / 2;
  const past = ([x, y]: Point) => dx * x + dy * y - middle;
  return shape.flatMap((corner, at) => {
    const next = shape[(at + 1) % shape.length]!;
    const [here, there] = [past(corner), past(next)];
    const kept = here <= 0 ? [corner] : [];
    return here <= 0 === there <= 0 ? kept : [...kept, between(corner, next, here / (here - there))];
  });
}

const between = (a: Point, b: Point, part: number): Point => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];

function facet(site: Point, at: number): Facet {
  const shape = points.reduce((left, other) => (other === site ? left : nearer(left, site, other)), BEYOND);
  const face = shape.map((corner) => between(corner, site, 0.09 + 0.06 * odd(at, 5)));
  return { rim: listed(shape), face: listed(face), shade: at === 0 ? 4 : Math.floor(odd(at, 3) * 5) };
}

const listed = (shape: Shape): string => shape.map(([x, y]) => `${x.toFixed(0)},${y.toFixed(0)}`).join(" ");

export const facets: readonly Facet[] = points.map(facet).filter(({ rim }) => rim !== "");
