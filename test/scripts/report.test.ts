import { expect, test } from 'vitest';
import { spread } from '../../scripts/report/axes.ts';
import { dotPlot, linePlot, reliabilityPlot, stackedBars } from '../../scripts/report/charts.ts';
import { picturesOf } from '../../scripts/report/figures.ts';
import { reportPage } from '../../scripts/report/page.ts';
import { type ReportRow, readRows } from '../../scripts/report/rows.ts';
import { linearScale, logScale, shortNumber } from '../../scripts/report/scales.ts';
import { asFile } from '../../scripts/report/svg.ts';

const HOSTILE = `<script>alert("x")</script> & 'so' \u0007`;
const whole = { low: 0.8, high: 0.95, n: 120 };

/** The numbers of an attribute of every element of that class. */
function attributes(svg: string, kind: string, name: string): number[] {
  const pattern = new RegExp(`<[^>]*class="${kind}"[^>]*>`, 'gu');
  return Array.from(svg.matchAll(pattern), ([tag]) =>
    Number(new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1]),
  );
}

test('what is written of retrieval is drawn, without intervals and with what it is compared with', () => {
  const figure = { table: 'Retrieval', set: 'cranfield', n: 225, low: null, high: null };
  const lines = [
    { ...figure, row: 'BM25', measure: 'nDCG@10', value: 0.4893, target: 0.49 },
    { ...figure, row: 'fused', measure: 'nDCG@10', value: 0.554, target: 0.546 },
    { ...figure, row: 'fused', measure: 'recall@10', value: 0.484, target: null },
  ];
  const rows = readRows(lines.map((line) => JSON.stringify(line)).join('\n'), 'retrieval.jsonl');
  const page = reportPage({ rows, made: '2024-03-05' });
  expect(page).toContain('cranfield: nDCG@10');
  expect(page).toContain('cranfield: recall@10');
  expect(page).toContain('0.489 &lt; 0.49 n=225');
  expect(page).not.toMatch(/NaN|undefined|null/u);
});

test('equal steps are equally long, and the ticks are round and hold everything', () => {
  const { place, ticks } = linearScale([0.13, 0.87], 100, 300);
  expect(ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect([place(0), place(0.5), place(1)]).toEqual([100, 200, 300]);
  expect(linearScale([], 0, 10).ticks.length).toBeGreaterThan(1);
  for (const tick of linearScale([3, 3], 0, 10).ticks) expect(Number.isFinite(tick)).toBe(true);
  expect(linearScale([0, 1], 300, 100).place(1)).toBe(100);
});

test('equal ratios are equally long, and what is not over nothing stands at the edge', () => {
  const { place, ticks } = logScale([1_000, 100_000], 0, 200);
  expect(ticks).toEqual([1_000, 10_000, 100_000]);
  expect([place(1_000), place(10_000), place(100_000), place(0)]).toEqual([0, 100, 200, 0]);
  expect(logScale([50, 50], 0, 10).ticks).toEqual([10, 100]);
});

test.each([
  [0.123456, '0.123'],
  [1.5, '1.5'],
  [42, '42'],
  [1_234, '1,234'],
  [100_000, '100k'],
  [2_500_000, '2.5M'],
])('%d is written as %s', (value, text) => expect(shortNumber(value)).toBe(text));

test('words that would lie on each other are moved apart, in their order', () => {
  expect(spread([10, 12, 50], 15)).toEqual([10, 25, 50]);
  expect(spread([30, 10], 5)).toEqual([30, 10]);
});

test('a dot stands between the ends of its whisker, and one that misses its target is marked', () => {
  const dots = [
    { label: 'met', value: 0.9, ...whole, target: 0.85 },
    { label: 'missed', value: 0.9, ...whole, target: 0.97 },
  ];
  const svg = dotPlot({ title: 'precision', dots });
  const [at = 0] = attributes(svg, 'dot', 'cx');
  const [from = 0, to = 0] = [attributes(svg, 'whisker', 'x1')[0], attributes(svg, 'whisker', 'x2')[0]];
  expect(from).toBeLessThan(at);
  expect(at).toBeLessThan(to);
  const [under = 0, over = 0] = attributes(svg, 'target', 'x1');
  expect(under).toBeLessThan(at);
  expect(over).toBeGreaterThan(at);
  expect(svg.match(/is-missed/gu)).toHaveLength(1);
  expect(svg).toMatch(/<g class="is-missed"><text[^>]*>missed<\/text>/u);
  expect(svg).toContain('0.900 &lt; 0.97 n=120');
});

test('curves run from the smallest to the largest, whatever the order of the figures', () => {
  const at = (x: number, y: number) => ({ x, y, low: y - 1, high: y + 1 });
  const series = [{ name: 'ours', points: [at(10_000, 20), at(100, 5), at(0, 3)] }];
  const svg = linePlot({ title: 'time', x: 'passages', y: 'ms', series });
  const places = attributes(svg, 'point', 'cx');
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).toHaveLength(2);
  const [low = 0, high = 0] = attributes(svg, 'point', 'cy');
  expect(low).toBeGreaterThan(high);
  expect(svg).toContain('class="band"');
});

