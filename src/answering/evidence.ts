import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import type { Quotation } from '../quotations/quotation.ts';
import { fuseRanks } from '../retrieval/fusion.ts';
import { lateScore, tokenMaxima } from '../retrieval/late-interaction.ts';
import type { Hit, Passage, Store, StoredArticle } from '../retrieval/store.ts';
import type { Person } from './people.ts';
import { matchForm, type Query } from './query.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Passages taken from each search before they are ranked: the right one is among the first ten for 95 of 100 questions. */
const CANDIDATES = 24;
/** Passages of the people asked for that are ranked. */
const MOST_OF_A_PERSON = 60;
/** What a match in the sentence before or after counts, beside one in the sentence itself. */
const NEIGHBOUR = 0.8;

/** A passage that may answer, and why it stands where it stands. */
export interface Candidate {
  readonly stored: StoredArticle;
  readonly passage: Passage;
  /** The quotations that the passage holds or is part of, pull quotes left out. */
  readonly quotations: readonly Quotation[];
  readonly features: Features;
  readonly score: number;
}

export interface Features {
  /** Late interaction, the neighbouring sentences counting less; 0 to 1. */
  readonly late: number;
  /** Cosine of the sentence and the question. */
  readonly dense: number;
  /** Share of the question's content words, by weight, that stand in the sentence. */
  readonly coverage: number;
  /** For each of the query's words, how well the sentence and its neighbours hold it; 0 to 1. */
  readonly met: readonly number[];
  /** 1 where the sentence is speech of somebody, 0 where it is narration. */
  readonly speech: number;
}

/** What the ranking should favour. */
export interface Preference {
  /** Speech over narration. */
  readonly speech: boolean;
  /** Only what these people say, where given. */
  readonly people: readonly Person[] | null;
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
    const candidates: Candidate[] = [];
    for (const place of places) candidates.push(await weigh(store, query, place, preference));
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

/** The quotations that share text with a passage, pull quotes left out. */
export function quotationsAt(stored: StoredArticle, passage: { start: number; end: number }): Quotation[] {
  return stored.quotations.filter(
    ({ pullQuoteOf, spans }) =>
      pullQuoteOf === null && spans.some(({ start, end }) => start < passage.end && end > passage.start),
  );
}

async function weigh(store: Store, query: Query, place: Place, preference: Preference): Promise<Candidate> {
  const { stored, passage, quotations } = place;
  const around = [passage, stored.passages[passage.index - 1], stored.passages[passage.index + 1]].filter(
    (near) => near !== undefined,
  );
  const vectors = await store.tokens(
    around.map(({ index }) => ({ articleId: stored.article.id, passage: index })),
  );
  const maxima = vectors.map((matrix) => tokenMaxima(query.tokens, matrix));
  const joined = Array.from(query.tokens.weights, (_, token) =>
    Math.max(...maxima.map((row, at) => (row[token] ?? 0) * (at === 0 ? 1 : NEIGHBOUR))),
  );
  const late = lateScore(joined, query.tokens.weights);
  const stems = stemsOf(slice(stored.article, passage));
  const nearStems = new Set(around.slice(1).flatMap((near) => [...stemsOf(slice(stored.article, near))]));
  const met = query.words.map(({ stem: wanted, tokens }) => {
    if (stems.has(wanted)) return 1;
    const semantic =
      tokens.length === 0 ? 0 : tokens.reduce((sum, token) => sum + (joined[token] ?? 0), 0) / tokens.length;
    return Math.max(semantic, nearStems.has(wanted) ? NEIGHBOUR : 0);
  });
  const features: Features = {
    late,
    dense: place.dense,
    coverage: coverage(query, stems),
    met,
    speech: quotations.length > 0 ? 1 : 0,
  };
  return { stored, passage, quotations, features, score: rank(features, preference) };
}

/** Weights found on the tuning sets of `npm run evaluate -- answers`. */
function rank({ late, dense, coverage: covered, speech }: Features, preference: Preference): number {
  return late + 0.25 * dense + 0.3 * covered * covered + (preference.speech ? 0.08 * speech : 0);
}

function coverage(query: Query, stems: ReadonlySet<string>): number {
  let held = 0;
  let all = 0;
  for (const word of query.words) {
    all += word.weight;
    if (stems.has(word.stem)) held += word.weight;
  }
  return all === 0 ? 0 : held / all;
}

/** The forms by which the words of a text can be met. */
function stemsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const { form } of words(text)) {
    found.add(matchForm(form));
    if (form.includes('-')) for (const part of form.split('-')) found.add(matchForm(part));
  }
  return found;
}
