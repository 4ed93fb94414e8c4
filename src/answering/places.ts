import type { Quotation, Speaker } from '../quotations/quotation.ts';
import { fuseRanks } from '../retrieval/fusion.ts';
import type { Hit, Passage, Store, StoredArticle } from '../retrieval/store.ts';
import { type Person, quotedPeople } from './people.ts';
import type { Query } from './query.ts';
import { stancesIn } from './stance.ts';

/** Passages taken from each search before they are ranked: the right one is among the first ten for 95 of 100 questions. */
export const CANDIDATES = 20;
/** Passages of the people asked for that are ranked. */
const MOST_OF_A_PERSON = 60;

/** A passage that may answer, before it is weighed. */
export interface Place {
  readonly stored: StoredArticle;
  readonly passage: Passage;
  /** The quotations that the passage holds or is part of, pull quotes left out. */
  readonly quotations: readonly Quotation[];
  /** Whose stance the passage tells where it quotes nobody: "She wants to cut the tax." */
  readonly stance: Speaker | null;
  /** Cosine of passage and question; 0 if it was found by its words alone. */
  readonly dense: number;
}

const NEAREST = new WeakMap<Query, Promise<Hit[]>>();

/** The passages of all articles that are nearest to a query, best first; looked for once, whoever asks. */
export function nearestOfAll(store: Store, query: Query): Promise<Hit[]> {
  const known = NEAREST.get(query) ?? store.nearest(query.vector, CANDIDATES, null);
  NEAREST.set(query, known);
  return known;
}

/** What both searches find, or every passage of the people asked for. `articleId` keeps to one article. */
export async function findPlaces(
  store: Store,
  query: Query,
  articleId: string | null,
  people: readonly Person[] | null,
): Promise<Place[]> {
  if (people) return placesOf(store, query, people);
  const nearest = await (articleId === null
    ? nearestOfAll(store, query)
    : store.nearest(query.vector, CANDIDATES, articleId));
  const matching = await store.matching(query.text, CANDIDATES, articleId);
  const key = (hit: Hit): string => `${hit.passage} ${hit.articleId}`;
  const dense = new Map(nearest.map((hit) => [key(hit), hit.score]));
  const places: Place[] = [];
  for (const { key: found } of fuseRanks([nearest.map(key), matching.map(key)])) {
    const space = found.indexOf(' ');
    const stored = await store.open(found.slice(space + 1));
    const passage = stored?.passages[Number(found.slice(0, space))];
    if (stored && passage) places.push(placeAt(stored, passage, dense.get(found) ?? 0));
  }
  return places;
}

/** What the search by words finds alone: as much of the places as is known without the question's vector. */
export async function placesByWords(store: Store, text: string, articleId: string | null): Promise<Place[]> {
  const places: Place[] = [];
  for (const hit of await store.matching(text, CANDIDATES, articleId)) {
    const stored = await store.open(hit.articleId);
    const passage = stored?.passages[hit.passage];
    if (stored && passage) places.push(placeAt(stored, passage, 0));
  }
  return places;
}

function placeAt(stored: StoredArticle, passage: Passage, dense: number): Place {
  return {
    stored,
    passage,
    dense,
    quotations: ownQuotations(stored, passage),
    stance: stanceAt(stored, passage),
  };
}

/** Every passage in which one of these people speaks or that tells their stance, nearest first. */
async function placesOf(store: Store, query: Query, people: readonly Person[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const stored of new Set(people.map((person) => person.stored))) {
    const own = ownPlaces(stored, people);
    if (own.size === 0) continue;
    const nearest = await store.nearest(query.vector, stored.passages.length, stored.article.id);
    for (const { passage, score } of nearest) {
      const place = own.get(passage);
      if (place) places.push({ ...place, dense: score });
    }
  }
  return places.sort((a, b) => b.dense - a.dense).slice(0, MOST_OF_A_PERSON);
}

/** The same as far as it is known without the question's vector, in the order of the texts. */
export function placesOfPeople(people: readonly Person[]): Place[] {
  const articles = [...new Set(people.map((person) => person.stored))];
  return articles.flatMap((stored) => [...ownPlaces(stored, people).values()]).slice(0, MOST_OF_A_PERSON);
}

/** By their index, the passages of one article in which some people speak or that tell their stance. */
function ownPlaces(stored: StoredArticle, people: readonly Person[]): ReadonlyMap<number, Place> {
  const here = people.filter((person) => person.stored === stored);
  const said = new Set(here.flatMap(({ quotations }) => quotations));
  const names = new Set(here.map(({ speaker }) => speaker.name));
  const places = new Map<number, Place>();
  for (const passage of stored.passages) {
    const quotations = ownQuotations(stored, passage).filter((quotation) => said.has(quotation));
    const told = stanceAt(stored, passage);
    const stance = told !== null && names.has(told.name) ? told : null;
    if (quotations.length > 0 || stance)
      places.set(passage.index, { stored, passage, dense: 0, quotations, stance });
  }
  return places;
}

/** For the passages of an article, by their index, the quotations that share text with them; each is looked for once. */
const QUOTATIONS = new WeakMap<StoredArticle, Map<number, readonly Quotation[]>>();

function ownQuotations(stored: StoredArticle, { index, start, end }: Passage): readonly Quotation[] {
  const known = ofArticle(QUOTATIONS, stored);
  const own = known.get(index);
  if (own) return own;
  const found = quotationsAt(stored, { start, end });
  known.set(index, found);
  return found;
}

function ofArticle<Value>(
  all: WeakMap<StoredArticle, Map<number, Value>>,
  stored: StoredArticle,
): Map<number, Value> {
  const known = all.get(stored);
  if (known) return known;
  const own = new Map<number, Value>();
  all.set(stored, own);
  return own;
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

/** The stances that the paragraphs of an article tell, as far as they have been read; each is read once. */
const STANCES = new WeakMap<StoredArticle, Map<number, ReadonlyMap<Passage, Speaker>>>();

function stanceAt(stored: StoredArticle, { index, paragraph }: Passage): Speaker | null {
  const read = ofArticle(STANCES, stored);
  const known = read.get(paragraph) ?? stancesAt(stored, paragraph);
  if (!read.has(paragraph)) read.set(paragraph, known);
  const passage = stored.passages[index];
  return (passage && known.get(passage)) ?? null;
}

function stancesAt(stored: StoredArticle, paragraph: number): ReadonlyMap<Passage, Speaker> {
  const sentences = stored.passages.filter((passage) => passage.paragraph === paragraph);
  return stancesIn(stored, sentences, quotedPeople([stored]));
}
