// The parts that any flower can be grown from; the shader gives them their form from the genome.

/** Vertices of one plant: kind (0 petal, 1 stem, 2 leaf, 3 stamen), index, along [0, 1], across [-1, 1] (stem: turns). */
export interface Sprig {
  readonly vertices: Float32Array; // four numbers each
  readonly index: Uint16Array;
  readonly petals: number;
}

interface Sheet {
  readonly kind: number;
  readonly count: number;
  readonly rows: number; // quads along
  readonly columns: number; // quads across
}

/** In full for the nearest few, and with a tenth of the triangles for those behind them. */
export const SPRIGS: Readonly<Record<"near" | "middle", readonly Sheet[]>> = {
  near: [
    { kind: 0, count: 46, rows: 6, columns: 4 },
    { kind: 1, count: 1, rows: 10, columns: 5 },
    { kind: 2, count: 4, rows: 8, columns: 4 },
    { kind: 3, count: 12, rows: 2, columns: 1 },
  ],
  middle: [
    { kind: 0, count: 13, rows: 3, columns: 2 },
    { kind: 1, count: 1, rows: 3, columns: 3 },
    { kind: 2, count: 2, rows: 3, columns: 1 },
  ],
};

export function sprig(sheets: readonly Sheet[]): Sprig {
  const vertices: number[] = [];
  const index: number[] = [];
  for (const sheet of sheets) {
    // The outer first: the soft edge of a petal then shows the one under it.
    for (let k = sheet.count - 1; k >= 0; k--) unfold(sheet, k, vertices, index);
  }
  const petals = sheets.find((sheet) => sheet.kind === 0)?.count ?? 0;
  return { vertices: new Float32Array(vertices), index: new Uint16Array(index), petals };
}

function unfold({ kind, rows, columns }: Sheet, k: number, vertices: number[], index: number[]): void {
  const first = vertices.length / 4;
  const width = columns + 1;
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const across = kind === 1 ? column / columns : (2 * column) / columns - 1;
      vertices.push(kind, k, row / rows, across);
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = first + row * width + column;
      index.push(a, a + 1, a + width, a + 1, a + width + 1, a + width);
    }
  }
}
