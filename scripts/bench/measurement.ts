import { table } from '../evaluate/statistics.ts';

/** One figure: `low` and `high` are the quartiles of its runs where it was run several times. */
export interface Measurement {
  readonly table: string;
  readonly row: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Number of passages, words or questions at once, where that is what grows. */
  readonly size: number | null;
  /** What it should reach, as "<= 1.5"; null where it is only told. */
  readonly target: string | null;
}

/** Where a value lies among several, in the order of size. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly p95: number;
  readonly p99: number;
}

/** Median, quartiles and the far end. Throws an Error where there is no value. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  return { median: at(0.5), low: at(0.25), high: at(0.75), p95: at(0.95), p99: at(0.99) };
}

/** Milliseconds that a piece of work takes, and what it gives. */
export async function timed<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ millis: number; result: Result }> {
  const from = performance.now();
  const result = await work();
  return { millis: performance.now() - from, result };
}

/** Measurements of one table in columns: a line for each row and measure. */
export function show(measurements: readonly Measurement[]): string {
  const names = Array.from(new Set(measurements.map((measurement) => measurement.table)));
  return names
    .map((name) => {
      const own = measurements.filter((measurement) => measurement.table === name);
      const rows = own.map(({ row, measure, value, unit, low, high, target }) => [
        row,
        measure,
        `${round(value)} ${unit}`.trim(),
        low === null || high === null ? '' : `${round(low)} … ${round(high)}`,
        target === null ? '' : `${target} ${meets(value, target) ? 'yes' : 'NO'}`,
      ]);
      return `${name}\n${table([['what', 'measure', 'median', 'quartiles', 'target'], ...rows])}\n`;
    })
    .join('\n');
}

/** Whether a value reaches a target like "<= 1.5". */
export function meets(value: number, target: string): boolean {
  const [, sign, number] = /^(<=|>=)\s*([\d.]+)$/u.exec(target) ?? [];
  if (sign === undefined) throw new Error(`a target must be <= or >= a number: ${target}`);
  return sign === '<=' ? value <= Number(number) : value >= Number(number);
}

function round(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 4));
}