test('parts of a bar lie end to end', () => {
  const bars = [{ label: 'one article', values: [1, 2, 3] }];
  const svg = stackedBars({ title: 'parts', unit: 'ms', parts: ['a', 'b', 'c'], bars });
  const from = attributes(svg, 'bar', 'x').slice(0, 3);
  const width = attributes(svg, 'bar', 'width').slice(0, 3);
  expect(from[1]).toBeCloseTo((from[0] ?? 0) + (width[0] ?? 0), 1);
  expect(from[2]).toBeCloseTo((from[1] ?? 0) + (width[1] ?? 0), 1);
  expect((width[2] ?? 0) / (width[0] ?? 1)).toBeCloseTo(3, 1);
});

test('nothing that is written into a picture becomes markup', () => {
  const dot = { label: HOSTILE, value: 0.5, ...whole, target: null };
  const pictures = [
    dotPlot({ title: HOSTILE, dots: [dot] }),
    linePlot({
      title: HOSTILE,
      x: HOSTILE,
      y: HOSTILE,
      series: [{ name: HOSTILE, points: [{ x: 1, y: 1, low: null, high: null }] }],
    }),
    stackedBars({ title: HOSTILE, unit: HOSTILE, parts: [HOSTILE], bars: [{ label: HOSTILE, values: [1] }] }),
    reliabilityPlot({ title: HOSTILE, bins: [{ expected: 0.5, right: 0.5, ...whole }] }),
  ];
  for (const svg of pictures) {
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0007');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*aria-label="/u);
  }
});

test.each([
  ['dots', dotPlot({ title: 'empty', dots: [] })],
  ['curves', linePlot({ title: 'empty', x: '', y: '', series: [{ name: 'none', points: [] }] })],
  ['bars', stackedBars({ title: 'empty', unit: '', parts: [], bars: [] })],
  ['bins', reliabilityPlot({ title: 'empty', bins: [] })],
])('%s of nothing say so, and hold no number that is none', (_, svg) => {
  expect(svg).toContain('Nothing was measured.');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
});

test('a picture as a file has its style in it, for light and dark', () => {
  const svg = asFile(dotPlot({ title: 'a', dots: [{ label: 'b', value: 1, ...whole, target: null }] }));
  expect(svg.startsWith('<?xml')).toBe(true);
  expect(svg).toMatch(/<svg [^>]*><style>.*prefers-color-scheme:dark/su);
});

const LINES = [
  {
    table: 'Quotations',
    set: 'own',
    row: 'direct',
    measure: 'precision',
    value: 0.9,
    ...whole,
    target: 0.97,
  },
  { table: 'Quotations', set: 'own', row: 'all', measure: 'precision', value: 0.9, ...whole, target: null },
  { table: 'Reliability', set: 'own', row: '0.9 to 1', measure: 'speaker right', value: 0.96, ...whole },
  { table: 'Reliability', set: 'own', row: '0.9 to 1', measure: 'mean confidence', value: 0.95, n: 120 },
  ...[1_000, 10_000].flatMap((size) => [
    {
      table: 'Answering',
      row: `${size} passages`,
      measure: 'text to answer, p50',
      value: size / 500,
      unit: 'ms',
      size,
    },
    { table: 'Answering', row: `${size} passages`, measure: 'of it rank, p50', value: 3, unit: 'ms', size },
    { table: 'Answering', row: `${size} passages`, measure: 'of it embed, p50', value: 4, unit: 'ms', size },
    {
      table: 'Answering',
      row: `${size} passages`,
      measure: 'beside it',
      value: 1.4,
      unit: '×',
      size,
      target: '<= 1.5',
    },
  ]),
];
const asLines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

test('rows are read with their targets, and what is none is named by file and line', () => {
  const rows = readRows(asLines(LINES), 'a.jsonl');
  expect(rows).toHaveLength(LINES.length);
  expect(rows[0]).toMatchObject({ target: { kind: 'at-least', value: 0.97 }, unit: null, size: null });
  expect(rows.at(-1)).toMatchObject({ target: { kind: 'at-most', value: 1.5 }, set: null, unit: '×' });
  expect(() => readRows(`${asLines(LINES)}\n{"table":"x"}`, 'a.jsonl')).toThrow(
    `a.jsonl, line ${LINES.length + 1}`,
  );
  expect(() => readRows('no json', 'b.jsonl')).toThrow('b.jsonl, line 1');
});

test('each table gets the pictures that suit it', () => {
  const rows = readRows(asLines(LINES), 'a.jsonl');
  const of = (table: string) =>
    picturesOf(
      table,
      rows.filter((row: ReportRow) => row.table === table),
    )
      .map(({ svg }) => svg)
      .join('');
  expect(of('Quotations')).toContain('own, direct');
  expect(of('Reliability')).toContain('class="perfect"');
  expect(of('Answering')).toContain('Answering: time by part');
  expect(of('Answering')).toMatch(/aria-label="Answering, ms\. text to answer, p50: 2 at 1,000, 20 at 10k"/u);
});

test('the page tells how many targets are reached, and loads and runs nothing', () => {
  const page = reportPage({ rows: readRows(asLines(LINES), 'a.jsonl'), made: HOSTILE });
  expect(page).toContain(`${LINES.length} figures; of 3 with a target, 2 reach it.`);
  expect(page).not.toMatch(/<script|src=|href="http|url\(|@import/u);
  expect(page).toContain('0.97 missed');
  expect(reportPage({ rows: [], made: 'now' })).toContain('Nothing was measured yet.');
});
