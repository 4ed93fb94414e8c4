import type { Article } from '../article/article.ts';
import type { Turn } from './alternation.ts';
import { floating } from './article-rules/floating.ts';
import { runOn } from './article-rules/run-on.ts';
import { type Assembly, allDrafts, assemble } from './assembly.ts';
import { readBlocks } from './blocks.ts';
import { confidenceOf } from './confidence.ts';
import { scanMarks } from './marks.ts';
import { linkPullQuotes } from './pull-quotes.ts';
import type { Quotation, QuotationKind, Speaker } from './quotation.ts';
import type { Claims, Draft } from './rule.ts';
import { SENTENCE_RULES } from './rules.ts';
import { readSentences } from './sentence.ts';
import { Register } from './speakers/register.ts';
import { type Place, type Resolved, Resolver } from './speakers/resolver.ts';
import { readTurns, turnSpeakers } from './turns.ts';
import { type View, viewSentence } from './view.ts';

/** How often the label of a turn names the speaker of a quotation, rounded down; measured like confidence-table.ts. */
const TURN_CONFIDENCE = 0.85;
/** The same without labels: the one who answers is found from the title or the introduction. */
const ALTERNATION_CONFIDENCE = 0.6;

/**
 * Every quotation of an article, in the order of its text. Pure; time grows in step with the length; never
 * throws, whatever the text.
 */
export function findQuotations(article: Article): Quotation[] {
  const blocks = readBlocks(article);
  const marked = scanMarks(article.text, blocks);
  const sentences = readSentences(article, blocks, marked);
  const turns = readTurns(article);
  const spoken = new Set(turns.flatMap(({ spans }) => spans.map(({ start }) => paragraphAt(article, start))));
  const views = sentences.map((sentence) => viewSentence(article, marked, sentence));
  const found = new Map(
    views
      .filter((view) => !spoken.has(view.sentence.paragraph))
      .map((view) => [view, applyRules(view)] as const),
  );
  const assembly = assemble(views, marked, found);
  for (const view of views) {
    if (spoken.has(view.sentence.paragraph)) for (const quote of view.quotes) assembly.silent.add(quote.id);
  }
  runOn(assembly);
  floating(assembly);
  const register = new Register(article.text, sentences);
  const quotations = speak(article, assembly, new Resolver(article, register, views));
  const turned = quoteTurns(article, register, turns);
  const all = [...quotations, ...turned].sort(byPosition);
  return [...all, ...linkPullQuotes(article, all)].sort(byPosition);
}

function applyRules(view: View): Draft[] {
  const claims: Claims = { quotes: new Set(), frames: new Set(), retold: [] };
  const drafts: Draft[] = [];
  for (const rule of SENTENCE_RULES) drafts.push(...rule.find(view, claims));
  return drafts;
}

/** A turn of a transcript is a direct quotation whose cue is the colon. */
function quoteTurns(article: Article, register: Register, turns: readonly Turn[]): Quotation[] {
  if (turns.length === 0) return [];
  const speakerOf = turnSpeakers(article, register, turns);
  return turns.map((turn) => quoteTurn(article, turn, speakerOf(turn)));
}

function quoteTurn(article: Article, turn: Turn, speaker: Speaker | null): Quotation {
  const start = turn.spans[0]?.start ?? 0;
  return {
    id: `${article.id}:${start}`,
    paragraph: article.paragraphs[turn.paragraph]?.n ?? null,
    spans: turn.spans,
    kind: 'direct',
    polarity: turn.asked ? 'asked' : 'said',
    speaker,
    mention: turn.label,
    cue: turn.colon,
    addressee: null,
    via: null,
    pullQuoteOf: null,
    confidence: !speaker ? 0.2 : turn.label ? TURN_CONFIDENCE : ALTERNATION_CONFIDENCE,
    rule: 'turn',
  };
}

/** Names the speaker of each draft, in the order in which a reader meets the frames. */
function speak(article: Article, assembly: Assembly, resolver: Resolver): Quotation[] {
  const ordered = allDrafts(assembly).toSorted((left, right) => frameAt(left) - frameAt(right));
  const speakers = new Map<Draft, Resolved | null>();
  for (const draft of ordered) {
    speakers.set(draft, draft.source ? resolver.resolve(draft.view, draft.source, placeOf(draft)) : null);
  }
  const seen = new Set<string>();
  const quotations: Quotation[] = [];
  for (const draft of ordered) {
    const via = draft.via ? (speakers.get(draft.via)?.speaker ?? null) : null;
    const quotation = finish(article, draft, speakers.get(draft) ?? null, via);
    const key = `${quotation.id} ${quotation.spans.at(-1)?.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    quotations.push(quotation);
  }
  return uniqueIds(quotations);
}

function placeOf({ rule, spans }: Draft): Place {
  return {
    inPassing: rule === 'noun-cue',
    told: rule === 'trailing-clause' ? (spans[0]?.start ?? null) : null,
  };
}

function frameAt(draft: Draft): number {
  const source = draft.source ? draft.view.tokens[draft.source.first]?.start : undefined;
  const frame = Math.min(source ?? Infinity, draft.cue?.start ?? Infinity);
  return Number.isFinite(frame) ? frame : (draft.spans[0]?.start ?? 0);
}

function finish(article: Article, draft: Draft, resolved: Resolved | null, via: Speaker | null): Quotation {
  const start = draft.spans[0]?.start ?? 0;
  const paragraph = article.paragraphs[paragraphAt(article, start)];
  const quotation = {
    id: `${article.id}:${start}`,
    paragraph: paragraph?.n ?? null,
    spans: draft.spans,
    kind: kindOf(draft),
    polarity: draft.polarity,
    speaker: resolved?.speaker ?? null,
    mention: resolved?.mention?.span ?? null,
    cue: draft.cue,
    addressee: draft.addressee ? article.text.slice(draft.addressee.start, draft.addressee.end) : null,
    via: via?.name ?? null,
    pullQuoteOf: null,
    rule: draft.rule,
  };
  return { ...quotation, confidence: confidenceOf(quotation, resolved, article.text) };
}

/** Index of the paragraph at an offset, by halving. */
function paragraphAt({ paragraphs }: Article, offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function kindOf(draft: Draft): QuotationKind {
  if (draft.marked) return 'direct';
  return draft.quotes.length > 0 ? 'mixed' : 'indirect';
}

/** Two quotations can begin at the same place (one retold within another): the later ones get a letter. */
function uniqueIds(quotations: readonly Quotation[]): Quotation[] {
  const used = new Map<string, number>();
  return quotations.map((quotation) => {
    const count = used.get(quotation.id) ?? 0;
    used.set(quotation.id, count + 1);
    return count === 0 ? quotation : { ...quotation, id: `${quotation.id}.${count + 1}` };
  });
}

function byPosition(left: Quotation, right: Quotation): number {
  return (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0);
}
