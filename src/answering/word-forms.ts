import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import { stem } from '../retrieval/keyword-index.ts';
import type { Passage, StoredArticle } from '../retrieval/store.ts';
import { rememberingWords } from '../retrieval/word-memory.ts';
import { countryOf } from './lexicon/places.ts';

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/**
 * The form by which a word of a question and a word of a passage are the same: its stem, the number that it is in
 * words or digits, or the country that it speaks of.
 */
export const matchForm = rememberingWords((form) => {
  const number = NUMBER_WORDS.indexOf(form);
  if (number >= 2) return `number:${number}`;
  if (/^\d/.test(form)) return `number:${form}`;
  const country = countryOf(form.replace(/'s$/, ''));
  return country === null ? stem(form) : `country:${country}`;
});

/** The forms by which the words of a text can be met. */
export function formsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { form } of words(text)) {
    found.add(matchForm(form));
    if (form.includes('-')) for (const part of form.split('-')) found.add(matchForm(part));
  }
  return found;
}

const KNOWN = new WeakMap<Passage, ReadonlySet<string>>();

/** `formsOf` a passage; an article that stays open is read once. */
export function passageForms({ article }: StoredArticle, passage: Passage): ReadonlySet<string> {
  const known = KNOWN.get(passage) ?? formsOf(slice(article, passage));
  KNOWN.set(passage, known);
  return known;
}
