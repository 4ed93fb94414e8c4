import { confidenceClass } from '../../src/quotations/confidence.ts';
import { type Finding, MATCHED, sourceRight } from './quotes-score.ts';
import { Share } from './statistics.ts';

/** Fewer findings than this say nothing about their class; the coarser class stands for them. */
const MIN_CELL = 12;
/** Findings of the coarser class that are added to each cell, so that small ones do not stand out by chance. */
const PRIOR = 8;
/** PolNeAR holds 30 times as much text as the sets with names; so they count more each. */
const WEIGHTS: readonly [RegExp, number][] = [
  [/^own$/, 6],
  [/^gum-news$/, 4],
  [/^polnear, tuning half$/, 1],
];

/** The source of src/quotations/confidence-table.ts, from the open sets. */
export function calibrationTable(findings: readonly Finding[]): string {
  const cells = new Map<string, Share>();
  for (const finding of findings) {
    const weight = WEIGHTS.find(([set]) => set.test(finding.document.set))?.[1] ?? 0;
    const { quotation, gold, document, overlap } = finding;
    if (weight === 0 || quotation.speaker === null || quotation.pullQuoteOf !== null) continue;
    const right = gold !== null && overlap >= MATCHED && sourceRight(document, gold, quotation);
    const fine = confidenceClass(quotation, document.article.text);
    for (const key of [fine, `${quotation.rule} ${quotation.kind}`, quotation.rule]) {
      const share = cells.get(key) ?? new Share();
      share.n += weight;
      if (right) share.right += weight;
      cells.set(key, share);
    }
  }
  const rows = [...cells]
    .filter(([, share]) => share.n >= MIN_CELL)
    .map(([key, share]) => `  '${key}': ${smoothed(key, share, cells).toFixed(2)},`)
    .sort();
  return [
    '/**',
    ' * How often the source phrase is right, by class of finding (see confidence.ts) and coarser: numbers measured by',
    ' * `npm run evaluate -- quotes --calibrate` on the sets that rules may be tuned on.',
    ' */',
    'export const PHRASE_RIGHT: Readonly<Record<string, number>> = {',
    ...rows,
    '};',
  ].join('\n');
}

function smoothed(key: string, share: Share, cells: ReadonlyMap<string, Share>): number {
  const [rule = '', kind = ''] = key.split(' ');
  const coarse = key.split(' ').length > 2 ? cells.get(`${rule} ${kind}`) : cells.get(rule);
  const base = coarse ? coarse.value : share.value;
  const value = (share.right + PRIOR * base) / (share.n + PRIOR);
  // One standard error is taken off: what few findings show by chance does not hold on other texts.
  return value - Math.sqrt((value * (1 - value)) / (share.n + PRIOR));
}
