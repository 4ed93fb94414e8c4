/** The value that so many of 100 do not exceed; 0 where there is none. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * of) / 100) - 1)] ?? 0;
}

/** Milliseconds as they are read. */
export function millis(value: number): string {
  return `${Math.round(value)} ms`;
}

/** The slope of a line through points, by least squares. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count;
  const over = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** Waits until something holds; false where it did not within so many milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, most: number): Promise<boolean> {
  const latest = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > latest) return false;
    await new Promise((next) => setTimeout(next, 25));
  }
  return true;
}
