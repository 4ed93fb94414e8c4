import { isParticiple } from './asides.ts';
import { DEPENDENT, RELATIVES } from './lexicon/words.ts';
import type { Source } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';
import { subjectOf, type View } from './view.ts';

/** The subject of the first verb that has one, relative and other dependent clauses aside. */
export function mainSubject(view: View): Source | null {
  return firstSubject(view, false) ?? firstSubject(view, true);
}

function firstSubject(view: View, dependent: boolean): Source | null {
  const groups = view.groups.slice(0, 5);
  for (const [at, group] of groups.entries()) {
    if (group.form !== 'finite' || RELATIVES.has(view.tokens[group.first - 1]?.lower ?? '')) continue;
    const subject = subjectOf(view, group);
    if (!subject || RELATIVES.has(view.tokens[subject.first]?.lower ?? '')) continue;
    // "a member since he was eight, had come"
    const conjunction = view.tokens[subject.first - 1]?.lower ?? '';
    if (!dependent && (DEPENDENT.has(conjunction) || conjunction === 'where')) continue;
    // "who hid a boat that he knew to be stolen, was jailed"
    if (!dependent && conjunction === 'that' && view.tokens[subject.first - 2]?.tag === 'NOUN') continue;
    // "Lee, 93, whose father worked there, was well": her father is not whom it is about.
    if (view.tokens[subject.first - 1]?.lower === 'whose') continue;
    return withParticiple(view, subject, group, groups[at + 1]);
  }
  return null;
}

/** "A survey ordered by the bank | puts": what looked like its verb is part of the phrase where a later one has it whole. */
function withParticiple(view: View, subject: Source, group: VerbGroup, next: VerbGroup | undefined): Source {
  const verb = view.tokens[group.verb];
  const may = next?.form === 'finite' && verb && isParticiple(verb, view.tokens[group.verb + 1]);
  const whole = may ? subjectOf(view, next) : null;
  return whole && whole.first === subject.first && whole.fullEnd > group.verb ? whole : subject;
}
