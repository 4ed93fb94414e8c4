import type { Embedder } from '../retrieval/embedder.ts';
import type { StoredArticle } from '../retrieval/store.ts';
import { fullName } from './compose.ts';
import type { Person } from './people.ts';
import type { Turn } from './turn.ts';

/** Cosine from which a description ("state leader") and a speaker ("…, Governor of Washington") may be the same. */
const ALIKE = 0.42;
/** Speakers this close to the most alike are heard as well: what is asked about decides between them. */
const CLOSE = 0.1;
/** In a large library a description fits too many to mean anybody, and embedding them all would take a second. */
const MOST_PEOPLE = 64;

const KNOWN = new WeakMap<StoredArticle, Map<string, Float32Array>>();

/** The quoted people whom a description fits by its sense, none if it fits nobody well enough. */
export async function describedPeople({ embedder, people, watch }: Turn, phrase: string): Promise<Person[]> {
  if (people.length > MOST_PEOPLE) return [];
  return watch.time('embed', async () => {
    const [asked] = await embedder.embed([phrase.replace(/^(?:the|an?)\s/i, '')]);
    await embedDescriptions(people, embedder);
    const scored = people.map((person) => ({ person, score: asked ? dot(asked, vectorOf(person)) : 0 }));
    const best = Math.max(...scored.map(({ score }) => score));
    return scored.filter(({ score }) => score >= Math.max(ALIKE, best - CLOSE)).map(({ person }) => person);
  });
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

function dot(a: Float32Array, b: Float32Array | undefined): number {
  return b ? a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) : 0;
}
