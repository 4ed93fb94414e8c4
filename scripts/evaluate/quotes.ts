import { parseArgs } from 'node:util';
import { findQuotations } from '../../src/quotations/find.ts';
import type { Quotation } from '../../src/quotations/quotation.ts';
import { tag } from '../../src/quotations/tagger.ts';
import { writeRows } from './json-rows.ts';
import { calibrationTable } from './quotes-calibrate.ts';
import { type GoldDocument, readGold } from './quotes-data.ts';
import { describedMisses, describedTable } from './quotes-described.ts';
import { quoteRows } from './quotes-json.ts';
import { reopenedParagraphs } from './quotes-reopened.ts';
import {
  boundariesExact,
  compare,
  Figures,
  type Finding,
  KINDS,
  MATCHED,
  type Match,
  nameRight,
  roleRight,
  sourceRight,
  speakerRight,
} from './quotes-score.ts';
import { fraction, poolSmall, Share, show, table } from './statistics.ts';

/** Misses that `--show` prints, each a test of a match; "precision" is about findings. */
const MISSES: Readonly<Record<string, (match: Match) => boolean>> = {
  found: ({ overlap }) => overlap < 0.5,
  found8: ({ overlap }) => overlap < 0.8,
  boundaries: ({ document, gold, best, overlap }) =>
    best !== null && overlap >= MATCHED && !boundariesExact(document.article.text, gold.spans, best.spans),
  source: ({ document, gold, best, overlap }) =>
    best !== null && overlap >= MATCHED && gold.source !== null && !sourceRight(document, gold, best),
  name: ({ gold, best, overlap }) =>
    best !== null && overlap >= MATCHED && gold.names !== null && !nameRight(gold, best),
  role: ({ gold, best, overlap }) =>
    best !== null && overlap >= MATCHED && gold.role !== null && !roleRight(gold, best),
  polarity: ({ gold, best, overlap }) =>
    best !== null && overlap >= MATCHED && gold.polarity !== null && gold.polarity !== best.polarity,
};

