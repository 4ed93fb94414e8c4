import { slice } from '../article/article.ts';
import type { Quotation, Speaker } from '../quotations/quotation.ts';
import type { Passage, Store, StoredArticle } from '../retrieval/store.ts';
import { holdsType } from './answer-type.ts';
import { LateScorer, type StoredPassage } from './late-scorer.ts';
import { type Fit, type Person, quotedPeople } from './people.ts';
import { findPlaces, type Place } from './places.ts';
import type { Query } from './query.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { AnswerType } from './understanding.ts';
import { RANKING } from './weights.ts';
import { formsOf, passageForms } from './word-forms.ts';

/** What a match in the sentence before or after counts, beside one in the sentence itself. */
const NEIGHBOUR = 0.7;

/** A passage that may answer, and why it stands where it stands. */
export interface Candidate {
  readonly stored: StoredArticle;
  readonly passage: Passage;
  /** The quotations that the passage holds or is part of, pull quotes left out. */
  readonly quotations: readonly Quotation[];
  /** Whose stance the passage tells where it quotes nobody. */
  readonly stance: Speaker | null;
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
  /** Somebody speaks there, or their stance is told, of whom the question speaks. */
  readonly favoured: number;
  /** How well whoever speaks there, or whose stance is told, fits the description that was asked for. */
  readonly called: number;
  readonly sensed: number;
  readonly introduced: number;
  /** The sentence lacks a thing of the kind asked for (a number, a time, a place, a reason). */
  readonly typeMissing: number;
}

/** What the ranking should favour. */
export interface Preference {
  /** Whether a speaker's words are asked for. */
  readonly speech: boolean;
  /** Only what these people say, where given. */
  readonly people: readonly Person[] | null;
  /** People of whom the question speaks: their words are likelier to answer. */
  readonly favoured?: readonly Person[];
  /** How well the description of a speaker fits each of the quoted people, where one is asked for. */
  readonly fits?: ReadonlyMap<Person, Fit>;
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
  const places = await watch.time('search', () => findPlaces(store, query, articleId, preference.people));
  return watch.time('rank', async () => {
    const scorer = SCORERS.get(query) ?? new LateScorer(store, query);
    SCORERS.set(query, scorer);
    await scorer.prepare(places.flatMap(compared));
    const closeness = articleCloseness(places);
    return places
      .map((place) => weigh(scorer, query, place, preference, closeness.get(place.stored) ?? 0))
      .sort((a, b) => b.score - a.score);
  });
}

