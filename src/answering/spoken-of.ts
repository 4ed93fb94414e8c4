import { words } from '../article/words.ts';
import { isRole } from './lexicon/roles.ts';
import { matchPerson, type Person } from './people.ts';

/** Words of a description behind "the": "the head of the opposition". */
const LONGEST = 4;
/** So sure a description must be: a word that only resembles a role says nothing. */
const SURE = 0.72;

/** The quoted people whom a question speaks of by surname or calling: "why does the historian doubt it". */
export function peopleSpokenOf(question: string, people: readonly Person[]): Person[] {
  const own = words(question);
  const forms = own.map(({ form }) => form.replace(/'s$/, ''));
  const named = people.filter(({ speaker }) => {
    const surname = speaker.name.toLowerCase().split(/\s+/).at(-1) ?? '';
    return speaker.kind === 'person' && surname.length >= 4 && forms.includes(surname);
  });
  if (named.length > 0) return named;
  const callings = new Set(people.map(callingOf));
  const isCalling = (form: string): boolean => isRole(form) || callings.has(form);
  for (const [at, { form, start }] of own.entries()) {
    if (form !== 'the') continue;
    for (let length = LONGEST; length >= 1; length--) {
      const last = own[at + length];
      if (!last || !forms.slice(at + 1, at + length + 1).some(isCalling)) continue;
      const match = matchPerson(question.slice(start, last.end), people, []);
      if (match.kind === 'found' && match.certainty >= SURE) return [...match.people];
    }
  }
  return [];
}

/** "rector" of "vice rector of Tromvik University". */
function callingOf({ speaker }: Person): string {
  const [head = ''] = (speaker.role ?? '').split(/\s(?:of|at|for|in|on|who|and|with|to)\s|,/);
  return words(head).at(-1)?.form ?? '';
}
