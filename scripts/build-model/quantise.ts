const INT8_MAX = 127;

/** A matrix in 8-bit integers: `values[r][c] * scales[c]` restores the original within half a scale. */
export interface QuantisedMatrix {
  readonly values: Int8Array;
  /** One factor for each column. */
  readonly scales: Float32Array;
}

/** The transpose of a row-major matrix. */
export function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) result[c * rows + r] = values[r * columns + c] as number;
  }
  return result;
}

/**
 * Rounds a row-major matrix to signed 8-bit integers with one scale for each column. One scale
 * for a whole matrix would be set by its few extreme columns and flatten all others.
 */
export function quantiseColumns(values: Float32Array, columns: number): QuantisedMatrix {
  const scales = new Float32Array(columns);
  for (let start = 0; start < values.length; start += columns) {
    for (let c = 0; c < columns; c++) {
      const size = Math.abs(values[start + c] as number);
      if (size > (scales[c] as number)) scales[c] = size;
    }
  }
  for (let c = 0; c < columns; c++) scales[c] = (scales[c] || 1) / INT8_MAX;
  const quantised = new Int8Array(values.length);
  for (let start = 0; start < values.length; start += columns) {
    for (let c = 0; c < columns; c++) {
      quantised[start + c] = Math.round((values[start + c] as number) / (scales[c] as number));
    }
  }
  return { values: quantised, scales };
}
