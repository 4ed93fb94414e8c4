import { wordSet } from '../lexicon/word-set.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { type NameRun, properRun, refine } from './names.ts';

/** How far behind a description somebody may give a name. */
const REACH = 28;

/**
 * "A neighbour who gave her name only as Greta", "a man, who asked to be called Otto,": the name that somebody goes by in
 * the clause behind a description; null where none is given.
 */
export function selfNamed(view: View, source: Source): NameRun | null {
  const { tokens } = view;
  for (let at = source.end; at < source.end + REACH && at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^[.;:?!]$/.test(token.text)) return null;
    const first = nameStart(view, at);
    const end = first < 0 ? first : properRun(tokens, first, tokens.length);
    if (end > first) return refine(tokens, { first, end }, first);
  }
  return null;
}

const GIVING = wordSet('name identified introduced described called named known');

/** Where the name begins if these words give one: "her first name, | Greta", "identified himself as | Otto"; else -1. */
function nameStart({ tokens }: View, at: number): number {
  const word = tokens[at]?.lower ?? '';
  if (!GIVING.has(word)) return -1;
  if (word === 'name' && isOwn(tokens[at - 1]?.lower, tokens[at - 2]?.lower)) {
    let next = at + 1;
    while (/^(?:,|only|simply|just|as|is|was)$/.test(tokens[next]?.lower ?? '')) next++;
    return next > at + 1 ? next : -1;
  }
  const themselves = /^(?:him|her|them)sel(?:f|ves)$/.test(tokens[at + 1]?.lower ?? '');
  if (themselves && /^(?:identified|introduced|described)$/.test(word))
    return asBehind(
      tokens.map(({ lower }) => lower),
      at + 2,
    );
  const called =
    /^(?:called|named|identified|known)$/.test(word) && /^(?:be|being)$/.test(tokens[at - 1]?.lower ?? '');
  if (!called) return -1;
  return word === 'called' || word === 'named'
    ? skipOnly(
        tokens.map(({ lower }) => lower),
        at + 1,
      )
    : asBehind(
        tokens.map(({ lower }) => lower),
        at + 1,
      );
}

function isOwn(before: string | undefined, further: string | undefined): boolean {
  return (
    POSSESSIVES.has(before ?? '') ||
    (/^(?:first|full|last|real|given)$/.test(before ?? '') && POSSESSIVES.has(further ?? ''))
  );
}

function skipOnly(words: readonly string[], from: number): number {
  return /^(?:only|simply|just)$/.test(words[from] ?? '') ? from + 1 : from;
}

function asBehind(words: readonly string[], from: number): number {
  const at = skipOnly(words, from);
  if (words[at] === 'by') return -1;
  return words[at] === 'as' ? at + 1 : -1;
}
