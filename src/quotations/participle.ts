import type { Token } from './sentence.ts';

/**
 * "Opening the session, | the head of the party, Ann Lee, asked", "Speaking after the match, | the coach said": behind the
 * comma of a participle that opens the sentence the subject begins. `from` where none opens it.
 */
export function participleEnd(tokens: readonly Token[], from: number, end: number): number {
  const opening = tokens[from];
  const next = tokens[from + 1];
  if (!opening?.capital || !next || next.quote >= 0 || !OPENING.test(opening.text)) return from;
  const governs = /^(?:DET|PRON|ADP|PART|SCONJ)$/.test(next.tag) && opening.tag !== 'ADP';
  if (!governs && !OPENING_PARTICIPLES.test(opening.lower)) return from;
  for (let at = from + 1; at < end - 1; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.tag === 'AUX') return from;
    if (token.text === ',') return at + 1;
  }
  return from;
}

const OPENING = /^\p{Lu}\p{Ll}+ing$/u;
/** Participles with which reports open; others are told from nouns ("Housing minister") by what stands behind them. */
const OPENING_PARTICIPLES =
  /^(?:leaving|addressing|announcing|opening|closing|speaking|writing|responding|replying|introducing|welcoming|defending|citing|quoting|giving|visiting|sentencing|jailing|launching|unveiling|presenting|accepting|entering|watching|holding)$/;
