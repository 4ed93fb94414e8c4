import type { Answer, Citation } from '../answering/answer.ts';
import { citedWords } from './blocks-citation.ts';
import { leadIn, says } from './blocks-head.ts';
import { place } from './blocks-source.ts';
import { speakerText } from './blocks-speaker.ts';
import { escapeText } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/**
 * Slack's `text`: what notifications show and screen readers read. It alone gives the answer, the
 * quotation, the speaker and the paragraph; whole citations only, as many as fit.
 */
export function fallbackText(answer: Answer, citations: readonly Citation[]): string {
  const first = escapeText(sentence(answer));
  const lines = [first];
  let length = first.length;
  for (const citation of citations) {
    const line = escapeText(citationLine(answer.text, citation));
    if (length + line.length + 1 > LIMITS.fallbackText) break;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** The answer's own sentence; one that is too long for a notification only up to its quotation. */
function sentence(answer: Answer): string {
  if (escapeText(answer.text).length <= LIMITS.fallbackText) return answer.text;
  const cited = answer.citations[0] ?? answer.nearest[0];
  const lead = cited && says(answer.text, cited) ? leadIn(answer.text, cited, true) : '';
  return `${lead} (The passage is too long to be read out here.)`.trim();
}

function citationLine(said: string, citation: Citation): string {
  const known = citation.speaker === null || said.includes(citation.speaker.name);
  const placed = citation.paragraph === null || said.includes(place(citation));
  if (says(said, citation) && known && placed) return '';
  return `${speakerText(citation)}: ${citedWords(citation)} (${place(citation)})`;
}
