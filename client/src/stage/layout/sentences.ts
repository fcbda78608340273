// Where the sentences of an opened text lie along its string: in their order from above, each as long as its share.

export const MOST = 48; // sentences shown on one string
const FROM = 0.36; // of a string: what is in sight when the eye is near
const TO = 0.76;
const PAUSE = 0.12; // of a sentence's length, left between two

export interface Piece {
  readonly middle: number; // along the string
  readonly half: number;
}

/** The pieces of a string for sentences of these lengths. */
export function sentences(lengths: readonly number[]): readonly Piece[] {
  const kept = lengths.slice(0, MOST).map((length) => Math.max(1, length));
  const all = kept.reduce((sum, length) => sum + length, 0);
  let from = FROM;
  return kept.map((length) => {
    const long = ((TO - FROM) * length) / all;
    const piece = { middle: from + long / 2, half: (long / 2) * (1 - PAUSE) };
    from += long;
    return piece;
  });
}
