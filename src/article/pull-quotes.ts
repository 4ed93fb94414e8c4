import type { Span } from './article.ts';
import { words } from './words.ts';

/** Shorter repeats ("Yes, we can") happen by themselves. */
const MIN_WORDS = 5;
/** Layouts lift a sentence or two, never a whole column. */
const MAX_WORDS = 90;
const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)|(?<!\p{L})‘(?:[^’]|’(?=\p{L}))*(?:’|$)/gu;
/** "— Jane Doe" under the lifted words. */
const SIGNATURE = /\s*[—–-]\s*[^—–\n]{2,60}$/u;

/**
 * Which blocks are pull quotes: layout that repeats words which the body has inside quotation marks,
 * itself without a frame. Returns one flag for each block.
 */
export function findPullQuotes(text: string, blocks: readonly Span[]): boolean[] {
  const quoted = new QuotedWords(text, blocks);
  return blocks.map((block, index) => {
    const shown = text.slice(block.start, block.end).replace(/^>\s*/, '');
    return [shown, shown.replace(SIGNATURE, '')].some((candidate) => {
      const forms = liftedForms(candidate);
      return forms !== null && quoted.repeats(forms, index);
    });
  });
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

  /** Whether these words stand in marks, in a row, in another block. */
  repeats(forms: readonly string[], ownBlock: number): boolean {
    const key = forms.slice(0, MIN_WORDS).join(' ');
    return (this.starts.get(key) ?? []).some(
      (at) =>
        this.blockOf[at] !== ownBlock && forms.every((form, offset) => this.forms[at + offset] === form),
    );
  }
}
