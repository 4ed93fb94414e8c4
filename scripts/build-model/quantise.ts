const INT8_MAX = 127;

/**
 * A row-major matrix in 8-bit integers. A value times the scale of its block of rows and its column
 * restores the original within half a scale.
 */
export interface QuantisedMatrix {
  readonly values: Int8Array;
  /** A row of factors, one for each column, for each block of rows. */
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
 * Rounds a row-major matrix to signed 8-bit integers with one scale for each column of each block
 * of rows. One scale for a whole matrix would be set by its few extreme values and flatten all others.
 */
export function quantise(values: Float32Array, columns: number, blockRows: number): QuantisedMatrix {
  const blockSize = blockRows * columns;
  const scales = new Float32Array(values.length / blockRows);
  const quantised = new Int8Array(values.length);
  for (let block = 0; block * blockSize < values.length; block++) {
    const part = values.subarray(block * blockSize, (block + 1) * blockSize);
    const partScales = scales.subarray(block * columns, (block + 1) * columns);
    setScales(partScales, part);
    for (let start = 0; start < part.length; start += columns) {
      for (let c = 0; c < columns; c++) {
        const steps = (part[start + c] as number) / (partScales[c] as number);
        quantised[block * blockSize + start + c] = Math.round(steps);
      }
    }
  }
  return { values: quantised, scales };
}

function setScales(scales: Float32Array, part: Float32Array): void {
  const columns = scales.length;
  for (let start = 0; start < part.length; start += columns) {
    for (let c = 0; c < columns; c++) {
      const size = Math.abs(part[start + c] as number);
      if (size > (scales[c] as number)) scales[c] = size;
    }
  }
  for (let c = 0; c < columns; c++) scales[c] = (scales[c] || 1) / INT8_MAX;
}
