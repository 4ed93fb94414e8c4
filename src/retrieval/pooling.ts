/** The mean of all rows, scaled to length 1: the vector of a text by sentence-transformers' recipe. */
export function meanOfRows(rows: Float32Array, dimension: number): Float32Array {
  const sum = new Float32Array(dimension);
  for (let start = 0; start < rows.length; start += dimension) {
    for (let d = 0; d < dimension; d++) sum[d] = (sum[d] as number) + (rows[start + d] as number);
  }
  return normalisedRows(sum, dimension);
}

/** A copy in which each row has length 1. A row of zeros stays as it is. */
export function normalisedRows(rows: Float32Array, dimension: number): Float32Array {
  const result = new Float32Array(rows.length);
  for (let start = 0; start < rows.length; start += dimension) {
    let squares = 0;
    for (let d = start; d < start + dimension; d++) squares += (rows[d] as number) ** 2;
    const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let d = start; d < start + dimension; d++) result[d] = (rows[d] as number) * factor;
  }
  return result;
}
