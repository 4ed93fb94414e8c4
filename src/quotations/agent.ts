import { singular } from './lexicon/nouns.ts';
import { wordSet } from './lexicon/word-set.ts';
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
    if (phrase && !isMeans(tokens, phrase)) return sourceOf(phrase);
  }
  return null;
}

/** "were told by text message", "by phone": a bare noun that is nobody. */
function isMeans(tokens: readonly Token[], { first, head, end }: NounPhrase): boolean {
  const noun = tokens[head];
  if (noun?.tag !== 'NOUN' || noun.quote >= 0) return false;
  const bare = tokens.slice(first, end).every(({ tag, capital }) => !capital && /^(?:NOUN|ADJ)$/.test(tag));
  return bare && singular(noun.lower) === noun.lower && MEANS.has(noun.lower);
}

const MEANS = wordSet(
  `text message email e-mail mail letter phone telephone post radio loudspeaker fax video link hand word way mistake
   tannoy megaphone courier telegram`,
);
