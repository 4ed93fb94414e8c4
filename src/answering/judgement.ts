import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import { holdsType } from './answer-type.ts';
import { acronymsOf } from './called-words.ts';
import { escapeRegExp } from './escape-reg-exp.ts';
import type { Candidate } from './evidence.ts';
import { countryOf } from './lexicon/places.ts';
import type { Query, QueryWord } from './query.ts';
import type { AnswerType } from './understanding.ts';
import { JUDGEMENT } from './weights.ts';
import { formsOf, matchForm, passageForms } from './word-forms.ts';

/**
 * What is checked of a question against the passage that would answer it. No similarity score separates questions
 * with an answer from those without one; these parts, weighed together, do better.
 */
export interface Signs {
  /** How far the best stands out among the candidates, in standard deviations of their scores. */
  readonly lead: number;
  /** How far it stands above the middle one of its article. */
  readonly above: number;
  /** Share of the ranking's probability that the best and its neighbours take. */
  readonly share: number;
  readonly dense: number;
  /** How unevenly the words are met: one of the article's own words among others that fit nothing. */
  readonly uneven: number;
  /** The noun that the passage and its neighbours hold worst: the thing asked about is not there. */
  readonly leastNoun: number;
  /** The name or place of the question that the passage holds worst; 1 without names. */
  readonly leastName: number;
  /** The same, looked for in the sentence alone. */
  readonly nearName: number;
  /** Whether the passage holds a thing of the kind asked for (a sum, an age, a time, a place); 1 where any would do. */
  readonly type: number;
  /** Whether it is somebody's words: narration rarely tells who said something. */
  readonly speech: number;
  /** How well the speaker fits whom the question describes, as in `Fit`; 0 where it describes nobody. */
  readonly called: number;
  readonly sensed: number;
  readonly introduced: number;
  /** Content words, at most ten: who tells much of a claim has read it. */
  readonly words: number;
}

/**
 * What is asked for decides how the signs weigh. A claim to check is like "who said"; "described" are the words of
 * a speaker whom the question describes without a name.
 */
export type JudgedRequest = 'who-said' | 'said-about' | 'described' | 'fact';

