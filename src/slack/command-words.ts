import { typedText } from './message-text.ts';

/** Words with which a request to `/article` begins. */
export const COMMAND_WORDS = ['summary', 'sources', 'quotes', 'check', 'help'] as const;

/** What a slash command asks for. */
export type Commanded =
  | {
      readonly kind: 'ask';
      readonly question: string;
      /** A word that does not exist and was read as the nearest that does; null: nothing was corrected. */
      readonly instead: string | null;
    }
  | { readonly kind: 'use'; readonly article: string }
  | { readonly kind: 'add'; readonly url: string }
  | { readonly kind: 'settings' };

/**
 * Reads the text of a slash command. A first word that is one or two letters off a request is
 * taken for it, unless the text reads like a question.
 */
export function readCommand(text: string): Commanded {
  const question = typedText(text);
  if (question === '') return { kind: 'ask', question: 'help', instead: null };
  const [first = '', ...rest] = question.split(' ');
  const word = first.toLowerCase();
  if (word === 'use') return { kind: 'use', article: rest.join(' ') };
  if (word === 'add' && rest.length === 1 && /^https?:\/\//iu.test(rest[0] ?? '')) {
    return { kind: 'add', url: rest[0] ?? '' };
  }
  if (word === 'settings' && rest.length === 0) return { kind: 'settings' };
  const isQuestion = rest.length > 3 || question.includes('?') || /["“”«]/u.test(first);
  if (isQuestion || COMMAND_WORDS.some((each) => each === word))
    return { kind: 'ask', question, instead: null };
  const nearest = COMMAND_WORDS.map((each) => ({ each, far: distance(word, each) })).sort(
    (a, b) => a.far - b.far,
  )[0];
  // Two letters off in a short word is another word.
  if (!nearest || nearest.far > (word.length > 5 ? 2 : 1)) return { kind: 'ask', question, instead: null };
  return { kind: 'ask', question: [nearest.each, ...rest].join(' '), instead: first };
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (same ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
