// What the person asked of their whole machine: less motion, more contrast, their own colours. Heard live.

export interface Wishes {
  readonly still: boolean;
  /** The page must be plain and clear: no stage. */
  readonly plain: boolean;
}

const QUERIES = {
  motion: "(prefers-reduced-motion: reduce)",
  contrast: "(prefers-contrast: more)",
  colours: "(forced-colors: active)",
};

export function wishes(): Wishes {
  const asks = (query: string) => matchMedia(query).matches;
  return { still: asks(QUERIES.motion), plain: asks(QUERIES.contrast) || asks(QUERIES.colours) };
}

export function onWishes(hear: (now: Wishes) => void): void {
  for (const query of Object.values(QUERIES)) matchMedia(query).addEventListener("change", () => hear(wishes()));
}
