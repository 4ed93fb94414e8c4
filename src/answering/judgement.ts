import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import type { Candidate } from './evidence.ts';
import { countryOf } from './lexicon/places.ts';
import { matchForm, type Query, type QueryWord } from './query.ts';
import type { AnswerType } from './understanding.ts';
import { JUDGEMENT } from './weights.ts';

/**
 * What is checked of a question against the passage that would answer it. No similarity score separates questions
 * with an answer from those without one; these parts, weighed together, do better.
 */
export interface Signs {
  /** How far the best stands out among the candidates, in standard deviations of their scores. */
  readonly lead: number;
  /** Share of the ranking's probability that the best and its neighbours take. */
  readonly share: number;
  readonly dense: number;
  readonly meanMet: number;
  /** The content word that the passage holds worst. */
  readonly leastMet: number;
  /** Mean over the words that do not stand in the passage themselves: 1 when all do. */
  readonly looseMet: number;
  /** How unevenly the words are met: one of the article's own words among others that fit nothing. */
  readonly uneven: number;
  /** The name or place of the question that the passage holds worst; 1 without names. */
  readonly leastName: number;
  /** Whether the passage holds a thing of the kind asked for (a number, a time, a place); 1 where any would do. */
  readonly type: number;
  /** Content words, at most ten: who tells much of a claim has read it. */
  readonly words: number;
}

/** What is asked for decides how the signs weigh. A claim to check is like "who said". */
export type JudgedRequest = 'who-said' | 'said-about' | 'fact';

const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|twice|once|third|quarter|double|triple|several|many|few|no|none|all|both|single|first|second)\b/i;
const TIME =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:1[6-9]|20)\d\d\b|\b(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|today|yesterday|tomorrow|tonight|week|weeks|month|months|year|years|decade|century|hour|hours|minutes|spring|summer|autumn|fall|winter|christmas|easter|season|weekend|ago|later|soon|now|until|since|before|after|during|when|once|next|last|early|late|recently)\b|\b\d{1,2}(?::\d\d|\s?[ap]\.?m)/i;
const PLACE =
  /\b(?:in|at|near|on|from|outside|inside|to|into|across|behind|beneath|under|above|along|around|between|off|over|through|beside|toward|towards|north|south|east|west)\b/i;
const REASON =
  /\b(?:because|since|due|so|after|to|as|reason|cause|caused|why|for|given|owing|thanks|led|leads|over|result|stems?|means?|blamed?|if|that|by|from)\b/i;
/** Compares the parts of the question with the best candidate. `candidates` are all that were found, best first. */
export function readSigns(
  query: Query,
  candidates: readonly Candidate[],
  answerType: AnswerType | null,
): Signs | null {
  const [best] = candidates;
  if (!best) return null;
  const { met } = best;
  const contextForms = new Set(words(contextText(best)).map(({ form }) => matchForm(form)));
  const weights = query.words.map(({ weight }) => weight);
  const scores = candidates.map(({ score }) => score);
  const loose = met.filter((value) => value < 1);
  return {
    lead: Math.min(4, (best.score - mean(scores)) / (deviation(scores) || 1)),
    share: shareOfBest(candidates, best),
    dense: best.features.dense,
    meanMet: weightedMean(met, weights),
    leastMet: met.length === 0 ? 0.5 : Math.min(...met),
    looseMet: loose.length === 0 ? 1 : mean(loose),
    uneven: deviation(met),
    leastName: leastName(query, best, met, contextForms),
    type: holdsType(slice(best.stored.article, best.passage), answerType) ? 1 : 0,
    words: Math.min(10, query.words.length) / 10,
  };
}

function shareOfBest(candidates: readonly Candidate[], best: Candidate): number {
  const powers = candidates.map(({ score }) => Math.exp(score - best.score));
  const near = candidates.map(
    ({ passage, stored }) => stored === best.stored && Math.abs(passage.index - best.passage.index) <= 1,
  );
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.reduce((sum, power, at) => sum + (near[at] ? power : 0), 0) / all;
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

/** Whether every number of the question stands in or beside the best passage: "75 civilians" is not met by 57. */
export function holdsNumbers(query: Query, [best]: readonly Candidate[]): boolean {
  const numbers = query.words.filter(({ stem }) => stem.startsWith('number:'));
  if (!best || numbers.length === 0) return true;
  const held = new Set(words(contextText(best)).map(({ form }) => matchForm(form)));
  return numbers.every(({ stem }) => held.has(stem));
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

/** Probability, 0 to 1, that the best candidate answers a request of that kind. */
export function answerProbability(signs: Signs, request: JudgedRequest): number {
  const { weights, bias } = JUDGEMENT[request];
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * signs[name as keyof Signs];
  return 1 / (1 + Math.exp(-sum));
}

/** Whether that probability is enough to give the passage as the answer. */
export function isEnough(probability: number, request: JudgedRequest): boolean {
  return probability >= JUDGEMENT[request].threshold;
}
