import type { ReaderSpeaker } from './reader-article.ts';

type Called = Pick<ReaderSpeaker, 'name' | 'kind'>;

/**
 * A few letters for each speaker, by which they are told apart without colours: initials of the first
 * and the last word of a person, of up to three words of a body; no two the same.
 */
export function monograms(speakers: readonly Called[]): string[] {
  const taken = new Set<string>();
  return speakers.map((speaker) => {
    const letters = lettersOf(speaker);
    let own = letters;
    for (let number = 2; taken.has(own); number += 1) own = `${letters.slice(0, 2)}${number}`;
    taken.add(own);
    return own;
  });
}

function lettersOf({ name, kind }: Called): string {
  if (kind === 'unattributed') return '?';
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const large = words.filter((word) => /^\p{Lu}/u.test(word));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length === 1) return [...first].slice(0, 2).join('').toUpperCase() || '–';
  if (kind !== 'person' && kind !== 'unnamed' && large.length > 1)
    return large.slice(0, 3).map(initial).join('');
  return `${initial(first)}${initial(last)}` || '–';
}

function initial(word: string): string {
  return [...word][0]?.toUpperCase() ?? '';
}
