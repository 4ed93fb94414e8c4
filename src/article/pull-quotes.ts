import type { Span } from './article.ts';
import { words } from './words.ts';

/** Shorter repeats ("Yes, we can") happen by themselves. */
const MIN_WORDS = 5;
/** Layouts lift a sentence or two, never a whole column. */
const MAX_WORDS = 90;
const MAX_LENGTH = 1000;
/** A run of words that begins more quotations than this is a refrain; more places are not compared. */
const MOST_PLACES = 50;
const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)|(?<!\p{L})‘(?:[^’]|’(?=\p{L}))*(?:’|$)/gu;
/** "— Jane Doe" under the lifted words. */
const SIGNATURE = /[—–-][^\S\n]*[^—–\n]{2,60}$/u;

/**
 * Which blocks are pull quotes: layout that repeats words which the body has inside quotation marks,
 * itself without a frame. Returns one flag for each block.
 */
export function findPullQuotes(text: string, blocks: readonly Span[]): boolean[] {
  const quoted = new QuotedWords(text, blocks);
  const lifted = new Set<number>();
  blocks.forEach((block, index) => {
    if (block.end - block.start > MAX_LENGTH) return;
    const shown = text.slice(block.start, block.end).replace(/^>\s*/, '');
    const isLifted = [shown, shown.replace(SIGNATURE, '')].some((candidate) => {
      const forms = liftedForms(candidate);
      // Of two blocks that repeat each other one stays: the body keeps the words.
      return forms !== null && quoted.repeats(forms, (other) => other !== index && !lifted.has(other));
    });
    if (isLifted) lifted.add(index);
  });
  return blocks.map((_, index) => lifted.has(index));
}

/** The words of a block that could be lifted layout, or null: what has a frame outside its marks could not. */
function liftedForms(shown: string): string[] | null {
  const bare = shown.trim().replace(/^[“"‘']|[”"’']$/gu, '');
  if (/[“”"]/u.test(bare)) return null;
  const forms = words(bare).map((word) => word.form);
  return forms.length >= MIN_WORDS && forms.length <= MAX_WORDS ? forms : null;
}

/** Every word that stands in quotation marks, in order, with the block it stands in. */
class QuotedWords {
  private readonly forms: string[] = [];
  private readonly blockOf: number[] = [];
  private readonly starts = new Map<string, number[]>();

  constructor(text: string, blocks: readonly Span[]) {
    blocks.forEach((block, index) => {
      for (const match of text.slice(block.start, block.end).matchAll(QUOTED)) {
        for (const word of words(match[0])) {
          this.forms.push(word.form);
          this.blockOf.push(index);
        }
      }
    });
    for (let at = 0; at + MIN_WORDS <= this.forms.length; at++) {
      const key = this.forms.slice(at, at + MIN_WORDS).join(' ');
      const known = this.starts.get(key);
      if (known) known.push(at);
      else this.starts.set(key, [at]);
    }
  }

  /** Whether these words stand in marks, in a row, in a block that `counts`. */
  repeats(forms: readonly string[], counts: (block: number) => boolean): boolean {
    const key = forms.slice(0, MIN_WORDS).join(' ');
    return (this.starts.get(key) ?? [])
      .slice(0, MOST_PLACES)
      .some(
        (at) =>
          counts(this.blockOf[at] ?? -1) && forms.every((form, offset) => this.forms[at + offset] === form),
      );
  }
}
