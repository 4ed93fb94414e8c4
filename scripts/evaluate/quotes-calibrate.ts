import { confidenceClass } from '../../src/quotations/confidence.ts';
import { type Finding, MATCHED, nameRight, sourceRight } from './quotes-score.ts';
import { Share } from './statistics.ts';

/** Fewer findings than this say nothing about their class; the coarser class stands for them. */
const MIN_CELL = 8;
/** Findings of the coarser class that are added to each cell, so that small ones do not stand out by chance. */
const PRIOR = 8;
/** How many standard errors are taken off what was measured. */
const STANDARD_ERRORS = 2;
/** PolNeAR has no licence that lets numbers made from it ship. */
const CALIBRATED_ON = /^(?:own|gum-news)$/;

/** The source of src/quotations/confidence-table.ts, from the open sets. */
export function calibrationTable(findings: readonly Finding[]): string {
  const cells = new Map<string, Share>();
  for (const finding of findings) {
    const { quotation, gold, document, overlap } = finding;
    if (!CALIBRATED_ON.test(document.set) || quotation.speaker === null || quotation.pullQuoteOf !== null)
      continue;
    // Our gold has no acts whose content is a thing: they keep the confidence of what is not measured.
    if (quotation.rule === 'object') continue;
    // GUM calls the "I" inside the marks the source of many direct quotations: there the name decides.
    const right =
      gold !== null &&
      overlap >= MATCHED &&
      (sourceRight(document, gold, quotation) || nameRight(gold, quotation));
    const fine = confidenceClass(quotation, document.article.text);
    for (const key of [fine, `${quotation.rule} ${quotation.kind}`, quotation.rule]) {
      const share = cells.get(key) ?? new Share();
      share.count(right);
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
  // What few findings show by chance, on texts that rules were made with, does not hold on others.
  return value - STANDARD_ERRORS * Math.sqrt((value * (1 - value)) / (share.n + PRIOR));
}
