// The law of the water, pure: a damped wave on a square of texels. shaders/wave.frag is the same law on the GPU, and a
// browser test holds the two side by side.

/** The square of water that moves: metres a side, its middle under the middle of the dome. */
export const SIDE = 10;
export const SPEED = 0.7; // metres a second: slower than real water, as everything here
export const TICK = 1 / 60; // seconds: the water's own clock, whatever the frames are
/** How many ticks are taken in one step: small water, which a processor moves, is stepped more rarely. */
export const stride = (texels: number): number => (texels < 128 ? 2 : 1);
/** The largest `pull` for which the steepest pattern of this stencil does not grow: 4 / (16 / 3). */
export const STABLE = 0.75;

export const CALM = 0.32; // of the speed lost in a second on open water: a ring is down to a third after six
export const SHORE = { from: 3.9, to: 5, calm: 14 }; // metres from the middle, and what the shore swallows in a second
const SIDES = 2 / 3; // weights of the four sides and the four corners, so that rings stay round
const CORNERS = 1 / 6;

/** Heights in centimetres, speeds in centimetres a step: near one, where half floats are finest. */
export interface Water {
  readonly texels: number;
  readonly height: Float64Array;
  readonly speed: Float64Array;
}

/** A place that is pressed. A press takes no water away: what it pushes down in the middle it lifts around. */
export interface Press {
  readonly x: number;
  readonly z: number;
  readonly wide: number; // metres
  readonly push: number; // centimetres a tick for each tick, in the middle
}

export const flat = (texels: number): Water => ({
  texels,
  height: new Float64Array(texels * texels),
  speed: new Float64Array(texels * texels),
});

/** How strongly neighbours pull: the square of how many texels a wave travels in a step. */
export const pull = (texels: number): number => ((SPEED * TICK * stride(texels) * texels) / SIDE) ** 2;

/** What a place loses of its speed in a tick. */
export function loss(x: number, z: number): number {
  const t = Math.min(1, Math.max(0, (Math.hypot(x, z) - SHORE.from) / (SHORE.to - SHORE.from)));
  return (CALM + SHORE.calm * t * t) * TICK;
}

/** Where a texel's middle is, in metres. */
export const middle = (k: number, texels: number): number => ((k + 0.5) / texels - 0.5) * SIDE;

function pressedAt({ x, z, wide, push }: Press, atX: number, atZ: number): number {
  const q = ((atX - x) ** 2 + (atZ - z) ** 2) / (wide * wide);
  return q > 30 ? 0 : push * (1 - q / 2) * Math.exp(-q / 2);
}

/** The eight neighbours of a texel, weighed, less the texel itself. The edge mirrors. */
function bend(height: Float64Array, texels: number, x: number, z: number): number {
  const at = (dx: number, dz: number): number => {
    const [i, j] = [Math.min(texels - 1, Math.max(0, x + dx)), Math.min(texels - 1, Math.max(0, z + dz))];
    return height[j * texels + i]!;
  };
  const sides = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1);
  const corners = at(-1, -1) + at(1, -1) + at(-1, 1) + at(1, 1);
  return SIDES * sides + CORNERS * corners - (10 / 3) * at(0, 0);
}

/**
 * The water one step later. The loss acts on the mean of the speed before and after, so that what it takes is exactly
 * energy: between presses `energy` cannot grow.
 */
export function stepped(
  water: Water,
  presses: readonly Press[] = [],
  lost = loss,
  strength = pull(water.texels),
): Water {
  const { texels, height, speed } = water;
  const next = flat(texels);
  const ticks = stride(texels);
  for (let j = 0; j < texels; j++) {
    for (let i = 0; i < texels; i++) {
      const [k, x, z] = [j * texels + i, middle(i, texels), middle(j, texels)];
      const half = (lost(x, z) * ticks) / 2;
      const pressed = ticks ** 2 * presses.reduce((sum, press) => sum + pressedAt(press, x, z), 0);
      const now = ((1 - half) * speed[k]! + strength * bend(height, texels, i, j) + pressed) / (1 + half);
      next.speed[k] = now;
      next.height[k] = height[k]! + now;
    }
  }
  return next;
}

/** What the water holds: motion, and the stretch between its last two heights (the energy that a leapfrog keeps). */
export function energy({ texels, height, speed }: Water, strength = pull(texels)): number {
  let sum = 0;
  for (let j = 0; j < texels; j++) {
    for (let i = 0; i < texels; i++) {
      const k = j * texels + i;
      sum += speed[k]! ** 2 - strength * (height[k]! - speed[k]!) * bend(height, texels, i, j);
    }
  }
  return sum / 2;
}

/** The steepest slope anywhere, a pure number: metres up for metres along. */
export function steepest({ texels, height }: Water): number {
  const span = (200 * SIDE) / texels;
  let most = 0;
  for (let j = 1; j < texels - 1; j++) {
    for (let i = 1; i < texels - 1; i++) {
      const k = j * texels + i;
      most = Math.max(most, Math.hypot(height[k + 1]! - height[k - 1]!, height[k + texels]! - height[k - texels]!));
    }
  }
  return most / span;
}
