// A standing figure of light as a handful of parameters: how it holds itself is all that tells one from another.

import type { Facet } from "../../world/world.ts";
import { add, between, cross, dot, length, minus, times, unit, type Vector } from "./vector.ts";

/** How someone stands. Angles in radians, lengths in metres; hands from the middle of the chest: left, up, ahead. */
export interface Posture {
  readonly bend: number; // of the back, forward
  readonly lean: number; // to their left
  readonly open: number; // of the chest: -1 folded, 1 wide
  readonly nod: number; // of the head, down
  readonly tilt: number; // of the head, to their left
  readonly turn: number; // away from the viewer
  readonly tall: number; // of the legs: 1 stands straight
  readonly stance: number; // between the feet
  readonly hem: number; // half the garment's width at the floor
  readonly left: Vector;
  readonly right: Vector;
}

/** A piece of a body: a cone with round ends, from one place and radius to another. */
export interface Bone {
  readonly a: Vector;
  readonly b: Vector;
  readonly ra: number;
  readonly rb: number;
  /** Cloth is softer than what it hangs on. */
  readonly cloth?: boolean;
}

export const POSTURES: Readonly<Record<Facet, Posture>> = {
  // Hands on the hips, feet apart, chin up.
  strong: {
    ...{ bend: -0.06, lean: 0, open: 1, nod: -0.12, tilt: 0, turn: 0.12, tall: 1.03, stance: 0.3, hem: 0.25 },
    ...{ left: [0.225, -0.27, 0.03], right: [-0.225, -0.27, 0.03] },
  },
  // At ease: both palms open, a little away from the body, the weight on one foot.
  confident: {
    ...{ bend: -0.05, lean: 0.06, open: 0.8, nod: -0.08, tilt: -0.1, turn: -0.3, tall: 1, stance: 0.2, hem: 0.22 },
    ...{ left: [0.44, -0.28, 0.16], right: [-0.42, -0.34, 0.12] },
  },
  // Bent over what hurts, one arm around it, the eyes in the other hand.
  wounded: {
    ...{ bend: 0.46, lean: -0.16, open: -0.5, nod: 0.6, tilt: 0.2, turn: 0.3, tall: 0.93, stance: 0.1, hem: 0.2 },
    ...{ left: [0.1, -0.2, 0.2], right: [-0.1, 0.13, 0.22] },
  },
  // Turned away, wrapped in its own arms.
  withdrawn: {
    ...{ bend: 0.2, lean: 0.02, open: -1, nod: 0.62, tilt: 0.05, turn: 1.12, tall: 0.95, stance: 0.05, hem: 0.17 },
    ...{ left: [-0.12, -0.16, 0.13], right: [0.14, -0.1, 0.11] },
  },
  // One hand on the heart, the other held out.
  kind: {
    ...{ bend: 0.06, lean: 0, open: 0.3, nod: 0.16, tilt: 0.24, turn: 0.12, tall: 0.99, stance: 0.14, hem: 0.22 },
    ...{ left: [0.13, -0.06, 0.16], right: [-0.45, -0.1, 0.22] },
  },
};

const UPPER = 0.285;
const FORE = 0.255;

/** The pieces of a figure that stands so, its feet around the origin and its face toward +z. */
export function figure(posture: Posture): readonly Bone[] {
  const hips: Vector = [0.05 * posture.lean, 0.93 * posture.tall, 0];
  const chest = add(hips, bent(posture, [0, 0.34, 0], 0.6));
  const neck = add(chest, bent(posture, [0, 0.2, 0], 1.1));
  const bones = [
    ...robe(posture, hips, chest),
    ...trunk(posture, hips, chest, neck),
    ...head(posture, neck),
    ...arm(posture, chest, 1),
    ...arm(posture, chest, -1),
  ];
  return bones.map((bone) => ({ ...bone, a: around(bone.a, posture.turn), b: around(bone.b, posture.turn) }));
}

function robe({ hem, stance, tall }: Posture, hips: Vector, chest: Vector): Bone[] {
  const fold = (side: number, ahead: number, wide: number): Bone => ({
    a: add(hips, [side * 0.055, -0.04, 0]),
    b: [side * (stance * 0.5 + hem * 0.34), 0.02, ahead],
    ra: 0.115,
    rb: hem * wide,
    cloth: true,
  });
  const waist = between(hips, chest, 0.45);
  return [
    { a: waist, b: add(hips, [0, -0.02, -0.01]), ra: 0.103, rb: 0.142 * Math.sqrt(tall), cloth: true },
    fold(1, 0.03, 0.62),
    fold(-1, 0.03, 0.62),
    fold(0, -0.05, 0.72),
  ];
}

