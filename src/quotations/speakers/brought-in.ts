import type { Token } from '../sentence.ts';
import type { View } from '../view.ts';

/** How far back somebody may have been brought in, in sentences. */
const REACH = 40;
/** How many words may stand between "a" and the noun. */
const BETWEEN = 3;

/**
 * Whether an earlier sentence brings in somebody without a name by this noun: "owned by a party donor … the donor said".
 * What says who somebody else is ("Lee, a donor,", "she was a donor") brings in nobody.
 */
export function isBroughtIn(views: readonly View[], { sentence }: View, noun: string): boolean {
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - REACH); index--) {
    const tokens = views[index]?.tokens ?? [];
    if (tokens.some(({ lower, quote }, at) => lower === noun && quote < 0 && bringsIn(tokens, at)))
      return true;
  }
  return false;
}

function bringsIn(tokens: readonly Token[], noun: number): boolean {
  const article = articleBefore(tokens, noun);
  const before = tokens[article - 1];
  const next = tokens[noun + 1];
  // "a donor, Ann Lee,", "a donor named Lee"
  if (next?.capital || (next?.text === ',' && tokens[noun + 2]?.capital) || NAMING.test(next?.lower ?? ''))
    return false;
  // Only an object or whom a preposition governs: what opens a sentence has its own sentence to be named in.
  return (
    before !== undefined &&
    /^(?:VERB|ADP)$/.test(before.tag) &&
    before.lower !== 'as' &&
    !BECOMING.test(before.lower)
  );
}

function articleBefore(tokens: readonly Token[], noun: number): number {
  for (let at = noun - 1; at >= Math.max(0, noun - 1 - BETWEEN); at--) {
    if (/^an?$/.test(tokens[at]?.lower ?? '')) return at;
    if (!/^(?:ADJ|NOUN|PROPN|VERB)$/.test(tokens[at]?.tag ?? '')) return -1;
  }
  return -1;
}

const NAMING = /^(?:named|called)$/;
const BECOMING =
  /^(?:becom(?:e|es|ing)|became|remain(?:s|ed|ing)?|elected|appointed|named|called|made|hired|like)$/;
