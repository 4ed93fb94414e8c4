import type { Token } from './sentence.ts';

const NAMED = /^(?:named|identified|quoted|interviewed|photographed|used|published|printed|given|disclosed)$/;

/**
 * Whether what begins at `first` is about the source and nothing that was said: "declined | to be identified", "promised
 * not | to name", "asked that | her name not be used".
 */
export function asksNotToBeNamed(tokens: readonly Token[], first: number): boolean {
  const next = tokens[first + 1]?.lower ?? '';
  if (next === 'be') return NAMED.test(tokens[first + 2]?.lower ?? '');
  if (/^(?:name|identify)$/.test(next) && tokens[first - 1]?.lower === 'not') return true;
  const not = tokens.findIndex(({ lower }, at) => at > first && at < first + 6 && lower === 'not');
  if (not < 0 || tokens[not + 1]?.lower !== 'be' || !NAMED.test(tokens[not + 2]?.lower ?? '')) return false;
  return tokens
    .slice(first, not)
    .some(({ lower }) => /^(?:he|she|they|i|names?|identity|identities)$/.test(lower));
}
