import { typedText } from './message-text.ts';

const QUOTED = /“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]/gu;
/** A single word in marks is a word that somebody keeps at a distance, not a quotation. */
const FEWEST_WORDS = 2;
const MOST_CLAIMS = 5;

/**
 * The quotations that a message claims, each as a request to check it, together with the words
 * beside it that may name its speaker; without quotation marks the whole message is one claim.
 */
export function claimsIn(message: string): string[] {
  const text = typedText(message);
  if (text === '') return [];
  const quoted = [...text.matchAll(QUOTED)].filter((match) => {
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    return words.trim().split(/\s+/u).length >= FEWEST_WORDS;
  });
  if (quoted.length <= 1) return [`check ${text}`];
  return quoted.slice(0, MOST_CLAIMS).map((match, index) => {
    const before = text.slice(endOf(quoted[index - 1]), match.index).replace(/^.*[.!?]\s/u, '');
    const after = text
      .slice(endOf(match), quoted[index + 1]?.index ?? text.length)
      .replace(/([.!?])\s.*$/u, '$1');
    // In its own sentence a name stands on the one side or on the other: Ann said “…”; “…,” said Ann.
    const hasName = /\p{Lu}\p{L}+/u.test(before);
    return `check ${hasName ? `${before}${match[0]}` : `${match[0]}${after}`}`.replace(/\s+/gu, ' ').trim();
  });
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0;
}
