import type { Article, Span } from '../article/article.ts';
import type { Complement } from './complement.ts';
import { type Frame, readFrames } from './frame.ts';
import { OPENERS } from './lexicon/words.ts';
import type { Marked } from './marks.ts';
import type { Sentence, Token } from './sentence.ts';
import type { Mention } from './speakers/mention.ts';
import { type Source, subjectBefore } from './subject.ts';
import { readVerbGroups, type VerbGroup } from './verb-group.ts';

/** A marked stretch as it stands among the tokens of a sentence. */
export interface QuoteInSentence {
  /** Index into the article's marked stretches. */
  readonly id: number;
  readonly first: number;
  readonly end: number;
}

/** One sentence with everything that the rules ask about it. */
export interface View {
  readonly article: Article;
  readonly marked: readonly Marked[];
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly frames: readonly Frame[];
  readonly quotes: readonly QuoteInSentence[];
  /** The subject of each verb group, as far as it was asked for. */
  readonly subjects: Map<VerbGroup, Source | null>;
  /** What each frame governs, as far as it was asked for. */
  readonly complements: Map<Frame, Complement | null>;
  /** What phrases say by themselves, as far as it was asked for. */
  readonly mentions: Map<Source, Mention>;
}

/** Reads one sentence for the rules. */
export function viewSentence(article: Article, marked: readonly Marked[], sentence: Sentence): View {
  const { tokens } = sentence;
  const groups = readVerbGroups(tokens, sentence.body);
  const subjects = new Map<VerbGroup, Source | null>();
  const frames = readFrames(tokens, groups, sentence.body, subjects);
  return {
    article,
    marked,
    sentence,
    tokens,
    groups,
    frames,
    quotes: quotesOf(tokens),
    subjects,
    complements: new Map(),
    mentions: new Map(),
  };
}

/** The subject of a verb group, read once. */
export function subjectOf(view: View, group: VerbGroup): Source | null {
  const known = view.subjects.get(group);
  if (known !== undefined) return known;
  const subject = subjectBefore(view.tokens, group, view.sentence.body);
  view.subjects.set(group, subject);
  return subject;
}

function quotesOf(tokens: readonly Token[]): QuoteInSentence[] {
  const quotes: QuoteInSentence[] = [];
  for (let at = 0; at < tokens.length; ) {
    const id = tokens[at]?.quote ?? -1;
    let end = at + 1;
    while (end < tokens.length && tokens[end]?.quote === id) end++;
    if (id >= 0) quotes.push({ id, first: at, end });
    at = end;
  }
  return quotes;
}

/** The article's words from one token to another, marks at the edges included, closing full stop not. */
export function clauseSpan(view: View, first: number, end: number): Span | null {
  let from = first;
  let to = end;
  while (from < to && isEdge(view.tokens[from])) from++;
  while (to > from && isEdge(view.tokens[to - 1])) to--;
  const opening = view.tokens[from];
  const closing = view.tokens[to - 1];
  if (!opening || !closing || to <= from) return null;
  const openMark = opening.quote >= 0 ? view.marked[opening.quote] : undefined;
  const closeMark = closing.quote >= 0 ? view.marked[closing.quote] : undefined;
  const atOpen = openMark && opening.start <= openMark.inner.start;
  const atClose = closeMark && (view.tokens[to]?.quote ?? -1) !== closing.quote;
  return {
    start: atOpen ? openMark.outer.start : opening.start,
    end: atClose ? closeMark.outer.end : closing.end,
  };
}

function isEdge(token: Token | undefined): boolean {
  return token !== undefined && token.quote < 0 && /^[.,;:!?…—–-]+$/u.test(token.text) && token.text !== '…';
}

/** The words of a token range. */
export function tokenSpan(view: View, first: number, end: number): Span | null {
  const opening = view.tokens[first];
  const closing = view.tokens[end - 1];
  return opening && closing && end > first ? { start: opening.start, end: closing.end } : null;
}

/** Whether the tokens of a range, punctuation aside, all stand in marks. */
export function allMarked(view: View, first: number, end: number): boolean {
  let any = false;
  for (let at = first; at < end; at++) {
    const token = view.tokens[at];
    if (!token) continue;
    if (token.quote >= 0) any = true;
    else if (token.tag !== 'PUNCT') return false;
  }
  return any;
}

/** Whether nothing but punctuation stands outside marks. */
export function onlyMarked(view: View): boolean {
  return view.tokens.every(({ quote, tag }) => quote >= 0 || tag === 'PUNCT');
}

/** Whether a verb stands in marks: "The “leaks will stop”, Lee said". */
export function hasMarkedVerb({ tokens }: View, from: number, to = tokens.length): boolean {
  return tokens.slice(from, to).some(({ quote, tag }) => quote >= 0 && /^(?:VERB|AUX)$/.test(tag));
}

/** Index of the first token from `from` on that stands outside marks and has such a text; else the end. */
export function outsideMarks({ tokens }: View, text: RegExp, from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token && token.quote < 0 && text.test(token.text)) return at;
  }
  return tokens.length;
}

/** Where the clause before a token begins: with the sentence, behind a semicolon or one of `edges`. */
export function clauseStart(view: View, before: number, edges: readonly number[] = []): number {
  const { tokens, sentence } = view;
  let start = sentence.body;
  for (let at = before - 1; at > start; at--) {
    if (tokens[at]?.text === ';' && (tokens[at]?.quote ?? -1) < 0) start = at + 1;
  }
  start = Math.max(start, ...edges);
  while (OPENERS.has(tokens[start]?.lower ?? '')) start++;
  return start;
}
