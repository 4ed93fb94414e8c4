import { isParticiple } from '../asides.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { View } from '../view.ts';
import type { Entity } from './entity.ts';

/** How far back a document may have been spoken of, in sentences. */
const REACH = 40;
/** How many words may stand between the determiner and the noun. */
const BETWEEN = 4;

/**
 * What an earlier sentence says of a document that comes again by its noun alone: "In a letter to employees, he wrote …
 * the letter says". The entity with that description; null where none says more than the noun.
 */
export function documentBroughtIn(
  text: string,
  views: readonly View[],
  { sentence }: View,
  noun: string,
): Entity | null {
  for (let index = Math.max(0, sentence.index - REACH); index < sentence.index; index++) {
    const view = views[index];
    const at =
      view?.tokens.findIndex(({ lower, quote, tag }) => lower === noun && quote < 0 && tag === 'NOUN') ?? -1;
    const name = view && at > 0 ? describedAt(text, view, at) : null;
    if (name === null) continue;
    const description = { name, title: null, role: null, kind: 'document' as const };
    return { named: null, description, gender: null, plural: false, kind: 'document', head: noun };
  }
  return null;
}

/** The whole phrase around a noun without its article; null where it is no more than the noun. */
function describedAt(text: string, { tokens }: View, noun: number): string | null {
  let first = noun;
  while (
    first > 0 &&
    noun - first <= BETWEEN &&
    /^(?:NOUN|ADJ|PROPN|NUM|PART)$/.test(tokens[first - 1]?.tag ?? '')
  )
    first--;
  if (!/^(?:a|an|the|his|her|its|their|another)$/.test(tokens[first - 1]?.lower ?? '')) return null;
  const phrase = readNounPhrase(tokens, first);
  if (!phrase || phrase.head !== noun) return null;
  let end = phrase.end;
  const behind = tokens[end];
  if (behind?.tag === 'VERB' && isParticiple(behind, tokens[end + 1]))
    while (tokens[end] && !/^[,.;:()]$/.test(tokens[end]?.text ?? '') && (tokens[end]?.quote ?? 0) < 0) end++;
  const [opening, closing] = [tokens[first], tokens[end - 1]];
  return opening && closing && end - first > 1 ? text.slice(opening.start, closing.end) : null;
}
