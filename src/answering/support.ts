import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import { tag } from '../quotations/tagger.ts';
import type { Candidate } from './evidence.ts';
import { readAgreement } from './polarity.ts';
import type { Query, QueryWord } from './query.ts';
import { SUPPORT } from './support-weights.ts';
import { formsOf, matchForm, passageForms } from './word-forms.ts';

/** With this share of a claim's words a passage is about the same thing. */
const ON_THE_SAME = 0.4;

/** What is looked at to tell whether a passage says what a claim says. Numbers from 0 to 1. */
export interface SupportSigns {
  readonly late: number;
  readonly lateQuotation: number;
  readonly dense: number;
  readonly coverage: number;
  /** The content word that the passage holds worst, and the mean. */
  readonly leastMet: number;
  readonly meanMet: number;
  /** The same for verbs alone: what is said to happen. */
  readonly leastVerb: number;
  readonly leastNoun: number;
  /** A name or a number of the claim that stands neither in the paragraph nor in the speaker's name or role. */
  readonly missingName: number;
  readonly missingNumber: number;
  readonly denied: number;
  /** The same, as far as the passage has the claim's words: of a near copy a denial says the opposite. */
  readonly contradicted: number;
  readonly deniedAnywhere: number;
  readonly opposed: number;
  readonly modality: number;
  readonly unforeseen: number;
  readonly untimed: number;
  /** The word that the passage holds worst among those that are no names. */
  readonly leastOther: number;
  /** Share of the words that passage and claim have which stand there in the claim's order, close together. */
  readonly order: number;
  readonly words: number;
  /** How far the passage stands before the best of all others, of whoever; negative behind it. */
  readonly margin: number;
  /** Share of the ranking's probability that the passage and its neighbours take. */
  readonly share: number;
}

/** Compares a claim with a passage part by part. `all` are the passages found for the claim, of whoever. */
export function readSupport(query: Query, candidate: Candidate, all: readonly Candidate[]): SupportSigns {
  const { features, met, stored, passage } = candidate;
  const agreement = readAgreement(query.text, slice(stored.article, passage));
  const context = contextForms(candidate);
  const tags = tagsOf(query.text);
  const of = (kind: (tag: string | undefined) => boolean): number => {
    const found = query.words.flatMap((word, at) => (kind(tags.get(word.text)) ? [met[at] ?? 0] : []));
    return found.length === 0 ? 1 : Math.min(...found);
  };
  return {
    late: features.late,
    lateQuotation: features.lateQuotation,
    dense: features.dense,
    coverage: features.coverage,
    leastMet: met.length === 0 ? 0.5 : Math.min(...met),
    meanMet: met.length === 0 ? 0.5 : met.reduce((sum, value) => sum + value, 0) / met.length,
    leastVerb: of((tag) => tag === 'VERB'),
    leastNoun: of((tag) => tag === 'NOUN' || tag === 'ADJ'),
    missingName: Number(query.words.some((word) => isName(word) && !context.has(word.stem))),
    missingNumber: Number(query.words.some((word) => isNumber(word) && !context.has(word.stem))),
    denied: Number(agreement.denied),
    contradicted: Number(agreement.denied) * features.coverage,
    deniedAnywhere: Number(agreement.deniedAnywhere),
    opposed: Number(agreement.opposed),
    modality: Number(agreement.modality),
    unforeseen: Number(agreement.unforeseen),
    untimed: Number(agreement.untimed),
    leastOther: Math.min(
      1,
      ...query.words.flatMap((word, at) =>
        isName(word) || word.stem.startsWith('country:') ? [] : [met[at] ?? 0],
      ),
    ),
    order: orderShare(query, slice(stored.article, passage)),
    words: Math.min(10, query.words.length) / 10,
    margin: marginOf(candidate, all),
    share: shareOf(candidate, all),
  };
}

/** Whether the passage has what the claim speaks of and turns it round. */
export function isContrary({ contradicted, opposed, coverage }: SupportSigns): boolean {
  return contradicted >= ON_THE_SAME || (opposed === 1 && coverage >= ON_THE_SAME);
}

/** Whether every content word stands in the passage and nothing is turned round: there is nothing left to judge. */
export function isWholly(signs: SupportSigns): boolean {
  const { coverage, order, denied, opposed, missingName, missingNumber } = signs;
  return coverage >= 0.99 && order === 1 && denied + opposed + missingName + missingNumber === 0;
}

/** Probability, 0 to 1, that a passage with these signs says what is claimed. */
export function supportProbability(signs: SupportSigns): number {
  let sum = SUPPORT.bias;
  for (const [name, weight] of Object.entries(SUPPORT.weights))
    sum += weight * signs[name as keyof SupportSigns];
  return 1 / (1 + Math.exp(-sum));
}

function isBeside(candidate: Candidate, { stored, passage }: Candidate): boolean {
  return stored === candidate.stored && Math.abs(passage.index - candidate.passage.index) <= 1;
}

function marginOf(candidate: Candidate, all: readonly Candidate[]): number {
  const others = all.filter((other) => !isBeside(candidate, other)).map(({ score }) => score);
  const margin = (candidate.score - Math.max(...others, candidate.score - 4)) / 4;
  return Math.max(-1, Math.min(1, margin));
}

function shareOf(candidate: Candidate, all: readonly Candidate[]): number {
  const power = ({ score }: Candidate): number => Math.exp(score - candidate.score);
  const others = all
    .filter((other) => !isBeside(candidate, other))
    .reduce((sum, other) => sum + power(other), 0);
  return 1 / (1 + others);
}

/** Words of a passage for each shared word of a claim that still count as close together. */
const SPREAD = 4;

/** Who does what to whom is told by the order of words. */
function orderShare(query: Query, passage: string): number {
  const wanted = query.words.map(({ stem }) => stem);
  const held = words(passage).map(({ form }) => matchForm(form));
  const shared = wanted.filter((form) => held.includes(form));
  if (shared.length < 2) return 1;
  let longest = 0;
  for (let from = 0; from < held.length; from++) {
    let at = 0;
    for (const form of held.slice(from, from + SPREAD * shared.length)) if (form === shared[at]) at++;
    longest = Math.max(longest, at);
  }
  return longest / shared.length;
}

function tagsOf(text: string): Map<string, string> {
  return new Map(tag(text).map((token) => [token.text, token.tag]));
}

function isName({ text }: QueryWord): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text);
}

function isNumber({ text, stem }: QueryWord): boolean {
  return /\d/.test(text) || stem.startsWith('number:');
}

function contextForms({ stored, passage, quotations }: Candidate): ReadonlySet<string> {
  const near = stored.passages.filter(({ paragraph }) => paragraph === passage.paragraph);
  const speakers = quotations.map(({ speaker }) => `${speaker?.name ?? ''} ${speaker?.role ?? ''}`);
  const found = new Set(formsOf(speakers.join(' \n ')));
  for (const sentence of near) for (const form of passageForms(stored, sentence)) found.add(form);
  return found;
}
