import { slice } from '../article/article.ts';
import type { Quotation } from '../quotations/quotation.ts';
import { fuseRanks } from '../retrieval/fusion.ts';
import type { Hit, Passage, Store, StoredArticle } from '../retrieval/store.ts';
import { holdsType } from './answer-type.ts';
import { LateScorer, type StoredPassage } from './late-scorer.ts';
import type { Person } from './people.ts';
import type { Query } from './query.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { AnswerType } from './understanding.ts';
import { RANKING } from './weights.ts';
import { formsOf, passageForms } from './word-forms.ts';

/** Passages taken from each search before they are ranked: the right one is among the first ten for 95 of 100 questions. */
const CANDIDATES = 20;
/** Passages of the people asked for that are ranked. */
const MOST_OF_A_PERSON = 60;
/** What a match in the sentence before or after counts, beside one in the sentence itself. */
const NEIGHBOUR = 0.7;

/** A passage that may answer, and why it stands where it stands. */
export interface Candidate {
  readonly stored: StoredArticle;
  readonly passage: Passage;
  /** The quotations that the passage holds or is part of, pull quotes left out. */
  readonly quotations: readonly Quotation[];
  readonly features: Features;
  /** For each of the query's words, how well the sentence and its neighbours hold it; 0 to 1. */
  readonly met: readonly number[];
  readonly score: number;
}

/** What a passage is ranked by. Numbers from 0 to 1; `late…` are late interaction (MaxSim). */
export interface Features {
  /** The sentence alone. */
  readonly lateOwn: number;
  /** The sentence, its neighbours counting less. */
  readonly late: number;
  /** The best of the sentences that belong to the same quotation. */
  readonly lateQuotation: number;
  /** The whole paragraph as one. */
  readonly lateParagraph: number;
  /** Cosine of the sentence and the question. */
  readonly dense: number;
  /** The mean cosine of the article's three nearest sentences: whether the article is about this at all. */
  readonly article: number;
  /** Share of the question's content words, by weight, that stand in the sentence; and its square. */
  readonly coverage: number;
  readonly coverageSquared: number;
  /** The sentence is speech, and a speaker was asked for; direct speech; speech where a fact was asked for. */
  readonly speechWanted: number;
  readonly directWanted: number;
  readonly speechUnasked: number;
  /** The sentence lacks a thing of the kind asked for (a number, a time, a place, a reason). */
  readonly typeMissing: number;
}

/** What the ranking should favour. */
export interface Preference {
  /** Whether a speaker's words are asked for. */
  readonly speech: boolean;
  /** Only what these people say, where given. */
  readonly people: readonly Person[] | null;
  /** The kind of thing asked for. */
  readonly answerType: AnswerType | null;
}

/** The passages that may answer, best first. `articleId` keeps to one article. */
export async function gatherEvidence(
  store: Store,
  query: Query,
  articleId: string | null,
  preference: Preference,
  watch: Stopwatch,
): Promise<Candidate[]> {
  const places = await watch.time('search', () => findPlaces(store, query, articleId, preference));
  return watch.time('rank', async () => {
    const scorer = SCORERS.get(query) ?? new LateScorer(store, query);
    SCORERS.set(query, scorer);
    await scorer.prepare(places.flatMap(compared));
    const closeness = articleCloseness(places);
    const candidates: Candidate[] = [];
    for (const place of places) {
      candidates.push(await weigh(scorer, query, place, preference, closeness.get(place.stored) ?? 0));
    }
    return candidates.sort((a, b) => b.score - a.score);
  });
}

interface Place {
  readonly stored: StoredArticle;
  readonly passage: Passage;
  readonly quotations: readonly Quotation[];
  readonly dense: number;
}

async function findPlaces(
  store: Store,
  query: Query,
  articleId: string | null,
  { people }: Preference,
): Promise<Place[]> {
  if (people) return placesOf(store, query, people);
  const nearest = await store.nearest(query.vector, CANDIDATES, articleId);
  const matching = await store.matching(query.text, CANDIDATES, articleId);
  const key = (hit: Hit): string => `${hit.passage} ${hit.articleId}`;
  const dense = new Map(nearest.map((hit) => [key(hit), hit.score]));
  const places: Place[] = [];
  for (const { key: found } of fuseRanks([nearest.map(key), matching.map(key)])) {
    const space = found.indexOf(' ');
    const stored = await store.open(found.slice(space + 1));
    const passage = stored?.passages[Number(found.slice(0, space))];
    if (!stored || !passage) continue;
    places.push({ stored, passage, quotations: quotationsAt(stored, passage), dense: dense.get(found) ?? 0 });
  }
  return places;
}

/** Every passage in which one of these people speaks, nearest first, at most `MOST_OF_A_PERSON`. */
async function placesOf(store: Store, query: Query, people: readonly Person[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const stored of new Set(people.map((person) => person.stored))) {
    const own = new Set(people.flatMap((person) => (person.stored === stored ? person.quotations : [])));
    const nearest = await store.nearest(query.vector, stored.passages.length, stored.article.id);
    for (const { passage: index, score } of nearest) {
      const passage = stored.passages[index];
      const quotations = passage
        ? quotationsAt(stored, passage).filter((quotation) => own.has(quotation))
        : [];
      if (passage && quotations.length > 0) places.push({ stored, passage, quotations, dense: score });
    }
  }
  return places.sort((a, b) => b.dense - a.dense).slice(0, MOST_OF_A_PERSON);
}

