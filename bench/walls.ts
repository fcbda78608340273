// The walls alone, in our own stone and in three's MeshPhysicalMaterial, on the same geometry. Bundled for the bench only.

import {
  DoubleSide,
  Mesh,
  MeshPhysicalMaterial,
  type Object3D,
  PerspectiveCamera,
  PMREMGenerator,
  PointLight,
  Scene,
  WebGLRenderer,
} from "three";
import { RoomEnvironment } from "three/examples/jsm/environments/RoomEnvironment.js";
import { TIERS } from "../client/src/quality/tiers.ts";
import { mixed } from "../client/src/stage/palette.ts";
import { walls } from "../client/src/stage/parts/walls.ts";
import { colour, lookFrom, roomUniforms } from "../client/src/stage/shared.ts";
import { begin } from "../client/src/world/world.ts";

const SEED = 20261123;
const PHYSICAL = { color: 0xc8d0df, roughness: 0.25, iridescence: 1, iridescenceIOR: 1.36, side: DoubleSide };

const camera = new PerspectiveCamera(57, 16 / 9, 0.05, 40);
camera.position.set(0, 1.5, 4.7);
camera.lookAt(0, 2.35, -3);
camera.updateMatrixWorld();

function stone(rich: boolean): Object3D {
  const uniforms = roomUniforms();
  const world = { ...begin(), seed: SEED };
  colour(uniforms, mixed(world.light, 0));
  uniforms.wake.value = 1;
  lookFrom(uniforms, camera, 1);
  const part = walls({ uniforms, tier: { ...TIERS.laptop, rich }, unmirrored: 1 });
  part.show(world, 0);
  return part.object;
}

const MADE: Readonly<Record<string, () => Object3D>> = {
  own: () => stone(true),
  plain: () => stone(false),
  iridescent: () => new Mesh((stone(true) as Mesh).geometry, new MeshPhysicalMaterial(PHYSICAL)),
  dispersive: () => {
    const glass = { transmission: 0.6, thickness: 0.5, ior: 1.52, dispersion: 3 };
    return new Mesh((stone(true) as Mesh).geometry, new MeshPhysicalMaterial({ ...PHYSICAL, ...glass }));
  },
};

/** Milliseconds of the first frame of a kind of wall (with its shader compiled) and of `count` later ones, each finished. */
function timed(kind: string, width: number, height: number, count: number): number[] {
  const renderer = new WebGLRenderer({ canvas: document.createElement("canvas"), antialias: false });
  renderer.setSize(width, height, false);
  const scene = new Scene();
  scene.add(MADE[kind]!());
  if (kind === "iridescent" || kind === "dispersive") {
    const light = new PointLight(0xe0f7ff, 40);
    light.position.set(0, 3, -2.2);
    scene.add(light);
    scene.environment = new PMREMGenerator(renderer).fromScene(new RoomEnvironment()).texture;
  }
  const gl = renderer.getContext();
  const one = new Uint8Array(4);
  const took = Array.from({ length: count + 1 }, () => {
    const before = performance.now();
    renderer.render(scene, camera);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, one);
    return performance.now() - before;
  });
  renderer.dispose();
  renderer.forceContextLoss();
  return took;
}

Object.assign(window, { walls: { timed } });
