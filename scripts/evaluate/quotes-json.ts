import type { QuotationKind } from '../../src/quotations/quotation.ts';
import { type EvaluationRow, shareRows } from './json-rows.ts';
import { Figures, type Finding, KINDS, type Match, speakerRight } from './quotes-score.ts';
import { Share } from './statistics.ts';

const TABLE = 'Quotations';
const RELIABILITY = 'Reliability of confidence';
const MEASURES = {
  found8: 'found at overlap .8',
  found5: 'found at overlap .5',
  precision: 'precision',
  exact: 'boundaries exact',
  source: 'source phrase right',
  name: 'name right',
  role: 'role right',
} as const;
type Measure = keyof typeof MEASURES;

/** What should be reached on data that was not tuned to. */
const TARGETS: Readonly<Record<QuotationKind, Partial<Record<Measure, number>>>> = {
  direct: { found8: 0.97, precision: 0.97, source: 0.94, name: 0.95, role: 0.9 },
  mixed: { found8: 0.85, precision: 0.93, source: 0.88, name: 0.9, role: 0.9 },
  indirect: { found5: 0.65, precision: 0.8, source: 0.8, name: 0.85, role: 0.9 },
};
const PRONOUNS = 0.92;
/** The bin of the surest should be right at least as often. */
const SUREST = 0.95;
const BINS = [0, 0.3, 0.5, 0.7, 0.9, 1.01];

/** The figures of quotations as rows: each set by kind, and how far confidence can be trusted. */
export function quoteRows(matches: readonly Match[], findings: readonly Finding[]): EvaluationRow[] {
  const sets = new Set(matches.map(({ document }) => document.set));
  return [...sets].flatMap((set) => {
    const ownMatches = matches.filter(({ document }) => document.set === set);
    const ownFindings = findings.filter(({ document }) => document.set === set);
    return [...kindRows(set, ownMatches, ownFindings), ...reliabilityRows(set, ownFindings)];
  });
}

function kindRows(set: string, matches: readonly Match[], findings: readonly Finding[]): EvaluationRow[] {
  const all = new Figures();
  for (const match of matches) all.match(match);
  for (const finding of findings) all.finding(finding);
  const rows = KINDS.flatMap((kind) => {
    const figures = new Figures();
    for (const match of matches) if (match.gold.kind === kind) figures.match(match);
    for (const finding of findings) if (finding.quotation.kind === kind) figures.finding(finding);
    return figureRows(set, kind, figures, TARGETS[kind]);
  });
  const pronouns = all.nameByForm.get('pronoun') ?? new Share();
  const place = { table: TABLE, set, row: 'all', measure: 'pronoun resolved' };
  return [...rows, ...figureRows(set, 'all', all, {}), ...shareRows(place, pronouns, PRONOUNS)];
}

function figureRows(
  set: string,
  row: string,
  figures: Figures,
  targets: Partial<Record<Measure, number>>,
): EvaluationRow[] {
  return (Object.keys(MEASURES) as Measure[]).flatMap((measure) =>
    shareRows({ table: TABLE, set, row, measure: MEASURES[measure] }, figures[measure], targets[measure]),
  );
}

function reliabilityRows(set: string, findings: readonly Finding[]): EvaluationRow[] {
  return BINS.slice(1).flatMap((high, index) => {
    const low = BINS[index] ?? 0;
    const share = new Share();
    let sum = 0;
    for (const finding of findings) {
      const { confidence, speaker } = finding.quotation;
      if (speaker === null || confidence < low || confidence >= high) continue;
      share.count(speakerRight(finding));
      sum += confidence;
    }
    const place = { table: RELIABILITY, set, row: `${low} to ${Math.min(1, high)}` };
    const mean = { value: sum / Math.max(1, share.n), n: share.n, low: null, high: null, target: null };
    return [
      ...shareRows({ ...place, measure: 'speaker right' }, share, high > 1 ? SUREST : null),
      ...(share.n === 0 ? [] : [{ ...place, measure: 'mean confidence', ...mean }]),
    ];
  });
}
