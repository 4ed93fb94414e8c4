import { agentBetween, sourceOf } from '../agent.ts';
import { draftOf, type TokenRange } from '../draft.ts';
import { DOCUMENT_NOUNS, singular } from '../lexicon/nouns.ts';
import { RELATIVES } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import type { Source } from '../subject.ts';
import { clauseStart, hasMarkedVerb, tokenSpan, type View } from '../view.ts';

const NAME = 'according-to';

/**
 * "According to X, …" and "…, according to X": no verb, the preposition is the cue. Where X is a report by
 * somebody ("according to reports by the coast guard"), that somebody speaks.
 */
export const accordingTo: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const { tokens } = view;
    const drafts: Draft[] = [];
    for (let at = view.sentence.body; at + 2 < tokens.length; at++) {
      const length = cueLength(view, at);
      if (length === 0) continue;
      const source = sourceAt(view, at + length, opensClause(view, at));
      if (!source) continue;
      const ranges = contentOf(view, at, source.fullEnd);
      const draft =
        ranges &&
        draftOf(NAME, view, ranges, null, {
          cue: tokenSpan(view, at, at + length),
          source,
        });
      if (!draft) continue;
      for (const quote of draft.quotes) claims.quotes.add(quote);
      drafts.push(draft);
      at = source.fullEnd;
    }
    return drafts;
  },
};

const ACCORDING_TO = ['according', 'to'];
const IN_THE_WORDS_OF = ['in', 'the', 'words', 'of'];

/** How many words the cue has, or 0 where none stands: "according to", "in the words of". */
function cueLength({ tokens }: View, at: number): number {
  const opening = tokens[at]?.lower;
  if (opening !== 'according' && opening !== 'in') return 0;
  const cue = opening === 'in' ? IN_THE_WORDS_OF : ACCORDING_TO;
  const stands = cue.every((word, offset) => {
    const token = tokens[at + offset];
    return token?.lower === word && token.quote < 0;
  });
  return stands ? cue.length : 0;
}

const REPORTS =
  /^(?:report|reports|figures|data|estimates|accounts|account|statement|documents|records|statistics|research|study|survey|poll|analysis|testimony|comments|information|numbers)$/;

function sourceAt(view: View, first: number, opening: boolean): Source | null {
  const { tokens } = view;
  const phrase = readNounPhrase(tokens, first);
  if (!phrase) return null;
  const thing = isDocument(tokens[phrase.head]?.lower ?? '');
  const fullEnd = asideEnd(view, phrase.end, opening, thing);
  const whole = { ...sourceOf(phrase), fullEnd };
  if (!REPORTS.test(tokens[phrase.head]?.lower ?? '')) return whole;
  const agent = agentBetween(tokens, /^(?:by|from)$/, phrase.head + 1, phrase.head + 3);
  return agent ? { ...agent, fullEnd: Math.max(fullEnd, agent.fullEnd) } : whole;
}

/** The apposition or relative clause behind the name, to its closing comma or the end of the sentence. */
function asideEnd(view: View, at: number, initial: boolean, thing: boolean): number {
  const { tokens } = view;
  if (tokens[at]?.text !== ',') return at;
  const next = tokens[at + 1];
  const aside =
    next &&
    (/^(?:a|an|the|who|which|whose|one)$/.test(next.lower) || (next.tag === 'NOUN' && SMALL.test(next.text)));
  // "According to a summary, Ann Lee, an aide, left": nobody is a summary.
  if (!aside && !(initial && !thing && appositionCloses(view, at))) return at;
  for (let end = at + 1; end < tokens.length; end++) {
    if ((tokens[end]?.quote ?? -1) >= 0) return at;
    if (/^[,.;]$/.test(tokens[end]?.text ?? '')) {
      if (initial && (tokens[end]?.text !== ',' || isClause(view, at + 1, end))) return at;
      return end;
    }
  }
  return initial ? at : tokens.length;
}

function isDocument(noun: string): boolean {
  return DOCUMENT_NOUNS.has(noun) || DOCUMENT_NOUNS.has(singular(noun));
}

const SMALL = /^\p{Ll}/u;

/** "According to Lee, the judge laughed, and …": an apposition has a verb only behind a relative pronoun. */
function isClause({ tokens, groups }: View, first: number, end: number): boolean {
  const relative = tokens.slice(first, end).some(({ lower }) => RELATIVES.has(lower));
  return !relative && groups.some(({ form, verb }) => form === 'finite' && verb >= first && verb < end);
}

/** "According to the coach, Ann Lee, they …": a name between two commas. */
function appositionCloses(view: View, at: number): boolean {
  const phrase = readNounPhrase(view.tokens, at + 1);
  return (
    phrase !== null && view.tokens[phrase.head]?.tag === 'PROPN' && view.tokens[phrase.end]?.text === ','
  );
}

/** "According to Lee, …", "But according to Lee …", "…, and, according to Lee, …": the content stands behind. */
function opensClause({ tokens, sentence }: View, cue: number): boolean {
  const before = cue - sentence.body;
  const opener = tokens[cue - 1]?.text === ',' ? cue - 2 : cue - 1;
  return (
    before <= 0 ||
    (before <= 2 && tokens[cue - 1]?.text !== ',') ||
    /^(?:[:;]|but|and|while|that|which|when|where|because|since|who)$/.test(tokens[opener]?.lower ?? '')
  );
}

function contentOf(view: View, cue: number, afterSource: number): TokenRange[] | null {
  const { tokens } = view;
  if (opensClause(view, cue)) {
    let first = afterSource;
    // "According to Lee, however, it rained".
    if (tokens[first]?.text === ',' && /^(?:however|though)$/.test(tokens[first + 1]?.lower ?? ''))
      first += 2;
    while (tokens[first] && tokens[first]?.text !== ',' && (tokens[first]?.quote ?? -1) < 0) first++;
    if (first >= tokens.length) first = afterSource;
    return first + 1 < tokens.length
      ? [{ first: tokens[first]?.text === ',' ? first + 1 : first, end: tokens.length }]
      : null;
  }
  // "“…”, in the words of Lee": only what stands in marks is hers.
  const comma = tokens[cue - 1]?.text === ',' ? cue - 1 : cue;
  const quote = view.quotes.find(({ end }) => end === comma || end === cue);
  if (tokens[cue]?.lower === 'in') return quote ? [quote] : null;
  const start = clauseStart(view, cue);
  return [{ first: start, end: cue }, ...goesOn(view, start, cue, afterSource)];
}

/** "The pier, according to Lee, leans": what stands before has no verb of its own, so the clause goes on. */
function goesOn(view: View, start: number, cue: number, after: number): TokenRange[] {
  const { tokens, groups } = view;
  if (tokens[cue - 1]?.text !== ',' || tokens[after]?.text !== ',') return [];
  const hasVerb = (from: number, to: number) =>
    groups.some(({ form, verb }) => form === 'finite' && verb >= from && verb < to) ||
    hasMarkedVerb(view, from, to);
  if (hasVerb(start, cue) || !hasVerb(after + 1, tokens.length)) return [];
  return [{ first: after + 1, end: tokens.length }];
}
