import { wordSet } from './lexicon/word-set.ts';
import { COORDINATORS, RELATIVES } from './lexicon/words.ts';
import type { Token } from './sentence.ts';
import { summingUpEnd } from './summing-up.ts';

/** The last hard edge before the verb: a quotation, a colon, a semicolon, "that" after a verb. */
export function clauseFloor(tokens: readonly Token[], from: number, end: number): number {
  // "Lee — who once said she would “leave the hall” — | said": what stands between dashes is an aside.
  const dash = DASH.test(tokens[end - 1]?.text ?? '')
    ? tokens.slice(from, end - 1).findLastIndex(({ text, quote }) => quote < 0 && DASH.test(text))
    : -1;
  if (dash > 0 && RELATIVES.has(tokens[from + dash + 1]?.lower ?? ''))
    return clauseFloor(tokens, from, from + dash);
  for (let at = end - 1; at >= from; at--) {
    const token = tokens[at];
    if (!token) continue;
    const clause = token.quote >= 0 ? summingUpEnd(tokens, at + 1) : -1;
    if (clause > at && clause < end) return clause;
    if (token.quote >= 0 && (!isScare(tokens, at) || joinsOn(tokens, at + 1))) return at + 1;
    if (HARD_EDGES.has(token.text)) return at + 1;
  }
  return from;
}

const DASH = /^[–—-]$/;
const HARD_EDGES = wordSet('; : • … --');

/** "… “a farce”, and Lee said": behind marks, a comma and "and" stands a new clause. */
function joinsOn(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text === ',' && (tokens[at]?.quote ?? -1) < 0 && COORDINATORS.has(tokens[at + 1]?.lower ?? '')
  );
}

/** Two or three marked words, or a title in capitals, inside a description ("the “Iron Lady” said") are no edge. */
function isScare(tokens: readonly Token[], at: number): boolean {
  const { quote } = tokens[at] ?? { quote: -1 };
  if (isMarkedAs(tokens, at)) return true;
  if (tokens[at + 1]?.quote !== quote && /^[,.!?…]$/.test(tokens[at]?.text ?? '')) return false;
  let first = at;
  let capitals = true;
  while (first >= 0 && tokens[first]?.quote === quote && at - first < 12) {
    const text = tokens[first]?.text ?? '';
    if (!/^[\p{Lu}\p{N}\p{P}]/u.test(text) && text.length > 3) capitals = false;
    first--;
  }
  return at - first <= 4 || (capitals && at - first < 12);
}

/** "a letter marked “Not for the Press,” warns": behind such a participle stands what is written on a thing, or its name. */
function isMarkedAs(tokens: readonly Token[], at: number): boolean {
  const { quote } = tokens[at] ?? { quote: -1 };
  let first = at;
  while (tokens[first - 1]?.quote === quote) first--;
  const before = tokens[first - 1]?.lower === 'as' ? first - 2 : first - 1;
  return /^(?:marked|titled|entitled|headed|headlined|labelled|labeled|stamped|nicknamed|dubbed|called|named|known|billed)$/.test(
    tokens[before]?.lower ?? '',
  );
}
