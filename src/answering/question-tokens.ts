/** A word of a question, or a placeholder ‹n› for a quoted string. */
export interface QuestionToken {
  readonly text: string;
  readonly lower: string;
  /** Offsets into the text that was split. */
  readonly start: number;
  readonly end: number;
}

const TOKEN = /‹\d+›|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[?!.,:;]/gu;

/** The words and marks of a question. Contractions come apart: "who's" is "who", "'s". */
export function questionTokens(text: string): QuestionToken[] {
  const tokens: QuestionToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const contraction =
      /^(who|what|where|when|why|how|that|it|he|she|there|whats|whos)['’](s|re|d|ll|ve)$/i.exec(word);
    if (contraction) {
      const head = contraction[1] ?? '';
      push(head, match.index);
      push(word.slice(head.length), match.index + head.length);
    } else {
      push(word, match.index);
    }
  }
  return tokens;

  function push(word: string, start: number): void {
    const lower = word.toLowerCase().replace(/’/g, "'");
    tokens.push({ text: word, lower: SPELLED[lower] ?? lower, start, end: start + word.length });
  }
}

/** What people type without an apostrophe; the verb that it hides is not needed. */
const SPELLED: Readonly<Record<string, string>> = {
  whos: 'who',
  whats: 'what',
  wheres: 'where',
  whens: 'when',
  hows: 'how',
  wat: 'what',
  wht: 'what',
  whose: 'whose',
  woh: 'who',
  hwo: 'who',
  ppl: 'people',
};

/** The text from the first of these tokens to the last. */
export function textOf(source: string, tokens: readonly QuestionToken[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? source.slice(first.start, last.end).replace(/^[\s,.:;]+|[\s,.:;?!]+$/g, '') : '';
}
