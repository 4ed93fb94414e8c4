import type { Span } from '../article/article.ts';
import { editorsForm } from './spelling.ts';

/** A word of the article, or of a claim; words in square brackets were put there by an editor. */
export interface ComparedWord extends Span {
  readonly form: string;
  readonly bracketed: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’‘‑-][\p{L}\p{N}]+)*|\[[^\]]*\]|[%&]/gu;
/** "[W]e": an editor changed a letter, which is no insertion. "act[ed]": an ending, marked as the editor's. */
const CHANGED_LETTER = /\[(\p{L}{1,2})\](?=\p{L})/gu;
const CHANGED_ENDING = /(?<!\p{L})(\p{L}+)\[(\p{L}{1,4})\]/gu;
const ELLIPSIS = /\s*(?:\[\s*(?:…|\.{2,})\s*\]|\(\s*(?:…|\.{2,})\s*\)|…|\.{3,}|\. \. \.)\s*/u;
/** An insertion in brackets stands for at most this many words of the article. */
export const MAX_REPLACED = 8;

/** The words of a text; what stands in brackets is one word without form. */
export function comparedWords(text: string, { start, end }: Span): ComparedWord[] {
  const found: ComparedWord[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    if (!match[0].startsWith('[')) {
      found.push({ start: from, end: from + match[0].length, form: editorsForm(match[0]), bracketed: false });
      continue;
    }
    for (const inner of match[0].matchAll(/[\p{L}\p{N}]+(?:['’‘‑-][\p{L}\p{N}]+)*/gu)) {
      const at = from + inner.index;
      found.push({ start: at, end: at + inner[0].length, form: editorsForm(inner[0]), bracketed: true });
    }
  }
  return joinPerCent(found);
}

/** "per cent" is one word, as "percent" is. */
function joinPerCent(found: readonly ComparedWord[]): ComparedWord[] {
  const joined: ComparedWord[] = [];
  for (const word of found) {
    const last = joined.at(-1);
    if (word.form === 'cent' && last?.form === 'per') {
      joined[joined.length - 1] = { ...last, end: word.end, form: 'percent' };
    } else joined.push(word);
  }
  return joined;
}

/** The claim with an editor's changes inside a word written as whole words. */
function withWholeWords(claim: string): string {
  return claim.replace(CHANGED_LETTER, '$1').replace(CHANGED_ENDING, '[$1$2]');
}

/** The words of a claim's parts, which an ellipsis separates; parts without a word of the article left out. */
export function partsOf(claim: string): ComparedWord[][] {
  return withWholeWords(claim)
    .split(ELLIPSIS)
    .map((part) => comparedWords(part, { start: 0, end: part.length }))
    .filter((part) => part.some(({ bracketed }) => !bracketed));
}

/** Words of an article, brackets left out, that these words of a claim can stand for at most. */
export function mostWords(claimed: readonly ComparedWord[]): number {
  return claimed.reduce((sum, { bracketed }) => sum + (bracketed ? 1 + MAX_REPLACED : 1), 0);
}
