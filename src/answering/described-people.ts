import { slice } from '../article/article.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { Passage, StoredArticle } from '../retrieval/store.ts';
import { fullName } from './compose.ts';
import { LateScorer } from './late-scorer.ts';
import { type Fit, likenessTo, type Person } from './people.ts';
import type { Turn } from './turn.ts';

/** Cosine from which a description ("state leader") and a speaker ("…, Governor of Washington") may be the same. */
const ALIKE = 0.42;
/** Speakers this close to the most alike are heard as well: what is asked about decides between them. */
const CLOSE = 0.1;
/** In a large library embedding everybody would take a second: there the words alone tell. */
const MOST_PEOPLE = 64;

/**
 * A description without a word of theirs that is no closer than this is somebody else's. What is told in one word
 * ("the pope") would mostly be told in that word by the article too; a longer one may be a paraphrase.
 */
const STRANGE = { oneWord: 0.3, more: 0.2 };

const KNOWN = new WeakMap<StoredArticle, Map<string, Float32Array>>();

/** How well a description fits each of the quoted people. */
export async function fitsOf(turn: Turn, phrase: string): Promise<ReadonlyMap<Person, Fit>> {
  const { people, store, embedder, watch } = turn;
  const called = likenessTo(phrase);
  if (people.length > MOST_PEOPLE) {
    return new Map(people.map((person) => [person, { called: called(person), sensed: 0, introduced: 0 }]));
  }
  const query = await turn.statement(withoutArticle(phrase));
  await watch.time('embed', () => embedDescriptions(people, embedder));
  return watch.time('rank', async () => {
    const scorer = new LateScorer(store, query);
    const introductions = new Map(people.map((person) => [person, introductionOf(person)]));
    await scorer.prepare(
      Array.from(introductions, ([{ stored }, passage]) => (passage ? [{ stored, passage }] : [])).flat(),
    );
    return new Map(
      Array.from(introductions, ([person, passage]): [Person, Fit] => [
        person,
        {
          called: called(person),
          sensed: dot(query.vector, vectorOf(person)),
          introduced: passage ? scorer.score(scorer.maxima(passage)) : 0,
        },
      ]),
    );
  });
}

/** Whether a description may mean somebody whom it fits so. */
export function mayMean(phrase: string, { called, sensed }: Pick<Fit, 'called' | 'sensed'>): boolean {
  const isOneWord = !/\s/.test(withoutArticle(phrase.trim()));
  return called > 0 || sensed >= (isOneWord ? STRANGE.oneWord : STRANGE.more);
}

/** The quoted people whom a description fits by its sense, none if it fits nobody well enough. */
export async function describedPeople(turn: Turn, phrase: string): Promise<Person[]> {
  if (turn.people.length > MOST_PEOPLE) return [];
  const fits = await fitsOf(turn, phrase);
  const best = Math.max(...Array.from(fits.values(), ({ sensed }) => sensed));
  return [...fits].flatMap(([person, { sensed }]) =>
    sensed >= Math.max(ALIKE, best - CLOSE) ? [person] : [],
  );
}

/** The first sentence with the surname of a person, or with the whole name of a body. */
function introductionOf({ speaker, stored }: Person): Passage | null {
  const key = speaker.kind === 'person' ? (speaker.name.split(/\s+/).at(-1) ?? '') : speaker.name;
  return stored.passages.find((passage) => slice(stored.article, passage).includes(key)) ?? null;
}

/** Embeds what is not known yet; an article that stays open is embedded once. */
async function embedDescriptions(people: readonly Person[], embedder: Embedder): Promise<void> {
  const missing = people.filter((person) => vectorOf(person) === undefined);
  const vectors = await embedder.embed(missing.map(describe));
  missing.forEach((person, at) => {
    const known = KNOWN.get(person.stored) ?? new Map<string, Float32Array>();
    KNOWN.set(person.stored, known);
    const vector = vectors[at];
    if (vector) known.set(describe(person), vector);
  });
}

function vectorOf(person: Person): Float32Array | undefined {
  return KNOWN.get(person.stored)?.get(describe(person));
}

function describe({ speaker }: Person): string {
  return [fullName(speaker), speaker.role].filter(Boolean).join(', ');
}

function withoutArticle(phrase: string): string {
  return phrase.replace(/^(?:the|an?)\s/i, '');
}

function dot(a: Float32Array, b: Float32Array | undefined): number {
  return b ? a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) : 0;
}
