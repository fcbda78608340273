import { describe, expect, it } from "vitest";
import { Queue } from "../../src/stage/queue.ts";

/** A renderer that says when a frame is done. */
function renderer() {
  const state = { drawn: false };
  const gl = {
    SIGNALED: 1,
    fenceSync: () => ({}),
    flush: () => {},
    deleteSync: () => {},
    getSyncParameter: () => (state.drawn ? 1 : 0),
  } as unknown as WebGL2RenderingContext;
  return { gl, state };
}

describe("the queue", () => {
  it("lets the first frame go at once", () => {
    expect(new Queue(renderer().gl, 0.5).busy(0, false)).toBe(false);
  });

  it("never holds two frames, not even for an answer", () => {
    const queue = new Queue(renderer().gl, 0);
    queue.handed(0);
    expect([queue.busy(20, false), queue.busy(40, true)]).toEqual([true, true]);
  });

  it("stops waiting for a frame that never comes", () => {
    const queue = new Queue(renderer().gl, 0);
    queue.handed(0);
    expect(queue.busy(1000, false)).toBe(false);
  });

  it("rests in proportion to the frame, and breaks the rest for an answer", () => {
    const { gl, state } = renderer();
    const queue = new Queue(gl, 0.5);
    queue.handed(0);
    state.drawn = true;
    expect([queue.busy(40, false), queue.busy(45, true), queue.busy(59, false), queue.busy(61, false)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