function articleCloseness(places: readonly Place[]): Map<StoredArticle, number> {
  const byArticle = new Map<StoredArticle, number[]>();
  for (const { stored, dense } of places) byArticle.set(stored, [...(byArticle.get(stored) ?? []), dense]);
  return new Map(
    Array.from(byArticle, ([stored, found]) => {
      const best = found.sort((a, b) => b - a).slice(0, 3);
      return [stored, best.reduce((sum, value) => sum + value, 0) / 3];
    }),
  );
}

/** The quotations that share text with a passage, pull quotes left out. */
export function quotationsAt(
  stored: StoredArticle,
  passage: { readonly start: number; readonly end: number },
): Quotation[] {
  return stored.quotations.filter(
    ({ pullQuoteOf, spans }) =>
      pullQuoteOf === null && spans.some(({ start, end }) => start < passage.end && end > passage.start),
  );
}

/** The passages that a place is weighed by: its own, their neighbours, its paragraph, and those of its quotations. */
function compared({ stored, passage, quotations }: Place): StoredPassage[] {
  const { passages } = stored;
  const siblings = passages.filter((one) =>
    quotations.some(({ spans }) => spans.some(({ start, end }) => start < one.end && end > one.start)),
  );
  const near = [passage, ...siblings].flatMap(({ index }) =>
    passages.slice(Math.max(0, index - 1), index + 2),
  );
  const paragraph = passages.filter((one) => one.paragraph === passage.paragraph);
  return [...near, ...paragraph].map((one) => ({ stored, passage: one }));
}

/** A query may be held against several sets of candidates: what was compared once stays. */
const SCORERS = new WeakMap<Query, LateScorer>();

async function weigh(
  scorer: LateScorer,
  query: Query,
  place: Place,
  preference: Preference,
  article: number,
): Promise<Candidate> {
  const { stored, passage, quotations } = place;
  const own = await scorer.maxima(stored, passage);
  const joined = await withNeighbours(scorer, stored, passage);
  const forms = passageForms(stored, passage);
  const covered = coverage(query, forms);
  const isSpeech = quotations.some(({ polarity }) => polarity === 'said');
  const isDirect = quotations.some(({ kind }) => kind === 'direct');
  const features: Features = {
    lateOwn: scorer.score(own),
    late: scorer.score(joined),
    lateQuotation: await bestOfQuotation(scorer, place, scorer.score(joined)),
    lateParagraph: scorer.score(await paragraphMaxima(scorer, stored, passage)),
    dense: place.dense,
    article,
    coverage: covered,
    coverageSquared: covered * covered,
    speechWanted: Number(isSpeech && preference.speech),
    directWanted: Number(isDirect && preference.speech),
    speechUnasked: Number(isSpeech && !preference.speech),
    typeMissing: Number(!holdsType(slice(stored.article, passage), preference.answerType, query.text)),
  };
  const met = query.words.map((word) => (forms.has(word.stem) ? 1 : meanAt(joined, word.tokens)));
  return { stored, passage, quotations: byCoverage(place, query), features, met, score: rank(features) };
}

function rank(features: Features): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(RANKING)) sum += weight * features[name as keyof Features];
  return sum;
}

async function withNeighbours(
  scorer: LateScorer,
  stored: StoredArticle,
  passage: Passage,
): Promise<Float32Array> {
  const joined = Float32Array.from(await scorer.maxima(stored, passage));
  for (const near of [stored.passages[passage.index - 1], stored.passages[passage.index + 1]]) {
    if (near) raise(joined, await scorer.maxima(stored, near), NEIGHBOUR);
  }
  return joined;
}

async function paragraphMaxima(
  scorer: LateScorer,
  stored: StoredArticle,
  passage: Passage,
): Promise<Float32Array> {
  const joined = Float32Array.from(await scorer.maxima(stored, passage));
  for (const step of [-1, 1]) {
    for (let at = passage.index + step; stored.passages[at]?.paragraph === passage.paragraph; at += step) {
      const near = stored.passages[at];
      if (near) raise(joined, await scorer.maxima(stored, near), 1);
    }
  }
  return joined;
}

/** Of several quotations in one sentence the one that holds most of the question's words comes first. */
function byCoverage({ stored, quotations }: Place, query: Query): Quotation[] {
  if (quotations.length < 2) return [...quotations];
  const held = (quotation: Quotation): number =>
    coverage(query, formsOf(quotation.spans.map((span) => slice(stored.article, span)).join(' ')));
  return quotations
    .map((quotation) => ({ quotation, share: held(quotation) }))
    .sort((a, b) => b.share - a.share)
    .map(({ quotation }) => quotation);
}

async function bestOfQuotation(
  scorer: LateScorer,
  { stored, passage, quotations }: Place,
  own: number,
): Promise<number> {
  let best = own;
  for (const { spans } of quotations) {
    for (const sibling of stored.passages) {
      if (sibling === passage || !spans.some(({ start, end }) => start < sibling.end && end > sibling.start))
        continue;
      best = Math.max(best, scorer.score(await withNeighbours(scorer, stored, sibling)));
    }
  }
  return best;
}

function raise(into: Float32Array, other: Float32Array, factor: number): void {
  other.forEach((value, at) => {
    into[at] = Math.max(into[at] ?? 0, factor * value);
  });
}

function meanAt(values: Float32Array, positions: readonly number[]): number {
  if (positions.length === 0) return 0;
  return positions.reduce((sum, at) => sum + (values[at] ?? 0), 0) / positions.length;
}

function coverage(query: Query, forms: ReadonlySet<string>): number {
  let held = 0;
  let all = 0;
  for (const word of query.words) {
    all += word.weight;
    if (forms.has(word.stem)) held += word.weight;
  }
  return all === 0 ? 0 : held / all;
}
