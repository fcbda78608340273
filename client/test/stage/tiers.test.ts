import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, fitted, type Pace, paced, START, shown } from "../../src/quality/choose.ts";
import { TIERS } from "../../src/quality/tiers.ts";

describe("the tier", () => {
  it.each([
    ["ANGLE (Mesa/X.org, llvmpipe (LLVM 15.0.6 256 bits), OpenGL ES 3.2)", false, "software"],
    ["ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)", false, "software"],
    ["Microsoft Basic Render Driver", false, "software"],
    ["Adreno (TM) 740", true, "phone"],
    ["Apple GPU", true, "phone"],
    ["ANGLE (Intel, Intel(R) Iris(R) Xe Graphics)", false, "laptop"],
    ["ANGLE (NVIDIA, NVIDIA GeForce RTX 3070)", false, "desktop"],
    ["something never heard of", false, "laptop"],
  ])("of %s (touch: %s) is %s", (renderer, touch, name) => {
    expect(begin(renderer, touch).name).toBe(name);
  });

  it("draws more, the stronger the machine", () => {
    const { software, phone, laptop, desktop } = TIERS;
    for (const key of ["pixels", "dust", "threads", "plants", "near", "wave", "bloom"] as const) {
      const values = [software, phone, laptop, desktop].map((tier) => tier[key]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it("never draws more pixels than it allows", () => {
    const size = fc.integer({ min: 1, max: 8000 });
    fc.assert(
      fc.property(size, size, fc.double({ min: 0.5, max: 4, noNaN: true }), (width, height, ratio) => {
        for (const tier of Object.values(TIERS)) {
          const [w, h] = fitted(tier, 1, width, height, ratio);
          expect(w * h).toBeLessThanOrEqual(tier.pixels * 1.05 + w + h);
        }
      }),
    );
  });

  it("keeps the window's shape", () => {
    expect(fitted(TIERS.software, 1, 1280, 720, 1)).toEqual([320, 180]);
  });
});

describe("the canvas", () => {
  it("is twice as wide and high as what a processor draws, and keeps its size when the drawing grows or shrinks", () => {
    const { software } = TIERS;
    for (const share of [software.least, 1]) {
      const drawn = fitted(software, share, 1280, 720, 1);
      expect(shown(software, drawn, 1280, 720, 1)).toEqual([640, 360]);
    }
  });

  it("is never larger than the page", () => {
    expect(shown(TIERS.software, [200, 200], 200, 200, 1)).toEqual([200, 200]);
  });

  it("is the picture itself on a graphics card", () => {
    expect(shown(TIERS.laptop, [900, 600], 1280, 720, 2)).toEqual([900, 600]);
  });
});

const after = (frames: readonly number[], pace: Pace = START): Pace =>
  frames.reduce((now, frame) => paced(now, frame, 0.5), pace);
const times = (count: number, frame: number): number[] => Array(count).fill(frame);

describe("the pace", () => {
  it("steps down once after two seconds of slow frames", () => {
    expect(after(times(40, 0.05)).share).toBeCloseTo(0.88, 9);
    expect(after(times(39, 0.05)).share).toBe(1);
  });

  it("does not change for a few slow frames among quick ones", () => {
    expect(after([...times(100, 1 / 60), ...times(10, 0.06)]).share).toBe(1);
  });

  it("comes back when the machine is free again, and never above the whole", () => {
    const slow = after(times(400, 0.05));
    expect(after(times(4000, 1 / 60), slow).share).toBe(1);
  });

  it("ignores the gap of a hidden page", () => {
    expect(paced(START, 30, 0.5)).toEqual(START);
  });

  it("changes by one small step at a time, between a half and the whole, for any frames", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 400 }), (frames) => {
        let pace = START;
        for (const frame of frames) {
          const next = paced(pace, frame, 0.5);
          expect(Math.abs(Math.log(next.share / pace.share))).toBeLessThan(0.13);
          expect(next.share).toBeGreaterThanOrEqual(0.5);
          expect(next.share).toBeLessThanOrEqual(1);
          pace = next;
        }
      }),
    );
  });
});
