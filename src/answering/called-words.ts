import { words } from '../article/words.ts';
import type { Speaker } from '../quotations/quotation.ts';
import { Recent } from '../retrieval/word-memory.ts';

/** Titles that are callings: "the professor" asks for whoever bears one. */
export const TITLES: Readonly<Record<string, string>> = {
  prof: 'professor',
  dr: 'doctor',
  gen: 'general',
  col: 'colonel',
  lt: 'lieutenant',
  capt: 'captain',
  sgt: 'sergeant',
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  rev: 'reverend',
  pres: 'president',
};

/** What a speaker's name, title and role offer to be called by. */
interface CalledWords {
  readonly nameWords: readonly string[];
  readonly roleWords: readonly string[];
  readonly initials: ReadonlySet<string>;
}

/** Speakers of some hundred articles. */
const REMEMBERED = 2_000;
const CALLED = new WeakMap<Speaker, CalledWords>();
const RECENT = new Recent<CalledWords>(REMEMBERED);

/**
 * The words by which a speaker may be called. A speaker of an article that stays open is read once, and so is one of
 * whom many articles tell the same.
 */
export function calledWords(speaker: Speaker): CalledWords {
  const known = CALLED.get(speaker);
  if (known) return known;
  const key = `${speaker.name}\n${speaker.title}\n${speaker.role}`;
  const called = RECENT.get(key, () => readCalledWords(speaker));
  CALLED.set(speaker, called);
  return called;
}

function readCalledWords({ name, title, role }: Speaker): CalledWords {
  return {
    nameWords: words(name).map(({ form }) => form.replace(/'s$/, '')),
    roleWords: words(`${title ?? ''} ${role ?? ''}`).map(({ form }) => {
      const word = form.replace(/'s$/, '').replace(/\.$/, '');
      return TITLES[word] ?? word;
    }),
    initials: acronymsOf(`${name} · ${role ?? ''}`),
  };
}

/** The initials of every run of capitalised words, small words between them left out: "INSS", "AP". */
export function acronymsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of text.matchAll(
    /\p{Lu}[\p{L}’']*(?:[ -](?:(?:of|for|the|and|in|on)\s)*\p{Lu}[\p{L}’']*)+/gu,
  )) {
    const initials = Array.from(run[0].matchAll(/\p{Lu}/gu), (letter) => letter[0].toLowerCase());
    for (let from = 0; from < initials.length - 1; from++) {
      for (let to = from + 2; to <= initials.length; to++) found.add(initials.slice(from, to).join(''));
    }
  }
  return found;
}
