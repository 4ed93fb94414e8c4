import { confidenceClass } from '../../src/quotations/confidence.ts';
import { type Finding, MATCHED, nameRight, sourceRight } from './quotes-score.ts';
import { Share } from './statistics.ts';

/** Fewer findings than this say nothing about their class; the coarser class stands for them. */
const MIN_CELL = 8;
/** Findings of the coarser class that are added to each cell, so that small ones do not stand out by chance. */
const PRIOR = 8;
/** How many standard errors of the posterior are taken off its mean: the sets are those that rules were made with. */
const STANDARD_ERRORS = 1.5;
/** PolNeAR has no licence that lets numbers made from it ship. */
const CALIBRATED_ON = /^(?:own|gum-news)$/;

/** The key of all findings together. */
const EVERYTHING = '';

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
    for (const key of [fine, `${quotation.rule} ${quotation.kind}`, quotation.rule, EVERYTHING]) {
      const share = cells.get(key) ?? new Share();
      share.count(right);
      cells.set(key, share);
    }
  }
  const rows = [...cells]
    .filter(([key, share]) => share.n >= MIN_CELL && key !== EVERYTHING)
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

/** The mean of a Beta posterior whose prior is the coarser class's own, less what small numbers leave open. */
function smoothed(key: string, share: Share, cells: ReadonlyMap<string, Share>): number {
  const value = posteriorMean(key, share, cells);
  return value - STANDARD_ERRORS * Math.sqrt((value * (1 - value)) / (share.n + PRIOR));
}

/** The class of a finding, its rule and kind, its rule, all: each is drawn towards the next. */
function posteriorMean(key: string, share: Share, cells: ReadonlyMap<string, Share>): number {
  const coarser = coarserThan(key);
  const parent = coarser === null ? undefined : cells.get(coarser);
  if (coarser === null || parent === undefined) return share.value;
  return (share.right + PRIOR * posteriorMean(coarser, parent, cells)) / (share.n + PRIOR);
}

function coarserThan(key: string): string | null {
  if (key === EVERYTHING) return null;
  const [rule = '', kind = '', cue] = key.split(' ');
  if (cue !== undefined) return `${rule} ${kind}`;
  return kind === '' ? EVERYTHING : rule;
}