/** Reads what these places will be weighed by, so that it lies in memory when the question's vectors are there. */
export async function readAhead(store: Store, places: readonly Place[]): Promise<void> {
  for (const { stored, passage } of places) passageForms(stored, passage);
  const passages = new Map(
    places
      .flatMap(compared)
      .map(({ stored, passage }) => [passage, { articleId: stored.article.id, passage: passage.index }]),
  );
  await store.tokens([...passages.values()], () => {});
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

/**
 * Who asks about "the leak", and nothing else, has the article's word for it, and a passage that holds the word comes
 * before others. Too few questions are so short for a weight to be learned, and those of several words teach that all of
 * them in one passage is no merit of its own (`coverage` and its square together): this is several times that.
 */
const ONLY_WORD = 5;

/** A query may be held against several sets of candidates: what was compared once stays. */
const SCORERS = new WeakMap<Query, LateScorer>();

function weigh(
  scorer: LateScorer,
  query: Query,
  place: Place,
  preference: Preference,
  article: number,
): Candidate {
  const { stored, passage, quotations } = place;
  const own = scorer.maxima(passage);
  const joined = withNeighbours(scorer, stored, passage);
  const forms = passageForms(stored, passage);
  const covered = coverage(query, forms);
  const isSpeech = place.stance !== null || quotations.some(({ polarity }) => polarity === 'said');
  const isDirect = quotations.some(({ kind }) => kind === 'direct');
  const features: Features = {
    lateOwn: scorer.score(own),
    late: scorer.score(joined),
    lateQuotation: bestOfQuotation(scorer, place, scorer.score(joined)),
    lateParagraph: scorer.score(paragraphMaxima(scorer, stored, passage)),
    dense: place.dense,
    article,
    coverage: covered,
    coverageSquared: covered * covered,
    speechWanted: Number(isSpeech && preference.speech),
    directWanted: Number(isDirect && preference.speech),
    speechUnasked: Number(isSpeech && !preference.speech),
    favoured: Number(isBy(place, preference.favoured ?? [])),
    ...fitAt(place, preference.fits),
    typeMissing: Number(!holdsType(slice(stored.article, passage), preference.answerType, query.text)),
  };
  const met = query.words.map((word) => (forms.has(word.stem) ? 1 : meanAt(joined, word.tokens)));
  return {
    stored,
    passage,
    quotations: byCoverage(place, query),
    stance: place.stance,
    features,
    met,
    score: rank(features) + (query.words.length === 1 && covered === 1 ? ONLY_WORD : 0),
  };
}

/** The best that any of the place's speakers fits in each way. */
function fitAt(place: Place, fits: Preference['fits']): Fit {
  const here = fits
    ? quotedPeople([place.stored]).flatMap((person) =>
        isBy(place, [person]) ? (fits.get(person) ?? []) : [],
      )
    : [];
  return {
    called: Math.max(0, ...here.map(({ called }) => called)),
    sensed: Math.max(0, ...here.map(({ sensed }) => sensed)),
    introduced: Math.max(0, ...here.map(({ introduced }) => introduced)),
  };
}

function isBy({ stored, quotations, stance }: Place, people: readonly Person[]): boolean {
  return people.some(
    (person) =>
      person.stored === stored &&
      (stance?.name === person.speaker.name ||
        quotations.some((quotation) => person.quotations.includes(quotation))),
  );
}

function rank(features: Features): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(RANKING)) sum += weight * features[name as keyof Features];
  return sum;
}

function withNeighbours(scorer: LateScorer, stored: StoredArticle, passage: Passage): Float32Array {
  const joined = Float32Array.from(scorer.maxima(passage));
  for (const near of [stored.passages[passage.index - 1], stored.passages[passage.index + 1]]) {
    if (near) raise(joined, scorer.maxima(near), NEIGHBOUR);
  }
  return joined;
}

function paragraphMaxima(scorer: LateScorer, stored: StoredArticle, passage: Passage): Float32Array {
  const joined = Float32Array.from(scorer.maxima(passage));
  for (const step of [-1, 1]) {
    for (let at = passage.index + step; stored.passages[at]?.paragraph === passage.paragraph; at += step) {
      const near = stored.passages[at];
      if (near) raise(joined, scorer.maxima(near), 1);
    }
  }
  return joined;
}

/**
 * Of several quotations in one sentence the one that holds most of the question's words comes first; of "According to
 * the Herald, Lee said …" the inner one, for it is Lee who said it.
 */
function byCoverage({ stored, quotations }: Place, query: Query): Quotation[] {
  if (quotations.length < 2) return [...quotations];
  const held = (quotation: Quotation): number =>
    coverage(query, formsOf(quotation.spans.map((span) => slice(stored.article, span)).join(' ')));
  return quotations
    .map((quotation) => ({ quotation, share: held(quotation) }))
    .sort((a, b) => b.share - a.share || lengthOf(a.quotation) - lengthOf(b.quotation))
    .map(({ quotation }) => quotation);
}

function lengthOf({ spans }: Quotation): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function bestOfQuotation(scorer: LateScorer, { stored, passage, quotations }: Place, own: number): number {
  let best = own;
  for (const { spans } of quotations) {
    for (const sibling of stored.passages) {
      if (sibling === passage || !spans.some(({ start, end }) => start < sibling.end && end > sibling.start))
        continue;
      best = Math.max(best, scorer.score(withNeighbours(scorer, stored, sibling)));
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
