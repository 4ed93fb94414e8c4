/** A figure of an evaluation or of a bench, as their `--json` writes it: what one has not is null. */
export interface ReportRow {
  readonly table: string;
  /** Set of data; null for a bench. */
  readonly set: string | null;
  readonly row: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string | null;
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What grows: passages, words, questions at once; null for an evaluation. */
  readonly size: number | null;
  readonly target: Target | null;
}

/** What a value should be at least or at most. */
export interface Target {
  readonly kind: 'at-least' | 'at-most';
  readonly value: number;
}

/** Reads JSON Lines. Throws an Error with file and line where one is no figure. */
export function readRows(text: string, file: string): ReportRow[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const row = readRow(parsed(line));
    if (row) return [row];
    throw new Error(`${file}, line ${index + 1}: no figure with table, row, measure and value`);
  });
}

/** Whether a value reaches its target. */
export function reaches(value: number, { kind, value: wanted }: Target): boolean {
  return kind === 'at-least' ? value >= wanted : value <= wanted;
}

/** The target in words, "≥ 0.95". */
export function targetWords({ kind, value }: Target): string {
  return `${kind === 'at-least' ? '≥' : '≤'} ${value}`;
}

function readRow(fields: Record<string, unknown>): ReportRow | null {
  const { table, row, measure, value } = fields;
  if (typeof table !== 'string' || typeof row !== 'string' || typeof measure !== 'string') return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return {
    table,
    row,
    measure,
    value,
    set: typeof fields.set === 'string' ? fields.set : null,
    unit: typeof fields.unit === 'string' && fields.unit !== '' ? fields.unit : null,
    n: numberOf(fields.n),
    low: numberOf(fields.low),
    high: numberOf(fields.high),
    size: numberOf(fields.size),
    target: readTarget(fields.target),
  };
}

/** A number is a share to reach; a bench writes "<= 1.5". */
function readTarget(given: unknown): Target | null {
  if (typeof given === 'number') return { kind: 'at-least', value: given };
  const [, sign, value] = typeof given === 'string' ? (/^([<>])=\s*([\d.]+)/u.exec(given) ?? []) : [];
  if (sign === undefined) return null;
  return { kind: sign === '<' ? 'at-most' : 'at-least', value: Number(value) };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
