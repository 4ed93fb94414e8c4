import type { Token } from '../sentence.ts';

/**
 * The word that says what somebody is in a compound with "of": "gran" of "gran-of-four", "mother" of
 * "mother-of-the-bride". Index of the token; `last` where no such compound ends there.
 */
export function compoundHead(tokens: readonly Token[], last: number): number {
  const article = isHyphen(tokens, last - 1) && tokens[last - 2]?.lower === 'the';
  const of = article ? last - 4 : last - 2;
  if (!isHyphen(tokens, of + 1) || tokens[of]?.lower !== 'of' || !isHyphen(tokens, of - 1)) return last;
  return of >= 2 ? of - 2 : last;
}

/** A hyphen with no space around it. */
function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.text === '-' && tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
}
