import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import type { Candidate } from './evidence.ts';
import { countryOf } from './lexicon/places.ts';
import { matchForm, type Query, type QueryWord } from './query.ts';
import type { AnswerType, Understanding } from './understanding.ts';
import { JUDGEMENT, JUDGEMENT_BIAS } from './weights.ts';

/**
 * What is checked of a question against the passage that would answer it. No similarity score separates questions
 * with an answer from those without one; these parts, weighed together, do better.
 */
export interface Signs {
  /** Late interaction of the best candidate. */
  readonly late: number;
  /** How far the best stands out among the candidates, in standard deviations of their scores. */
  readonly lead: number;
  /** How far the best is ahead of the next that is not its neighbour, in the same unit. */
  readonly gap: number;
  /** 1 where the best by the ranking is also the nearest by its sentence vector. */
  readonly agreement: number;
  readonly dense: number;
  readonly coverage: number;
  /** The content word that the passage holds worst. */
  readonly leastMet: number;
  readonly meanMet: number;
  /** Share of the content, by weight, that the passage hardly holds. */
  readonly unmet: number;
  /** The name or place of the question that the passage holds worst; 1 without names. */
  readonly leastName: number;
  /** Whether every number of the question stands in the passage; 1 without numbers. */
  readonly numbers: number;
  /** Whether the passage holds a thing of the kind asked for (a number, a time, a place); 1 where any would do. */
  readonly type: number;
  /** 1 where one of question and passage is negated and the other is not. */
  readonly negation: number;
  /** The question asks for a fact; for what one speaker says. Neither: who said something. */
  readonly asksFact: number;
  readonly asksSpeaker: number;
}

/** A word met less than this has no counterpart in the passage. */
const HARDLY_MET = 0.38;

const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|twice|once|third|quarter|double|triple|several|many|few|no|none|all|both|single|first|second)\b/i;
const TIME =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:1[6-9]|20)\d\d\b|\b(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|today|yesterday|tomorrow|tonight|week|weeks|month|months|year|years|decade|century|hour|hours|minutes|spring|summer|autumn|fall|winter|christmas|easter|season|weekend|ago|later|soon|now|until|since|before|after|during|when|once|next|last|early|late|recently)\b|\b\d{1,2}(?::\d\d|\s?[ap]\.?m)/i;
const PLACE =
  /\b(?:in|at|near|on|from|outside|inside|to|into|across|behind|beneath|under|above|along|around|between|off|over|through|beside|toward|towards|north|south|east|west)\b/i;
const REASON =
  /\b(?:because|since|due|so|after|to|as|reason|cause|caused|why|for|given|owing|thanks|led|leads|over|result|stems?|means?|blamed?|if|that|by|from)\b/i;
const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|isn|aren|wasn|weren|won|don|doesn|didn|can|couldn|wouldn|shouldn|hasn|haven|hadn)(?:['’]t\b)|\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|fail(?:s|ed)?|den(?:y|ies|ied)|refus(?:e|es|ed)|reject(?:s|ed)?|rul(?:e|es|ed) out)\b/i;

/** Compares the parts of the question with the best candidate. `candidates` are all that were found, best first. */
export function readSigns(
  query: Query,
  candidates: readonly Candidate[],
  { request, answerType }: Pick<Understanding, 'request' | 'answerType'>,
): Signs | null {
  const [best] = candidates;
  if (!best) return null;
  const { met } = best;
  const passageText = slice(best.stored.article, best.passage);
  const contextForms = new Set(words(contextText(best)).map(({ form }) => matchForm(form)));
  const weights = query.words.map(({ weight }) => weight);
  const scores = candidates.map(({ score }) => score);
  const spread = deviation(scores) || 1;
  const next = candidates.find(({ passage }) => Math.abs(passage.index - best.passage.index) > 1);
  return {
    late: best.features.late,
    lead: Math.min(4, (best.score - mean(scores)) / spread),
    gap: next ? Math.min(3, (best.score - next.score) / spread) : 0,
    agreement: Number(candidates.every(({ features }) => features.dense <= best.features.dense)),
    dense: best.features.dense,
    coverage: best.features.coverage,
    leastMet: met.length === 0 ? 0.5 : Math.min(...met),
    meanMet: weightedMean(met, weights),
    unmet: weightedMean(
      met.map((value) => Number(value < HARDLY_MET)),
      weights,
    ),
    leastName: leastName(query, best, met, contextForms),
    numbers: numbersHeld(query, contextForms),
    type: holdsType(passageText, answerType) ? 1 : 0,
    negation: NEGATION.test(query.text) !== NEGATION.test(passageText) ? 1 : 0,
    asksFact: Number(request === 'fact'),
    asksSpeaker: Number(request === 'said-about'),
  };
}

/** The paragraph of the passage and its neighbours' ends: where a name may stand that the passage only points to. */
function contextText({ stored, passage, quotations }: Candidate): string {
  const near = stored.passages.filter(({ paragraph }) => Math.abs(paragraph - passage.paragraph) <= 1);
  const speakers = quotations.map(({ speaker }) => `${speaker?.name ?? ''} ${speaker?.role ?? ''}`);
  return [...near.map((span) => slice(stored.article, span)), ...speakers, stored.article.title].join(' \n ');
}

function leastName(
  query: Query,
  best: Candidate,
  met: readonly number[],
  context: ReadonlySet<string>,
): number {
  let least = 1;
  query.words.forEach((word, at) => {
    if (!isName(word, best)) return;
    const held = context.has(word.stem) ? 1 : (met[at] ?? 0);
    least = Math.min(least, held);
  });
  return least;
}

/** A country, a word typed with a capital, or one that the article never writes without. */
function isName({ text, stem }: QueryWord, { stored }: Candidate): boolean {
  if (stem.startsWith('country:') || countryOf(text.toLowerCase()) !== null) return true;
  if (/^\p{Lu}\p{Ll}/u.test(text)) return true;
  const capital = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const { article } = stored;
  return (
    new RegExp(`[^.!?“"]\\s${escapeRegExp(capital)}\\b`, 'u').test(article.text) &&
    !new RegExp(`\\b${escapeRegExp(text.toLowerCase())}\\b`, 'u').test(article.text)
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function numbersHeld(query: Query, context: ReadonlySet<string>): number {
  const numbers = query.words.filter(({ text }) => /^\d/.test(text));
  return numbers.every(({ stem }) => context.has(stem)) ? 1 : 0;
}

function holdsType(text: string, type: AnswerType | null): boolean {
  switch (type) {
    case 'number':
      return /\d/.test(text) || NUMBER_WORDS.test(text);
    case 'time':
      return TIME.test(text);
    case 'place':
      return PLACE.test(text);
    case 'reason':
      return REASON.test(text);
    case 'person':
    case 'thing':
    case null:
      return true;
  }
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, at) => {
    sum += value * (weights[at] ?? 0);
    total += weights[at] ?? 0;
  });
  return total === 0 ? 0.5 : sum / total;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Probability, 0 to 1, that the best candidate answers. */
export function answerProbability(signs: Signs): number {
  let sum = JUDGEMENT_BIAS;
  for (const [name, weight] of Object.entries(JUDGEMENT)) sum += weight * signs[name as keyof Signs];
  return 1 / (1 + Math.exp(-sum));
}
