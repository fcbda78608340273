// A convex body as the common part of half-spaces: every plane gives one polygon that knows its neighbours.

import { add, between, cross, dot, times, unit, type Vector } from "./vector.ts";

/** The points with `normal · p <= reach`. The normal points out of the body. */
export interface Plane {
  readonly normal: Vector;
  readonly reach: number;
}

/** A polygon on plane `of`; the side from corner k to k + 1 is shared with plane `across[k]`. */
export interface Cell {
  readonly of: number;
  readonly corners: readonly Vector[];
  readonly across: readonly number[];
}

const WIDE = 60; // metres: larger than any room
const NOWHERE = -1;

/** The cells of the body, without the planes that do not touch it. */
export function cells(planes: readonly Plane[]): Cell[] {
  return planes.map((_, of) => cellOf(planes, of)).filter((cell) => cell.corners.length > 2);
}

function cellOf(planes: readonly Plane[], of: number): Cell {
  return planes.reduce((cell, plane, index) => (index === of ? cell : cut(cell, plane, index)), sheet(planes[of]!, of));
}

function sheet({ normal, reach }: Plane, of: number): Cell {
  const side = unit(cross(normal, Math.abs(normal[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const up = cross(normal, side);
  const corner = (x: number, y: number): Vector =>
    add(times(normal, reach), add(times(side, x * WIDE), times(up, y * WIDE)));
  return { of, corners: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], across: Array(4).fill(NOWHERE) };
}

/** Keep the part of a cell that is inside a plane (Sutherland and Hodgman, 1974). */
function cut(cell: Cell, plane: Plane, index: number): Cell {
  const depth = cell.corners.map((corner) => dot(plane.normal, corner) - plane.reach);
  if (depth.every((d) => d <= 0)) return cell;
  const corners: Vector[] = [];
  const across: number[] = [];
  cell.corners.forEach((corner, k) => {
    const next = (k + 1) % cell.corners.length;
    const [here, there] = [depth[k]!, depth[next]!];
    const crossing = () => between(corner, cell.corners[next]!, here / (here - there));
    if (here <= 0) push(corners, across, corner, cell.across[k]!);
    if (here <= 0 && there > 0) push(corners, across, crossing(), index);
    if (here > 0 && there <= 0) push(corners, across, crossing(), cell.across[k]!);
  });
  return { of: cell.of, corners, across };
}

function push(corners: Vector[], across: number[], corner: Vector, neighbour: number): void {
  corners.push(corner);
  across.push(neighbour);
}
