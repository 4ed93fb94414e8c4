import type { Store, StoredArticle } from '../retrieval/store.ts';
import { readAhead } from './evidence.ts';
import { matchPerson, quotedPeople } from './people.ts';
import { type Place, placesByWords, placesOfPeople } from './places.ts';
import type { Understanding } from './understanding.ts';

/**
 * Reads what a question over many articles will most likely need, as far as its words tell: done while the model works
 * on its sense. `articles`: those that its words point at. Nothing of the answer depends on it.
 */
export async function lookAhead(
  store: Store,
  understanding: Understanding,
  articles: readonly StoredArticle[],
): Promise<void> {
  const places = await likelyPlaces(store, understanding, articles);
  if (places.length > 0) await readAhead(store, places);
}

async function likelyPlaces(
  store: Store,
  { request, followUp, speaker, content, quoted }: Understanding,
  articles: readonly StoredArticle[],
): Promise<Place[]> {
  // Words in marks are looked for in the text, and a thread has its own way.
  if (followUp !== null || content === '' || quoted.length > 0) return [];
  if (speaker === null) return placesByWords(store, content, null);
  const match = matchPerson(speaker, quotedPeople(articles), [], request === 'who-said');
  return match.kind === 'found' ? placesOfPeople(match.people) : [];
}
