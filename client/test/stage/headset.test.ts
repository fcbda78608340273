import fc from "fast-check";
import { PerspectiveCamera, Ray, Vector3, Vector4 } from "three";
import { expect, it } from "vitest";
import { middle, times } from "../../src/stage/geometry/vector.ts";
import { between, type Sight } from "../../src/stage/headset.ts";
import { met, mirrors } from "../../src/stage/layout/mirrors.ts";
import { wet } from "../../src/stage/touch.ts";

const angle = fc.double({ min: 0.4, max: 1, noNaN: true }); // tangents of half fields
const metres = fc.double({ min: -1, max: 1, noNaN: true });

function eye(x: number, turn: number, [left, right, up, down]: readonly [number, number, number, number]): Sight {
  const camera = new PerspectiveCamera(1, 1, 0.05, 40);
  camera.position.set(x, 1.2, 2.4);
  camera.rotation.set(0.3 * turn, turn, 0);
  camera.projectionMatrix.makePerspective(-0.05 * left, 0.05 * right, 0.05 * up, -0.05 * down, 0.05, 40);
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
  camera.updateMatrixWorld();
  return { camera, part: new Vector4(0, 0, 100, 100) };
}

it("the eye in the middle sees all that far away is seen by any eye", () => {
  const frusta = fc.tuple(angle, angle, angle, angle);
  fc.assert(
    fc.property(frusta, frusta, metres, metres, metres, (one, other, turn, x, y) => {
      const sights = [eye(-0.032, turn, one), eye(0.032, turn, other)];
      const middle = between(new PerspectiveCamera(), sights);
      expect(middle.position.x).toBeCloseTo(0);
      for (const { camera } of sights) {
        const far = new Vector3(x, y, 1).unproject(camera).sub(camera.position).setLength(1000).add(middle.position);
        const { x: atX, y: atY } = far.project(middle);
        expect(Math.max(Math.abs(atX), Math.abs(atY))).toBeLessThanOrEqual(1 + 1e-6);
      }
    }),
  );
});

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

it("a ray into the middle of a mirror meets it, from wherever one sits", () => {
  fc.assert(
    fc.property(seeds, metres, metres, (seed, x, z) => {
      for (const place of mirrors(seed)) {
        const from = [x, 1.2, 2.4 + z] as const;
        const aim = middle(place.corners);
        const far = met(place, from, [aim[0] - from[0], aim[1] - from[1], aim[2] - from[2]]);
        expect(far).toBeCloseTo(1, 5);
      }
    }),
    { numRuns: 10 },
  );
});

it("a ray beside a mirror, or away from it, does not meet it", () => {
  for (const place of mirrors(7)) {
    expect(met(place, [0, 1.2, 0], times(place.heart, -1))).toBeNull();
    expect(met(place, [0, 1.2, 0], [0, 1, 0.001])).toBeNull();
    const beside = place.corners[0]!.map((value, k) => value + 0.3 * (value - place.heart[k]!)) as [
      number,
      number,
      number,
    ];
    expect(met(place, [0, 1.2, 0], [beside[0], beside[1] - 1.2, beside[2]])).toBeNull();
  }
});

it("a ray meets the water below it, and nothing above or beyond the shore", () => {
  fc.assert(
    fc.property(metres, metres, metres, (x, y, z) => {
      const found = wet(new Ray(new Vector3(0, 1.2, 2.4), new Vector3(x, y, z)));
      if (y >= 0) expect(found).toBeNull();
      if (!found) return;
      expect(1.2 + y * found.far).toBeCloseTo(0);
      expect(Math.hypot(found.x, found.z)).toBeLessThan(5);
    }),
  );
  expect(wet(new Ray(new Vector3(0, 1.2, 2.4), new Vector3(0, -1, -1)))).toMatchObject({
    x: 0,
    z: expect.closeTo(1.2),
  });
});
