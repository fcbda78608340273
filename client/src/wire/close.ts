// What a closed socket means: a value for each code that the engine knows.

/** ask: our key is not known. stale: our page is older than the engine. again: try once more. */
export type AfterClose = "ask" | "stale" | "again";

export function afterClose(code: number): AfterClose {
  if (code === 4401) return "ask";
  return code === 4409 ? "stale" : "again";
}

/** Milliseconds to wait before the try after `failures` failed ones: from a quarter of a second up to five. */
export const pause = (failures: number): number => Math.min(5000, 250 * 2 ** Math.min(failures, 10));
