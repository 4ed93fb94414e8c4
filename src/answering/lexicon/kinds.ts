import { words } from '../../article/words.ts';
import { matchForm } from '../word-forms.ts';

/** Kinds of people and fates that exclude each other: who counts the one has not counted the other. */
const CONTRASTS: readonly (readonly string[])[] = [
  [
    'civilian noncombatant bystander',
    'troop soldier fighter militant militiaman militia rebel insurgent gunman combatant serviceman conscript',
  ],
  ['man male boy', 'woman female girl'],
  ['child kid boy girl toddler infant baby teenager', 'adult grown-up'],
  [
    'killed kill dead death deaths die died fatality fatalities drowned slain',
    'injured injury injuries wounded wound hurt',
    'arrested arrest detained detain jailed imprisoned',
    'missing',
  ],
];

/** For each contrast, the forms of its kinds. */
const KINDS = CONTRASTS.map((kinds) => kinds.map((kind) => new Set(kind.split(' ').flatMap(formsOfNoun))));

/** "men" and "women" are no regular plurals. */
function formsOfNoun(noun: string): string[] {
  const plural = /(?:^|[^u])man$/.test(noun)
    ? `${noun.slice(0, -2)}en`
    : noun === 'child'
      ? 'children'
      : noun;
  return [matchForm(noun), matchForm(plural)];
}

/** Whether a text speaks of another kind than the one that is asked for, and not of that: 57 troops are no civilians. */
export function isOfAnotherKind(text: string, question: string): boolean {
  const asked = new Set(words(question).map(({ form }) => matchForm(form)));
  const told = new Set(words(text).map(({ form }) => matchForm(form)));
  return KINDS.some((kinds) => {
    const wanted = kinds.filter((kind) => meet(kind, asked));
    if (wanted.length !== 1 || wanted.some((kind) => meet(kind, told))) return false;
    return kinds.some((kind) => meet(kind, told));
  });
}

function meet(kind: ReadonlySet<string>, forms: ReadonlySet<string>): boolean {
  for (const form of kind) if (forms.has(form)) return true;
  return false;
}