function trunk(posture: Posture, hips: Vector, chest: Vector, neck: Vector): Bone[] {
  const [left, right] = [shoulder(posture, chest, 1), shoulder(posture, chest, -1)];
  const waist = between(hips, chest, 0.45);
  return [
    { a: waist, b: chest, ra: 0.102, rb: 0.132 },
    { a: chest, b: between(chest, neck, 0.55), ra: 0.13, rb: 0.085 },
    { a: left, b: between(chest, neck, 0.66), ra: 0.06, rb: 0.064 },
    { a: right, b: between(chest, neck, 0.66), ra: 0.06, rb: 0.064 },
    { a: between(chest, neck, 0.6), b: add(neck, [0, 0.03, 0.005]), ra: 0.058, rb: 0.046 },
  ];
}

/** A skull, a chin, and hair gathered low at the back. */
function head(posture: Posture, neck: Vector): Bone[] {
  const facing = (at: Vector): Vector => add(neck, tipped(at, posture.nod + 0.5 * posture.bend, posture.tilt));
  return [
    { a: facing([0, 0.155, -0.008]), b: facing([0, 0.075, 0.032]), ra: 0.094, rb: 0.056 },
    { a: facing([0, 0.168, -0.028]), b: facing([0, 0.1, -0.07]), ra: 0.097, rb: 0.07 },
    { a: facing([0, 0.1, -0.085]), b: facing([0, 0.035, -0.085]), ra: 0.055, rb: 0.036 },
  ];
}

function shoulder({ open, bend }: Posture, chest: Vector, side: number): Vector {
  return add(chest, [
    side * (0.178 + 0.022 * open),
    0.098 - 0.02 * Math.max(0, -open),
    -0.045 * open + 0.1 * Math.max(0, bend),
  ]);
}

/** An arm that reaches its hand's place, the elbow out and down; a wide sleeve, a palm and a thumb. */
function arm(posture: Posture, chest: Vector, side: number): Bone[] {
  const from = shoulder(posture, chest, side);
  const hand = add(chest, bent(posture, side > 0 ? posture.left : posture.right, 0.8));
  const elbow = hinged(from, hand, [side * (0.7 + 0.5 * Math.max(0, posture.open)), -0.75, -0.35]);
  const wrist = between(elbow, hand, Math.min(1, FORE / (length(minus(hand, elbow)) || 1)));
  const along = unit(minus(wrist, elbow));
  const inward = unit(add(cross(along, [0, 0, 1]), [0, 0.6, 0.2]));
  const knuckles = add(wrist, times(along, 0.085));
  return [
    { a: from, b: elbow, ra: 0.059, rb: 0.046 },
    { a: elbow, b: wrist, ra: 0.045, rb: 0.029 },
    {
      a: between(elbow, wrist, 0.25),
      b: add(between(elbow, wrist, 0.86), [0, -0.03, 0]),
      ra: 0.046,
      rb: 0.052,
      cloth: true,
    },
    { a: wrist, b: knuckles, ra: 0.027, rb: 0.031 },
    { a: knuckles, b: add(knuckles, times(along, 0.075)), ra: 0.027, rb: 0.014 },
    {
      a: add(wrist, times(along, 0.03)),
      b: add(add(wrist, times(along, 0.085)), times(inward, 0.045)),
      ra: 0.016,
      rb: 0.01,
    },
  ];
}

// Two bones of known length between two places; the joint lies toward `hint`.
function hinged(from: Vector, to: Vector, hint: Vector): Vector {
  const way = minus(to, from);
  const far = Math.min(length(way), (UPPER + FORE) * 0.995);
  const along = unit(way);
  const share = (UPPER * UPPER - FORE * FORE + far * far) / (2 * far);
  const out = Math.sqrt(Math.max(0, UPPER * UPPER - share * share));
  const side = unit(minus(hint, times(along, dot(hint, along))));
  return add(from, add(times(along, share), times(side, out)));
}

const bent = ({ bend, lean }: Posture, at: Vector, share: number): Vector => tipped(at, bend * share, lean * share);

/** Turned forward by `nod`, then to the left by `tilt`. */
function tipped([x, y, z]: Vector, nod: number, tilt: number): Vector {
  const [up, ahead] = [y * Math.cos(nod) - z * Math.sin(nod), y * Math.sin(nod) + z * Math.cos(nod)];
  return [x * Math.cos(tilt) + up * Math.sin(tilt), up * Math.cos(tilt) - x * Math.sin(tilt), ahead];
}

const around = ([x, y, z]: Vector, turn: number): Vector => [
  x * Math.cos(turn) + z * Math.sin(turn),
  y,
  z * Math.cos(turn) - x * Math.sin(turn),
];