/** `npm run evaluate -- quotes [--data FILE…] [--show KIND] [--kind direct|mixed|indirect] [--set NAME] [--limit N] [--json FILE]` */
export function evaluateQuotes(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', multiple: true },
      show: { type: 'string' },
      kind: { type: 'string' },
      set: { type: 'string' },
      limit: { type: 'string' },
      calibrate: { type: 'boolean' },
      json: { type: 'string' },
    },
  });
  const known = ['precision', 'description', ...Object.keys(MISSES)];
  if (values.show !== undefined && !known.includes(values.show)) {
    console.error(`evaluate quotes: --show ${values.show}: name one of ${known.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const documents = readGold(values.data ?? []).filter(
    ({ set }) => values.set === undefined || set === values.set,
  );
  const results = documents.map((document) => ({ document, quotations: findQuotations(document.article) }));
  const compared = results.map(({ document, quotations }) => compare(document, quotations));
  const matches = compared.flatMap((result) => result.matches);
  const findings = compared.flatMap((result) => result.findings);
  if (values.calibrate) {
    console.log(calibrationTable(findings));
    return;
  }
  if (values.show === 'description') {
    console.log(describedMisses().join('\n'));
    return;
  }
  if (values.show !== undefined) {
    const limit = Number(values.limit ?? 40);
    printMisses(values.show, values.kind ?? null, matches, findings, limit);
    return;
  }
  if (values.json !== undefined) writeRows(values.json, quoteRows(matches, findings));
  const sets = [...new Set(documents.map(({ set }) => set))];
  for (const set of sets) printSet(set, matches, findings);
  printRules(findings);
  for (const set of sets) printReliability(set, findings);
  console.log(`\n## speakers without a name\n${describedTable()}`);
  printReopened();
  printPullQuotes(results);
  printSpeed(documents);
}

function printSet(set: string, matches: readonly Match[], findings: readonly Finding[]): void {
  const rows = [
    [
      'kind',
      'found .3',
      'found .5',
      'found .8',
      'precision',
      'precision .3',
      'exact',
      'source',
      'name',
      'role',
    ],
  ];
  const all = new Figures();
  for (const kind of KINDS) {
    const figures = new Figures();
    for (const match of matches) {
      if (match.document.set !== set || match.gold.kind !== kind) continue;
      figures.match(match);
      all.match(match);
    }
    for (const finding of findings) {
      if (finding.document.set !== set || finding.quotation.kind !== kind) continue;
      figures.finding(finding);
      all.finding(finding);
    }
    rows.push(row(kind, figures));
  }
  rows.push(row('all', all));
  const documents = new Set(
    matches.filter((match) => match.document.set === set).map((match) => match.document.article.id),
  );
  console.log(`\n## ${set} (${documents.size} articles)\n${table(rows)}`);
  const nested = matches.filter((match) => match.document.set === set && match.gold.nested);
  if (nested.length > 0) console.log(`of these inside another direct quotation: ${nested.length}`);
  const forms = poolSmall(all.byForm);
  console.log(`source by form: ${[...forms].map(([form, share]) => `${form} ${show(share)}`).join(' · ')}`);
  if (all.name.n > 0) {
    const named = poolSmall(all.nameByForm);
    console.log(`name by form: ${[...named].map(([form, share]) => `${form} ${show(share)}`).join(' · ')}`);
    const pronouns = all.nameByForm.get('pronoun');
    if (pronouns) console.log(`pronouns resolved: ${show(pronouns)}`);
  }
  if (all.polarity.n > 0) console.log(`polarity right: ${show(all.polarity)}`);
}

function row(kind: string, figures: Figures): string[] {
  const { found3, found5, found8, precision, precision3, exact, source, name, role } = figures;
  return [kind, ...[found3, found5, found8, precision, precision3, exact, source, name, role].map(show)];
}

function printRules(findings: readonly Finding[]): void {
  const rules = new Map<string, { fired: number; matched: Share; right: Share }>();
  for (const finding of findings) {
    const { rule } = finding.quotation;
    const entry = rules.get(rule) ?? { fired: 0, matched: new Share(), right: new Share() };
    entry.fired++;
    entry.matched.count(finding.overlap >= MATCHED);
    entry.right.count(speakerRight(finding));
    rules.set(rule, entry);
  }
  const rows = [['rule', 'fired', 'overlaps gold (.3)', 'speaker right']];
  for (const [rule, { fired, matched, right }] of [...rules].sort((a, b) => b[1].fired - a[1].fired)) {
    rows.push([rule, String(fired), show(matched), show(right)]);
  }
  console.log(`\n## rules, all sets\n${table(rows)}`);
}

function printReliability(set: string, findings: readonly Finding[]): void {
  const bins = [0.3, 0.5, 0.7, 0.9, 1.01];
  const rows = [['confidence', 'speaker right', 'mean confidence']];
  bins.forEach((high, index) => {
    const low = index === 0 ? 0 : (bins[index - 1] ?? 0);
    const share = new Share();
    let sum = 0;
    for (const finding of findings) {
      const { confidence, speaker } = finding.quotation;
      if (finding.document.set !== set || speaker === null || confidence < low || confidence >= high)
        continue;
      share.count(speakerRight(finding));
      sum += confidence;
    }
    rows.push([
      `${fraction(low, 1)} to ${high > 1 ? '1' : fraction(high, 1)}`,
      show(share),
      fraction(sum / Math.max(1, share.n), 2),
    ]);
  });
  console.log(`\n## reliability, ${set}\n${table(rows)}`);
}

function printReopened(): void {
  const share = reopenedParagraphs();
  if (share) console.log(`\nre-opened paragraphs joined: ${show(share)}`);
}

function printPullQuotes(
  results: readonly { document: GoldDocument; quotations: readonly Quotation[] }[],
): void {
  const own = results.filter(({ document }) => document.set.startsWith('own'));
  const linked = new Share();
  let invented = 0;
  for (const { document, quotations } of own) {
    const found = quotations.filter((quotation) => quotation.pullQuoteOf !== null);
    const golds = document.golds.filter((gold) => gold.pullQuote);
    for (const gold of golds) {
      const hit = found.find((quotation) =>
        boundariesExact(document.article.text, gold.spans, quotation.spans),
      );
      linked.count(hit !== undefined && nameRight(gold, hit));
    }
    invented += Math.max(0, found.length - golds.length);
  }
  if (own.length > 0) console.log(`pull quotes linked: ${show(linked)}, invented: ${invented}`);
}

const SPEED_ROUNDS = 7;

/** Tagger and everything take turns; of each the fastest round counts, so that other programs hardly do. */
function printSpeed(documents: readonly GoldDocument[]): void {
  const texts = documents.slice(0, 200);
  const tagAll = () => {
    for (const { article } of texts) tag(article.text);
  };
  const findAll = () => {
    for (const { article } of texts) findQuotations(article);
  };
  let tagging = Infinity;
  let finding = Infinity;
  for (let round = 0; round < SPEED_ROUNDS; round++) {
    tagging = Math.min(tagging, timed(tagAll));
    finding = Math.min(finding, timed(findAll));
  }
  const ratio = fraction(finding / tagging, 2);
  console.log(
    `\nspeed, ${texts.length} articles: tagger ${tagging.toFixed(0)} ms, everything ${finding.toFixed(0)} ms, ${ratio} times`,
  );
}

/** Milliseconds. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function printMisses(
  what: string,
  kind: string | null,
  matches: readonly Match[],
  findings: readonly Finding[],
  limit: number,
): void {
  const lines: string[] = [];
  if (what === 'precision') {
    for (const finding of findings) {
      if (!finding.document.open || finding.overlap > 0) continue;
      if (kind !== null && finding.quotation.kind !== kind) continue;
      lines.push(showFinding(finding));
    }
  } else {
    for (const match of matches) {
      if (!match.document.open || !MISSES[what]?.(match)) continue;
      if (kind !== null && match.gold.kind !== kind) continue;
      lines.push(showMatch(match));
    }
  }
  const step = Math.max(1, Math.floor(lines.length / limit));
  console.log(`${lines.length} misses`);
  for (let at = 0; at < lines.length && at / step < limit; at += step) console.log(lines[at]);
}

function showMatch({ document, gold, best, overlap }: Match): string {
  const { text } = document.article;
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map((span) => text.slice(span.start, span.end)).join(' // ');
  const start = Math.max(0, Math.min(...gold.spans.map((span) => span.start)) - 120);
  const end = Math.max(...gold.spans.map((span) => span.end)) + 100;
  const source =
    gold.source === null ? '–' : typeof gold.source === 'string' ? gold.source : words(gold.source);
  return [
    `--- ${document.article.id} ${gold.kind} ${gold.form} overlap ${fraction(overlap, 2)}`,
    `    in: ${text.slice(start, end).replace(/\s+/g, ' ')}`,
    `  gold: ${words(gold.spans)} | ${source} | ${gold.names?.join(' = ') ?? ''} | ${gold.role ?? ''} | ${gold.polarity ?? ''}`,
    best
      ? ` found: ${words(best.spans)} | ${best.mention ? words([best.mention]) : '–'} | ${best.speaker?.title ?? ''} <${best.speaker?.name ?? ''}> | ${best.speaker?.role ?? ''} | ${best.polarity} | ${best.rule}`
      : ' found: nothing',
  ].join('\n');
}

function showFinding({ document, quotation }: Finding): string {
  const { text } = document.article;
  const words = quotation.spans.map((span) => text.slice(span.start, span.end)).join(' // ');
  const start = Math.max(0, (quotation.spans[0]?.start ?? 0) - 120);
  const end = (quotation.spans.at(-1)?.end ?? 0) + 80;
  return `--- ${document.article.id} ${quotation.kind} ${quotation.rule} ${quotation.confidence} <${quotation.speaker?.name ?? ''}>\n    in: ${text.slice(start, end).replace(/\s+/g, ' ')}\n found: ${words}`;
}
