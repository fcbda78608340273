/// <reference types="vite/client" />
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import gestureSchema from "../../../contract/gesture.schema.json";
import sceneSchema from "../../../contract/scene.schema.json";
import type { SceneMessage } from "../../src/contract/scene.ts";
import { apply, begin, FLOOR } from "../../src/world/world.ts";

const recordings = import.meta.glob<string>("../../../contract/recordings/*.jsonl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const files = Object.keys(recordings);

const ajv = new Ajv2020({ strict: false, allErrors: true });
const valid = { down: ajv.compile(sceneSchema), up: ajv.compile(gestureSchema) };

type Line = { readonly down: SceneMessage } | { readonly up: unknown };
const linesOf = (file: string): readonly Line[] =>
  (recordings[file] ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

function faults(line: Line): readonly string[] {
  const way = "down" in line ? "down" : "up";
  const right = valid[way]("down" in line ? line.down : line.up);
  return right ? [] : [`${JSON.stringify(line)}: ${ajv.errorsText(valid[way].errors)}`];
}

test("there are recordings of whole visits, written by the Python tests", () => {
  expect(files).not.toEqual([]);
});

test("a message that the contract does not know is found out", () => {
  expect(faults({ up: { kind: "praise" } }).length).toBe(1);
});

describe.each(files)("%s", (file) => {
  const lines = linesOf(file);

  test("says only what the contract knows", () => {
    expect(lines.flatMap(faults)).toEqual([]);
  });

  test("folds into a world whose light never goes out and whose flowers stay", () => {
    let world = begin();
    for (const line of lines) {
      if (!("down" in line)) continue;
      const next = apply(world, line.down);
      expect(next.aim.glow).toBeGreaterThanOrEqual(FLOOR);
      expect(next.plants.length).toBeGreaterThanOrEqual(world.plants.length);
      world = next;
    }
    expect(world).not.toEqual(begin());
  });
});
