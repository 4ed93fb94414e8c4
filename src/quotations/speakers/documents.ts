import { isParticiple } from '../asides.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Token } from '../sentence.ts';
import type { View } from '../view.ts';
import type { Entity } from './entity.ts';

/** How far back a document may have been spoken of, in sentences. */
const REACH = 40;
/** How many words of what a participle adds are taken in. */
const MOST = 24;
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
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - REACH); index--) {
    const view = views[index];
    if (!view) continue;
    const at = view.tokens.findLastIndex(
      ({ lower, quote, tag }, place) =>
        lower === noun && quote < 0 && tag === 'NOUN' && place > 0 && describedAt(text, view, place) !== null,
    );
    const name = at < 0 ? null : describedAt(text, view, at);
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
  const end = reducedEnd(tokens, phrase.end);
  const [opening, closing] = [tokens[first], tokens[end - 1]];
  return opening && closing && end - first > 1 ? text.slice(opening.start, closing.end) : null;
}

/** "sent to staff in May": what a participle adds, as far as a mark, where no clause of its own stands in it. */
function reducedEnd(tokens: readonly Token[], at: number): number {
  const participle = tokens[at];
  if (participle?.tag !== 'VERB' || !isParticiple(participle, tokens[at + 1])) return at;
  const mark = tokens.findIndex(
    ({ text, quote }, place) => place > at && (quote >= 0 || /^[,.;:()]$/.test(text)),
  );
  const added = tokens.slice(at + 1, mark < 0 ? tokens.length : mark);
  return added.length > MOST || added.some(({ tag }) => /^(?:VERB|AUX)$/.test(tag))
    ? at
    : at + 1 + added.length;
}
