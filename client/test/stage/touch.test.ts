import { PerspectiveCamera, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { stand, tall } from "../../src/stage/layout/garden.ts";
import { lens } from "../../src/stage/layout/gaze.ts";
import { around, calendar, hang, strung } from "../../src/stage/layout/loom.ts";
import { woven } from "../../src/stage/layout/weave.ts";
import { touched } from "../../src/stage/touch.ts";
import { begin, type Plant, type Thread } from "../../src/world/world.ts";

const WINDOW = { width: 1280, height: 720, aspect: 1280 / 720 };
const camera = new PerspectiveCamera(57, WINDOW.aspect, 0.05, 40);
camera.position.set(0, 1.5, 4.7);
camera.lookAt(0, 2.35, -3);
camera.updateMatrixWorld();

const onPage = (x: number, y: number, z: number): [number, number] => {
  const p = new Vector3(x, y, z).project(camera);
  return [((p.x + 1) / 2) * WINDOW.width, ((1 - p.y) / 2) * WINDOW.height];
};
const plant: Plant = {
  id: "flower-0",
  thread: "thread-0",
  order: 0,
  species: "lotus",
  petals: 30,
  hue: 0.1,
  height: 0.5,
  width: 0.25,
  cup: 0.5,
  curl: 0.5,
  leaves: 2,
  lean: 0,
  seed: 1,
  turn: 0,
  radius: 2,
};
const thread = (k: number): Thread => ({
  id: `thread-${k}`,
  when: "2000-01-01",
  day: k * 30,
  turn: 0.5,
  offset: 0,
  warmth: 0,
  silver: 0,
  weight: 0.5,
});
const threads = Array.from({ length: 12 }, (_, k) => thread(k));
const world = { ...begin(), plants: [plant], threads };
const dates = calendar(null, threads, null);
const weave = woven(dates!, threads, 100);
const strings = { weave, through: lens(weave.span, { at: 0.1, zoom: 0 }), wanted: () => true };
const find = (x: number, y: number) => touched(world, strings, camera, WINDOW, x, y);

describe("a touch", () => {
  it("finds the flower at its head", () => {
    const [x, , z] = stand(plant, WINDOW.aspect);
    expect(find(...onPage(x, tall(plant), z))).toEqual({ kind: "plant", id: "flower-0" });
  });

  it("finds a thread where its theme shines, and no other", () => {
    for (const one of threads) {
      const { share, theme } = hang(dates!, one);
      const [x, y] = onPage(...strung(around(share), theme));
      if (x > 0 && x < WINDOW.width && y > 0 && y < WINDOW.height)
        expect(find(x, y)).toEqual({ kind: "thread", id: one.id });
    }
  });

  it("finds nothing in the calm middle", () => {
    expect(find(640, 600)).toBeNull();
  });

  it("finds nothing behind the viewer", () => {
    const behind = { ...world, threads: [], plants: [{ ...plant, id: "flower-1" }] };
    const away = camera.clone();
    away.lookAt(0, 1.5, 20);
    away.updateMatrixWorld();
    for (const x of [320, 640, 960]) expect(touched(behind, null, away, WINDOW, x, 500)).toBeNull();
  });
});
