import { cueForm } from '../lexicon/cue-verbs.ts';
import { isRole } from '../lexicon/nouns.ts';
import { TIME_NOUNS } from '../lexicon/words.ts';
import type { Token } from '../sentence.ts';
import { isPair } from './pairs.ts';

/** Start of the noun group that ends at `last`, without its article. */
export function groupStart(tokens: readonly Token[], last: number): number {
  let first = last;
  while (first > 0) {
    const token = tokens[first - 1];
    if (!token || token.quote !== tokens[last]?.quote) break;
    if (isTime(token, tokens[first])) break;
    const joins =
      /^(?:NOUN|PROPN|ADJ|NUM|PART)$/.test(token.tag) ||
      /^(?:lead|leading|acting|retired|managing|founding|visiting|presiding)$/.test(token.lower) ||
      isGluedHyphen(tokens, first - 1) ||
      token.lower === "'s" ||
      opensSentence(tokens, first - 1);
    const before = tokens[first - 2];
    // "the mother of crash victim Ann Lee": the victim is she.
    const of =
      token.lower === 'of' &&
      first - 1 > 0 &&
      before !== undefined &&
      !(last === first && isRole(tokens[first]?.lower ?? '')) &&
      ((isRole(before.lower) && !isRole(tokens[last]?.lower ?? '')) ||
        (before.capital && tokens[first]?.capital === true && before.tag === 'PROPN'));
    // "best-selling author Ann Lee"
    const compound =
      token.tag === 'VERB' && tokens[first - 2]?.text === '-' && tokens[first - 2]?.end === token.start;
    // "economist and author Ann Lee"
    const and =
      isPair(tokens, first - 1) ||
      (token.lower === 'and' && isRole(before?.lower ?? '') && isRole(tokens[last]?.lower ?? ''));
    if (!joins && !of && !and && !compound) break;
    first--;
  }
  while (tokens[first]?.lower === "'s" || tokens[first]?.text === '-' || tokens[first]?.lower === 'not')
    first++;
  return first;
}

/** "vice-chair", not "the mayor's allies - Senator": a hyphen between spaces is a dash. */
function isGluedHyphen(tokens: readonly Token[], at: number): boolean {
  const hyphen = tokens[at];
  return hyphen?.text === '-' && tokens[at - 1]?.end === hyphen.start && tokens[at + 1]?.start === hyphen.end;
}

/** "Ferret owner Ann Lee": the capital at the start leads the tagger astray. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const start = at === 0 || tokens[at - 1]?.quote !== token?.quote || tokens[at - 1]?.text === '.';
  return (
    start &&
    token?.capital === true &&
    /^(?:VERB|INTJ|X)$/.test(token.tag) &&
    cueForm(token.lower) === null &&
    (isRole(tokens[at + 1]?.lower ?? '') ||
      (/(?:s|ing)$/.test(token.lower) && tokens[at + 1]?.tag === 'NOUN'))
  );
}

/** "09:05 First Minister", "In July 2015 President": when it was is no part of who. "Sunday school teacher" is. */
function isTime(token: Token, next: Token | undefined): boolean {
  if (/^\d{1,2}[:.]\d{2}(?:am|pm)?$|^(?:19|20)\d\d$|^[ap]\.?m\.?$|^\d.*\.$/.test(token.lower)) return true;
  return token.capital && TIME_NOUNS.has(token.lower) && next?.capital === true;
}
