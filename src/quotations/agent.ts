import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import type { Token } from './sentence.ts';
import type { Source } from './subject.ts';

/** A noun phrase as the phrase that names a speaker. */
export function sourceOf(phrase: NounPhrase): Source {
  return { first: phrase.first, end: phrase.coreEnd, head: phrase.head, fullEnd: phrase.end };
}

/**
 * Whom a preposition between two tokens names: "was told by the dean", "a warning from Lee". The phrase ends before
 * `limit`; null where there is none.
 */
export function agentBetween(
  tokens: readonly Token[],
  preposition: RegExp,
  from: number,
  to: number,
  limit = tokens.length,
): Source | null {
  for (let at = from; at < to; at++) {
    if (!preposition.test(tokens[at]?.lower ?? '')) continue;
    const phrase = readNounPhrase(tokens, at + 1, limit);
    if (phrase) return sourceOf(phrase);
  }
  return null;
}
