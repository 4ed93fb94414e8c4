import { BE } from './lexicon/words.ts';
import type { Token } from './sentence.ts';

/** Nouns that stand for words somebody has just been quoted with. */
const WORDS =
  /^(?:thing|word|words|comment|comments|answer|reply|response|explanation|statement|hint|advice)$/;

/**
 * "“No comment” | was all | the coach would say", "was the only thing that", "was as much as": behind marked words, a
 * copula and what stands for them, whose relative clause is the frame. Index of the first token of that clause; -1
 * where no such predicate begins at `from`.
 */
export function summingUpEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  if (tokens[at]?.text === ',') at++;
  if (!BE.has(tokens[at]?.lower ?? '') || tokens[at]?.quote !== -1) return -1;
  at++;
  while (/^(?:about|just|pretty|nearly|almost|much|really)$/.test(tokens[at]?.lower ?? '')) at++;
  const end = sumEnd(tokens, at);
  if (end < 0) return -1;
  return tokens[end]?.lower === 'that' ? end + 1 : end;
}

function sumEnd(tokens: readonly Token[], at: number): number {
  const words = [0, 1, 2, 3].map((offset) => tokens[at + offset]?.lower ?? '');
  if (words[0] === 'all' || words[0] === 'everything') return at + 1;
  if (words.slice(0, 3).join(' ') === 'as much as') return at + 3;
  if (words[0] !== 'the') return -1;
  if (words[1] === 'most') return at + 2;
  return words[1] === 'only' && WORDS.test(words[2] ?? '') ? at + 3 : -1;
}
