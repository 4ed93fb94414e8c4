/** One line of a batch: a thread of questions, or what is wrong with the line. */
export type BatchLine =
  | {
      readonly number: number;
      readonly id: string;
      readonly turns: readonly string[];
      readonly article: string | null;
    }
  | { readonly number: number; readonly problem: string };

/** Reads JSON Lines `{"id","turns":["…"],"article"?}`; blank lines do not count. */
export function readBatch(text: string): BatchLine[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
}

function readLine(line: string, number: number): BatchLine {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { number, problem: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null) return { number, problem: 'is no object' };
  const { id, turns, article }: { id?: unknown; turns?: unknown; article?: unknown } = value;
  if (typeof id !== 'string' && typeof id !== 'number') return { number, problem: 'has no "id"' };
  if (!Array.isArray(turns) || turns.length === 0 || !turns.every((turn) => typeof turn === 'string')) {
    return { number, problem: 'has no "turns", a list of questions' };
  }
  if (article !== undefined && article !== null && typeof article !== 'string')
    return { number, problem: '"article" is not an id' };
  return { number, id: String(id), turns, article: article ?? null };
}
