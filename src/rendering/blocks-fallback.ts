import type { Answer, Citation } from '../answering/answer.ts';
import { citedWords } from './blocks-citation.ts';
import { leadIn, shortLead } from './blocks-head.ts';
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
  let bytes = Buffer.byteLength(first);
  for (const citation of citations) {
    const line = escapeText(citationLine(answer.text, citation));
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > LIMITS.fallbackBytes) break;
    lines.push(line);
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** The answer's own sentence; one that is too long for a notification only up to its quotation. */
function sentence(answer: Answer): string {
  if (Buffer.byteLength(escapeText(answer.text)) <= LIMITS.fallbackBytes) return answer.text;
  if (answer.speakers) return `Quoted are ${answer.speakers.length} speakers.`;
  const cited = answer.citations[0] ?? answer.nearest[0];
  const lead = cited ? leadIn(answer.text, cited) : null;
  return `${lead === null ? '' : shortLead(lead, true)} (The passage is too long to be read out here.)`.trim();
}

/** A citation on a line of its own, unless the answer's sentence has its speaker, its paragraph and its words. */
function citationLine(said: string, citation: Citation): string {
  const lead = leadIn(said, citation);
  const known = citation.speaker === null || lead?.includes(citation.speaker.name);
  const placed = citation.paragraph === null || lead?.includes(`(${place(citation)})`);
  if (lead !== null && known && placed) return '';
  return `${speakerText(citation)}: ${citedWords(citation)} (${place(citation)})`;
}
