import { RELATIVES } from './lexicon/words.ts';
import type { Source } from './subject.ts';
import { subjectOf, type View } from './view.ts';

/** The subject of the first verb that has one, relative clauses aside. */
export function mainSubject(view: View): Source | null {
  for (const group of view.groups.slice(0, 5)) {
    if (group.form !== 'finite' || RELATIVES.has(view.tokens[group.first - 1]?.lower ?? '')) continue;
    const subject = subjectOf(view, group);
    if (!subject || RELATIVES.has(view.tokens[subject.first]?.lower ?? '')) continue;
    // "Lee, 93, whose father worked there, was well": her father is not whom it is about.
    if (view.tokens[subject.first - 1]?.lower !== 'whose') return subject;
  }
  return null;
}
