import type { Span } from '../article/article.ts';
import type { ReaderArticle } from './reader-article.ts';

const MARKS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
};

/**
 * Where the words stand in the paragraphs, in order, not over each other. Case, the shape of
 * quotation marks and dashes, and the kind of white space make no difference.
 */
export function findWords({ text, paragraphs }: ReaderArticle, words: string): Span[] {
  const wanted = fold(words.trim().replace(/\s+/gu, ' '));
  if (wanted === '') return [];
  const found: Span[] = [];
  for (const { start, end } of paragraphs) {
    const folded = fold(text.slice(start, end));
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      found.push({ start: start + at, end: start + at + wanted.length });
    }
  }
  return found;
}

/** The same number of code units, so that places stay places. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, foldOne).join('');
  return same.replace(/[“”„«»‘’–—]/gu, (mark) => MARKS[mark] ?? mark).replace(/\s/gu, ' ');
}

function foldOne(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