/** Compares the parts of the question with the best candidate. `candidates` are all that were found, best first. */
export function readSigns(
  query: Query,
  candidates: readonly Candidate[],
  answerType: AnswerType | null,
): Signs | null {
  const [best] = candidates;
  if (!best) return null;
  const { met } = best;
  const scores = candidates.map(({ score }) => score);
  const ofArticle = candidates.filter(({ stored }) => stored === best.stored).map(({ score }) => score);
  const nouns = met.filter((_, at) => query.words[at]?.noun);
  const names = query.words.map((word) => isName(word, best));
  return {
    lead: Math.min(4, (best.score - mean(scores)) / (deviation(scores) || 1)),
    above: best.score - median(ofArticle),
    share: shareOfBest(candidates, best),
    dense: best.features.dense,
    uneven: deviation(met),
    leastNoun: nouns.length === 0 ? 0.6 : Math.min(...nouns),
    leastName: leastName(query, names, met, contextForms(best)),
    nearName: leastName(query, names, met, sentenceForms(best)),
    type:
      answerType === null || holdsType(slice(best.stored.article, best.passage), answerType, query.text)
        ? 1
        : 0,
    speech: best.stance !== null || best.quotations.length > 0 ? 1 : 0,
    called: best.features.called,
    sensed: best.features.sensed,
    introduced: best.features.introduced,
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

/** The words of the passage's paragraph and its neighbours, of the speakers and the title: where a name may stand. */
function contextForms({ stored, passage, quotations }: Candidate): ReadonlySet<string> {
  const near = stored.passages.filter(({ paragraph }) => Math.abs(paragraph - passage.paragraph) <= 1);
  const speakers = quotations.map(({ speaker }) => `${speaker?.name ?? ''} ${speaker?.role ?? ''}`);
  const found = new Set(formsOf([...speakers, stored.article.title].join(' \n ')));
  for (const sentence of near) {
    for (const form of passageForms(stored, sentence)) found.add(form);
    // "the AP" is the Associated Press.
    for (const acronym of acronymsOf(slice(stored.article, sentence))) found.add(acronym);
  }
  return found;
}

/** The words of the sentence alone, with what its names are called for short. */
function sentenceForms({ stored, passage }: Candidate): ReadonlySet<string> {
  const sentence = slice(stored.article, passage);
  return new Set([...passageForms(stored, passage), ...acronymsOf(sentence)]);
}

function leastName(
  query: Query,
  names: readonly boolean[],
  met: readonly number[],
  context: ReadonlySet<string>,
): number {
  let least = 1;
  query.words.forEach((word, at) => {
    if (!names[at]) return;
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

const NEGATION = /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b/i;
/** With this share of its words in the sentence a question means the sentence itself. */
const NEARLY_VERBATIM = 0.8;

function isNearlyVerbatim({ features }: Candidate): boolean {
  return features.coverage >= NEARLY_VERBATIM;
}

/** One says "is", the other "is not"; in the sentence a denial counts between the first and last word that both have. */
function contradicts(query: Query, { stored, passage }: Candidate): boolean {
  const sentence = slice(stored.article, passage);
  const wanted = new Set(query.words.map(({ stem }) => stem));
  const shared = words(sentence).filter(({ form }) => wanted.has(matchForm(form)));
  const first = shared[0];
  const last = shared.at(-1);
  if (!first || !last || shared.length < 2) return false;
  const denied = NEGATION.test(query.text);
  return denied ? !NEGATION.test(sentence) : NEGATION.test(sentence.slice(first.start, last.end));
}

/**
 * Below this closeness nothing in the article is about the question: so far are .3 % of 353 questions with an answer,
 * and 42 % of 380 that were asked of another article.
 */
const UNRELATED = 0.22;

/** Above this closeness an answer speaks of what was asked: 88 % of those 380 stay below, and 14 % of those 353. */
const RELATED = 0.32;

/** Whether the candidates are about the question beyond doubt. */
export function areRelated(candidates: readonly Candidate[]): boolean {
  return closeness(candidates) >= RELATED;
}

/** How close the candidates come at best: the mean of the highest cosine and the highest late interaction. */
function closeness(candidates: readonly Candidate[]): number {
  const highest = (of: 'dense' | 'lateOwn'): number =>
    Math.max(...candidates.map(({ features }) => features[of]));
  return (highest('dense') + highest('lateOwn')) / 2;
}

/**
 * What no likeness makes up for: every number of the question stands in or beside the best passage ("75 civilians"
 * is not met by 57), and "how many Israeli soldiers" is answered by a paragraph with a number and with Israel.
 */
export function meetsConditions(
  query: Query,
  candidates: readonly Candidate[],
  answerType: AnswerType | null,
  request: JudgedRequest,
): boolean {
  const [best] = candidates;
  if (!best) return false;
  // What one speaker says may be far from the question.
  if (request !== 'said-about' && request !== 'described' && closeness(candidates) < UNRELATED) return false;
  if (answerType === 'number') {
    const paragraph = best.stored.passages.filter((each) => each.paragraph === best.passage.paragraph);
    const text = paragraph.map((each) => slice(best.stored.article, each)).join(' ');
    const speakers = best.quotations.map(({ speaker }) => `${speaker?.name ?? ''} ${speaker?.role ?? ''}`);
    const held = formsOf([text, ...speakers].join(' \n '));
    const named = query.words.filter((word) => isName(word, best));
    if (!holdsType(text, 'number', query.text) || !named.every(({ stem }) => held.has(stem))) return false;
  }
  if (isNearlyVerbatim(best) && contradicts(query, best)) return false;
  // "two days" may be 48 hours; what is typed in digits is meant to the letter.
  const numbers = query.words.filter(({ text }) => /^\d/.test(text));
  const held = contextForms(best);
  return numbers.every(({ stem }) => held.has(stem));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
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
