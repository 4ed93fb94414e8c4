import { genderOfTitle, isCourtesy } from '../lexicon/titles.ts';
import type { Gender, Named } from './named.ts';

/** Of two people with one surname, a title means the one who has it, and never one of the other gender. */
export function agreesWithTitle(named: Named, title: string): boolean {
  const gender = genderOfTitle(title);
  if (gender && named.gender && gender !== named.gender) return false;
  // "Mrs Hale" is not the sergeant of that name where there is another.
  if (isCourtesy(title)) return named.title === null || isCourtesy(named.title);
  const word = title.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (named.title !== null) return named.title.toLowerCase().split(/\s+/).includes(word);
  return gender !== null || (named.role?.toLowerCase().split(/\s+/).includes(word) ?? false);
}

/** At most two letters differ, the first one never. */
export function isMisspelling(word: string, surname: string): boolean {
  if (word[0] !== surname[0] || Math.abs(word.length - surname.length) > 1 || surname.length < 6)
    return false;
  const limit = surname.length > 7 ? 2 : 1;
  let before = Array.from({ length: surname.length + 1 }, (_, index) => index);
  for (let at = 1; at <= word.length; at++) {
    const row = [at];
    for (let to = 1; to <= surname.length; to++) {
      const same = word[at - 1] === surname[to - 1] ? 0 : 1;
      row.push(Math.min((before[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, (before[to - 1] ?? 0) + same));
    }
    before = row;
  }
  return (before.at(-1) ?? limit + 1) <= limit;
}

/** The words of a name in lower case, without initials and full stops. */
export function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word.length > 1 && !/^(?:jr|sr|the|of)$/.test(word));
}

export function matches(candidate: Named, word: string): boolean {
  return candidate.words.has(word);
}

export function other(gender: 'male' | 'female'): Gender {
  return gender === 'male' ? 'female' : 'male';
}

/** How far back somebody may have been named in full to be meant by the surname alone, in characters. */
const JUST_NAMED = 300;

/**
 * Of several with one surname, whom the surname alone means: whoever has just been named, else the first of them. A
 * paper that quotes a family gives the others' forenames each time. Null where they are not all people.
 */
export function bearerOf(candidates: readonly Named[], at: number): Named | null {
  if (candidates.some(({ kind }) => kind === 'organisation')) return null;
  const near = candidates.filter(({ mentions }) => at - lastBefore(mentions, at) < JUST_NAMED);
  if (near.length === 1) return near[0] ?? null;
  return candidates.toSorted((left, right) => (left.mentions[0] ?? 0) - (right.mentions[0] ?? 0))[0] ?? null;
}

export function mostRecent(candidates: readonly Named[], at: number): Named | null {
  let best: Named | null = null;
  let bestAt = -1;
  for (const candidate of candidates) {
    const last = lastBefore(candidate.mentions, at);
    if (last > bestAt) {
      best = candidate;
      bestAt = last;
    }
  }
  return best ?? candidates[0] ?? null;
}

/** The last offset not behind `at`, by halving; -1 if there is none. */
export function lastBefore(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? (offsets[low - 1] ?? -1) : -1;
}
