// A figure cast as a picture: what is body, where its rim is, how light falls on it, and the halo around it.

import type { Bone } from "./figure.ts";

/** What a picture covers, in metres: the figure stands in its middle. */
export const CAST = { wide: 1.24, tall: 2.1, floor: -0.12 } as const;

const MERGED = 0.03; // metres over which two pieces flow into each other
const HALO = 8; // per metre: how fast the light around a figure falls
const REACH = 0.3; // metres: what is farther off adds no light
const SKIN = 0.012; // metres around a piece that still take its shape
const BEHIND = 0.022; // metres behind the front at which a piece is hidden

/** Cast row `row` of a picture of `width` × `height` RGBA, the lowest first: mask, rim, light on the body, halo. */
export function castRow(
  bones: readonly Bone[],
  row: number,
  width: number,
  height: number,
  into: Uint8Array,
  at: number,
): void {
  const y = CAST.floor + ((row + 0.5) / height) * CAST.tall;
  const near = bones.filter((bone) => reaches(bone, y));
  for (let column = 0; column < width; column++) {
    const x = ((column + 0.5) / width - 0.5) * CAST.wide;
    shade(near, x, y, CAST.tall / height, into, at + column * 4);
  }
}

const reaches = ({ a, b, ra, rb }: Bone, y: number): boolean =>
  y > Math.min(a[1] - ra, b[1] - rb) - REACH && y < Math.max(a[1] + ra, b[1] + rb) + REACH;

// What one piece shows at a place: how far outside it is, how far it stands out, and which way it faces.
const far = new Float64Array(64);
const front = new Float64Array(64);
const facing = new Float64Array(3 * 64);

function meet({ a, b, ra, rb }: Bone, k: number, x: number, y: number): void {
  const [bx, by] = [b[0] - a[0], b[1] - a[1]];
  const along = Math.min(1, Math.max(0, ((x - a[0]) * bx + (y - a[1]) * by) / (bx * bx + by * by + 1e-9)));
  const [dx, dy] = [x - a[0] - along * bx, y - a[1] - along * by];
  const radius = ra + (rb - ra) * along;
  const off = Math.sqrt(dx * dx + dy * dy);
  const deep = Math.sqrt(Math.max(0, radius * radius - off * off));
  far[k] = off - radius;
  front[k] = a[2] + (b[2] - a[2]) * along + deep;
  facing[3 * k] = dx / radius;
  facing[3 * k + 1] = dy / radius;
  facing[3 * k + 2] = deep / radius;
}

function shade(bones: readonly Bone[], x: number, y: number, pixel: number, into: Uint8Array, at: number): void {
  let [sum, foremost] = [0, Number.NEGATIVE_INFINITY];
  for (const [k, bone] of bones.entries()) {
    meet(bone, k, x, y);
    if (far[k]! < REACH) sum += Math.exp(-far[k]! / MERGED);
    if (far[k]! < 0) foremost = Math.max(foremost, front[k]!);
  }
  if (sum === 0) return;
  const away = -MERGED * Math.log(sum);
  const inside = Math.min(1, Math.max(0, 0.5 - away / (1.6 * pixel)));
  into[at + 3] = 255 * Math.exp(-HALO * Math.max(0, away));
  if (inside === 0) return;
  const [nx, ny, nz] = normal(bones.length, foremost);
  into[at] = 255 * inside;
  into[at + 1] = 255 * inside * (1 - nz) ** 2;
  into[at + 2] = 255 * inside * Math.max(0, 0.42 * ny - 0.3 * nx + 0.86 * nz);
}

// What stands in front is seen; what lies behind it by a hand's breadth is not.
function normal(count: number, foremost: number): readonly [number, number, number] {
  let [nx, ny, nz] = [0, 0, 1e-9];
  for (let k = 0; k < count; k++) {
    const seen = Math.exp(-Math.max(0, far[k]!) / SKIN - Math.max(0, foremost - front[k]!) / BEHIND);
    nx += facing[3 * k]! * seen;
    ny += facing[3 * k + 1]! * seen;
    nz += facing[3 * k + 2]! * seen;
  }
  const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
  return [nx / size, ny / size, nz / size];
}
