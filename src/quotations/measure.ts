import { wordSet } from './lexicon/word-set.ts';
import type { Token } from './sentence.ts';

/** Words before a number that say how exact it is. */
const MEASURES =
  wordSet(`about around nearly almost over under some roughly perhaps barely just approximately upwards_of close_to
  more_than less_than fewer_than at_least at_most up_to as_many_as as_few_as just_over just_under well_over only_about`);
const LONGEST = 3;
const OPENINGS = new Set([...MEASURES].map((words) => words.split('_', 1)[0]));
/** "a dozen", "half", "hundreds" are numbers too. */
const NUMBERS = wordSet('dozen score hundred thousand million quarter third half hundreds thousands dozens');

/** "more than | 40 drivers", "at least | a dozen": where the number begins; `at` itself where no such words stand. */
export function measureEnd(tokens: readonly Token[], at: number): number {
  if (!OPENINGS.has(tokens[at]?.lower ?? '')) return at;
  for (let length = LONGEST; length > 0; length--) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || !MEASURES.has(words.map(({ lower }) => lower).join('_'))) continue;
    if (isNumber(tokens, at + length)) return at + length;
  }
  return at;
}

function isNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag === 'NUM') return true;
  const word = /^an?$/.test(token?.lower ?? '') ? tokens[at + 1] : token;
  return NUMBERS.has(word?.lower ?? '');
}
