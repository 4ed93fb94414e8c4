/** So many of so many. */
export class Share {
  right = 0;
  n = 0;

  count(right: boolean): void {
    this.n++;
    if (right) this.right++;
  }

  add(other: Share): void {
    this.right += other.right;
    this.n += other.n;
  }

  get value(): number {
    return this.n === 0 ? Number.NaN : this.right / this.n;
  }
}

/** Cells with fewer cases than this say too little alone and are pooled. */
export const SMALL_CELL = 50;

/** 95 % interval of a share by Wilson's method, as fractions; z = 1.96. */
export function wilson({ right, n }: { right: number; n: number }): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const p = right / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** ".953 [.93, .97] n=213", or a dash where nothing was counted. */
export function show(share: Share): string {
  if (share.n === 0) return '–';
  const { low, high } = wilson(share);
  return `${fraction(share.value)} [${fraction(low, 2)}, ${fraction(high, 2)}] n=${share.n}`;
}

/** A fraction without its leading zero. */
export function fraction(value: number, digits = 3): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits).replace(/^0\./, '.');
}

/** Cells of fewer than SMALL_CELL cases added up under one name; the others as they are. */
export function poolSmall(cells: ReadonlyMap<string, Share>, pooledName = 'other'): Map<string, Share> {
  const pooled = new Map<string, Share>();
  const rest = new Share();
  for (const [name, share] of cells) {
    if (share.n >= SMALL_CELL) pooled.set(name, share);
    else rest.add(share);
  }
  if (rest.n > 0) pooled.set(pooledName, rest);
  return pooled;
}

/** A plain table: columns padded to their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
