import { type Bin, dotPlot, linePlot, reliabilityPlot, type Series, stackedBars } from './charts.ts';
import { type ReportRow, targetWords } from './rows.ts';

const EXPECTED = 'mean confidence';
/** A bench names the parts of an answer's time so: "of it rank, p50". */
const PART = /^of it (\p{L}+)/u;

export interface Drawn {
  readonly title: string;
  readonly svg: string;
}

/** The pictures of one table, whichever suit its rows. */
export function picturesOf(table: string, rows: readonly ReportRow[]): Drawn[] {
  if (rows.some(({ measure }) => measure === EXPECTED)) return reliabilityPictures(rows);
  if (rows.some(({ set }) => set !== null)) return sharePictures(rows);
  return [...partPictures(table, rows), ...growthPictures(table, rows)];
}

/** One picture for each measure, of what has a target or of all kinds together; then one for each set. */
function sharePictures(rows: readonly ReportRow[]): Drawn[] {
  const overview = [...groupBy(rows, ({ measure }) => measure)].map(([measure, own]) => {
    const aimed = own.filter(({ target }) => target !== null);
    const wholes = own.filter(({ row }) => row === 'all');
    const shown = [aimed, wholes, own].find(({ length }) => length > 0) ?? [];
    return sharePicture(measure, shown, ({ set, row }) => (row === 'all' ? `${set}` : `${set}, ${row}`));
  });
  const single = [...groupBy(rows, ({ set, measure }) => `${set}: ${measure}`)].flatMap(([title, own]) => {
    const kinds = own.filter(({ row }) => row !== 'all');
    return kinds.length > 0 ? [sharePicture(title, kinds, ({ row }) => row)] : [];
  });
  return [...overview, ...single];
}

function sharePicture(title: string, rows: readonly ReportRow[], labelOf: (row: ReportRow) => string): Drawn {
  const dots = rows.map((row) => ({
    label: labelOf(row),
    value: row.value,
    low: row.low,
    high: row.high,
    n: row.n,
    target: row.target?.kind === 'at-least' ? row.target.value : null,
  }));
  return { title, svg: dotPlot({ title, dots }) };
}

function reliabilityPictures(rows: readonly ReportRow[]): Drawn[] {
  return [...groupBy(rows, ({ set }) => set ?? '')].map(([set, own]) => {
    const expected = new Map(
      own.filter(({ measure }) => measure === EXPECTED).map(({ row, value }) => [row, value]),
    );
    const bins: Bin[] = own.flatMap(({ row, measure, value, low, high, n }) => {
      const mean = expected.get(row);
      return measure === EXPECTED || mean === undefined
        ? []
        : [{ expected: mean, right: value, low, high, n }];
    });
    return { title: `confidence, ${set}`, svg: reliabilityPlot({ title: set, bins }) };
  });
}

/** Where the time of an answer goes. */
function partPictures(table: string, rows: readonly ReportRow[]): Drawn[] {
  const named = rows.flatMap((row) => {
    const part = PART.exec(row.measure)?.[1];
    return part === undefined ? [] : [{ ...row, part }];
  });
  if (named.length === 0) return [];
  const parts = [...new Set(named.map(({ part }) => part))];
  const bars = [...groupBy(named, ({ row }) => row)].map(([label, own]) => ({
    label,
    values: parts.map((part) => own.find((each) => each.part === part)?.value ?? 0),
  }));
  const title = `${table}: time by part`;
  return [{ title, svg: stackedBars({ title, unit: named[0]?.unit ?? '', parts, bars }) }];
}

/** What grows with the size: one picture for each unit. */
function growthPictures(table: string, rows: readonly ReportRow[]): Drawn[] {
  const growing = rows.filter(({ size, measure }) => size !== null && size > 0 && !PART.test(measure));
  return [...groupBy(growing, ({ unit }) => unit ?? '')].flatMap(([unit, own]) => {
    const series: Series[] = [...groupBy(own, seriesName)]
      .map(([name, values]) => ({
        name,
        points: values.map(({ size, value, low, high }) => ({ x: size ?? 0, y: value, low, high })),
      }))
      .filter(({ points }) => new Set(points.map(({ x }) => x)).size > 1);
    if (series.length === 0) return [];
    const heights = series.flatMap(({ points }) => points.map(({ y }) => y));
    const isYLog = Math.min(...heights) > 0 && Math.max(...heights) / Math.min(...heights) > 30;
    const title = `${table}${unit === '' ? '' : `, ${unit}`}`;
    return [
      {
        title,
        svg: linePlot({ title, x: 'size: passages, words, or questions at once', y: unit, series, isYLog }),
      },
    ];
  });
}

/** A row that is named by its size is no name of a curve. */
function seriesName({ row, measure, size }: ReportRow): string {
  return row.replaceAll(/[\s,]/gu, '').includes(String(size)) ? measure : `${row}, ${measure}`;
}

/** All figures of a table as rows of text: for those who want the numbers. */
export function cellsOf(rows: readonly ReportRow[]): { readonly head: string[]; readonly body: string[][] } {
  const hasSets = rows.some(({ set }) => set !== null);
  const head = [...(hasSets ? ['set'] : []), 'row', 'measure', 'value', 'interval', 'n', 'target'];
  const body = rows.map(({ set, row, measure, value, unit, low, high, n, target }) => [
    ...(hasSets ? [set ?? ''] : []),
    row,
    measure,
    `${exact(value)}${unit === null ? '' : ` ${unit}`}`,
    low === null || high === null ? '' : `${exact(low)} to ${exact(high)}`,
    n === null ? '' : String(n),
    target === null ? '' : targetWords(target),
  ]);
  return { head, body };
}

function exact(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Rows in groups, in the order in which the groups first appear. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
