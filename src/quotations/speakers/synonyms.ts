import { ALIKE } from '../lexicon/alike.ts';
import { singular } from '../lexicon/nouns.ts';
import { WIDER } from '../lexicon/wider.ts';
import { wordSet } from '../lexicon/word-set.ts';

/** Keys of the groups whose callings a noun can stand for, and of those that it belongs to. */
const CALLED = new Map<string, readonly string[]>();
const BELONGS = new Map<string, readonly string[]>();

function add(groups: Map<string, readonly string[]>, word: string, key: string): void {
  groups.set(word, [...(groups.get(word) ?? []), key]);
}

for (const [at, words] of ALIKE.entries()) {
  for (const word of wordSet(words)) {
    add(CALLED, word, `~alike ${at}`);
    add(BELONGS, word, `~alike ${at}`);
  }
}
for (const [noun, callings] of Object.entries(WIDER)) {
  add(CALLED, noun, `~wider ${noun}`);
  for (const calling of wordSet(callings)) add(BELONGS, calling, `~wider ${noun}`);
}
/** Sciences have more names than a list: "hydrologist" is a scientist all the same. */
const SCIENTISTS = /(?:ologist|physicist|chemist)$/;

/**
 * Keys of the groups of callings that a noun in lower case can stand for, alone or with the word before it: "boss" for a
 * manager, "taxi driver" for a cabbie.
 */
export function groupsCalled(noun: string, before: string | null = null): readonly string[] {
  return formsOf(noun, before).flatMap((form) => CALLED.get(form) ?? []);
}

/** Keys of the groups that a calling in lower case belongs to, alone or with the word before it. */
export function groupsOf(noun: string, before: string | null = null): readonly string[] {
  const groups = formsOf(noun, before).flatMap((form) => BELONGS.get(form) ?? []);
  return SCIENTISTS.test(singular(noun))
    ? [...groups, '~wider scientist', '~wider researcher', '~wider expert', '~wider academic']
    : groups;
}

/** Whether a noun in lower case can call somebody who was introduced by another. */
export function callsToo(noun: string, known: string): boolean {
  const groups = groupsOf(known);
  return groupsCalled(noun).some((group) => groups.includes(group));
}

function formsOf(noun: string, before: string | null): string[] {
  const one = singular(noun);
  return before === null ? [one] : [one, `${before}_${one}`];
}
