import { writeFileSync } from 'node:fs';
import { fromWhereTheyStand } from '../command-line.ts';
import { type Share, wilson } from './statistics.ts';

/** One figure of an evaluation, as `--json FILE` writes it, a line each. */
export interface EvaluationRow {
  readonly table: string;
  readonly set: string;
  readonly row: string;
  readonly measure: string;
  /** A share from 0 to 1. */
  readonly value: number;
  /** Number of cases; null where it is no share of cases. */
  readonly n: number | null;
  /** 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** What it should reach at least; null: nothing was asked. */
  readonly target: number | null;
}

export type Place = Pick<EvaluationRow, 'table' | 'set' | 'row' | 'measure'>;

/** The row of a share with its interval; none where nothing was counted. */
export function shareRows(place: Place, share: Share, target: number | null = null): EvaluationRow[] {
  if (share.n === 0) return [];
  const { low, high } = wilson(share);
  return [{ ...place, value: share.value, n: share.n, low, high, target }];
}

/** Writes rows as JSON Lines. Throws where the file cannot be written. */
export function writeRows(file: string, rows: readonly EvaluationRow[]): void {
  writeFileSync(fromWhereTheyStand(file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
