// Time as the page feels it: a beat for every picture, fewer in stillness, none while the tab is hidden.

const LONGEST = 0.1; // seconds one beat may stand for, so that a page left alone does not leap
const SLOW = 0.1; // seconds between beats in stillness

/** Calls `beat` with the seconds since the last one; `slow` says whether few are enough now. */
export function everyFrame(beat: (dt: number) => void, slow: () => boolean): void {
  let last = performance.now();
  const frame = (now: number) => {
    requestAnimationFrame(frame);
    const passed = (now - last) / 1000;
    if (slow() && passed < SLOW) return;
    last = now;
    beat(Math.min(LONGEST, Math.max(0, passed)));
  };
  requestAnimationFrame(frame);
}
