import { type Frame, governs } from './frame.ts';
import type { View } from './view.ts';

/** "declared in the debate hall, “I am …”": a sentence in marks behind where it was said, whatever place that is; else null. */
export function quoteBehindPlace(view: View, frame: Frame): number | null {
  const { tokens } = view;
  if (!frame.verbs.some(({ act }) => act === 'saying') || !governs(frame, 'clause', 'hearer')) return null;
  // "told the mayors who had come to Lenz, “…”"
  const who = frame.hearer !== null && tokens[frame.end]?.lower === 'who';
  if (tokens[frame.end]?.tag !== 'ADP' && !who) return null;
  const quote = view.quotes.find(({ first }) => first > frame.end);
  if (!quote || quote.first - frame.end > LONGEST_PLACE || tokens[quote.first - 1]?.text !== ',') return null;
  const between = tokens.slice(frame.end, quote.first);
  const plain = between.every(
    ({ tag, text }) => (who ? tag !== 'PUNCT' : PLACE_TAGS.test(tag)) || text === ',',
  );
  const inner = view.marked[quote.id]?.inner;
  const whole = inner !== undefined && /[.?!]['’]?$/u.test(view.article.text.slice(inner.start, inner.end));
  return plain && whole && (who || tokens[quote.first]?.capital) ? quote.first : null;
}

const LONGEST_PLACE = 14;
const PLACE_TAGS = /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|PRON)$/;

/** Index of the first token of a marked stretch that begins at `at`, a comma, a colon or ", however," aside. */
export function quoteAt(view: View, at: number): number | null {
  let from = at;
  if (/^(?:with|thus)$/.test(view.tokens[from]?.lower ?? '')) from++;
  if (
    view.tokens[from]?.text === ',' &&
    view.tokens[from + 1]?.quote === -1 &&
    isAsideWord(view.tokens[from + 1]?.lower ?? '')
  )
    from += 2;
  const marks = from;
  while (/^[,:—–-]+$/.test(view.tokens[from]?.text ?? '') && from - marks < 2) from++;
  const quote = view.quotes.find((candidate) => candidate.first === from);
  return quote ? quote.first : null;
}

/** Whether a word stands alone between commas: ", however,". */
export function isAsideWord(word: string): boolean {
  return ASIDE_WORDS.test(word);
}

const ASIDE_WORDS = /^(?:however|though|too|instead|then|nonetheless|nevertheless|moreover|meanwhile)$/;
