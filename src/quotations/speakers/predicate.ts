import { isRole } from '../lexicon/nouns.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Token } from '../sentence.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { properRun, refine } from './names.ts';

/**
 * "The younger man is Ann Lee, who has her job", "The man with the dog turns out to be her oldest friend.": what a
 * sentence says that its subject is, where that is a person's name or what somebody is to somebody; else null.
 */
export function predicateOf({ tokens }: View, subject: Source): Source | null {
  const first = copulaEnd(tokens, subject.end);
  const opening = tokens[first];
  if (first < 0 || !opening || opening.quote >= 0) return null;
  if (/^(?:his|her|their)$/.test(opening.lower)) {
    const phrase = readNounPhrase(tokens, first);
    const role = phrase && isRole(tokens[phrase.head]?.lower ?? '');
    return role ? { first, end: phrase.coreEnd, head: phrase.head, fullEnd: phrase.end } : null;
  }
  const end = properRun(tokens, first, tokens.length);
  if (end < first + 2 || !/^[,.]$/.test(tokens[end]?.text ?? '.')) return null;
  const run = refine(tokens, { first, end }, first);
  return run.kind === 'person' ? { first, end, head: end - 1, fullEnd: end } : null;
}

/** Behind "is", "was", "turns out to be"; -1 where none of them stands. */
function copulaEnd(tokens: readonly Token[], at: number): number {
  const [verb, ...behind] = tokens.slice(at, at + 4).map(({ lower }) => lower);
  if (verb === 'is' || verb === 'was') return at + 1;
  return /^turn(?:s|ed)$/.test(verb ?? '') && behind.join(' ') === 'out to be' ? at + 4 : -1;
}
