import type { CueVerb } from './lexicon/cue-verbs.ts';
import { WH_WORDS } from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import type { Token } from './sentence.ts';
import type { Source } from './subject.ts';

/** "told reporters", "told The Daily": the one spoken to, not the speaker. */
export function readHearer(tokens: readonly Token[], at: number, verbs: readonly CueVerb[]): Source | null {
  const takes = verbs.some(({ governs }) => governs.some((form) => form === 'hearer' || form === 'request'));
  const to = tokens[at]?.lower === 'to';
  if (!takes && !to) return null;
  const from = to ? at + 1 : at;
  if ((tokens[from]?.quote ?? -1) >= 0 || WH_WORDS.has(tokens[from]?.lower ?? '')) return null;
  if (tokens[from]?.lower === 'that') return null;
  if (tokens[from]?.lower === 'her' && !/^(?:NOUN|ADJ|PROPN|NUM|VERB)$/.test(tokens[from + 1]?.tag ?? '')) {
    return { first: from, end: from + 1, head: from, fullEnd: from + 1 };
  }
  const phrase = readNounPhrase(tokens, from, wordsBegin(tokens, from));
  if (!phrase || (to && tokens[from]?.tag === 'VERB')) return null;
  const end = hearerEnd(tokens, phrase.first, phrase.coreEnd);
  return { first: phrase.first, end, head: phrase.head, fullEnd: end };
}

/** "told reporters, “and we left”": behind a comma, what stands in marks is no part of whom it was told. */
function wordsBegin(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex(
    ({ quote }, index) => index > from && quote >= 0 && tokens[index - 1]?.text === ',',
  );
  return at < 0 ? tokens.length : at;
}

/** A pronoun is the whole listener; "told her friends that" is not. */
function hearerEnd(tokens: readonly Token[], first: number, end: number): number {
  const token = tokens[first];
  return token && /^(?:me|us|him|them|you|it)$/.test(token.lower) ? first + 1 : end;
}
