import type { Answer, Citation } from '../answering/answer.ts';
import { slice } from '../article/article.ts';
import { joint } from './blocks-quotation.ts';
import { place } from './blocks-source.ts';
import { speakerText } from './blocks-speaker.ts';
import { escapeText } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/** The words of a citation, its stretches joined with a visible mark. */
function citedWords({ article, spans, kind }: Citation): string {
  const [open, close] = kind === 'direct' ? ['“', '”'] : ['', ''];
  return spans
    .map((span, index) => {
      const before = spans[index - 1];
      return `${before ? joint(article, before, span) : ''}${open}${slice(article, span)}${close}`;
    })
    .join('');
}

/** Whether a text already has the words of a citation, so that they need not be said twice. */
export function says(text: string, citation: Citation): boolean {
  return citation.spans.every((span) => text.includes(slice(citation.article, span)));
}

/**
 * Slack's `text`: what notifications show and screen readers read. It alone gives the answer, the
 * quotation, the speaker and the paragraph; whole citations only, as many as fit.
 */
export function fallbackText(answer: Answer, citations: readonly Citation[]): string {
  const lines = [escapeText(answer.text)];
  let length = lines[0]?.length ?? 0;
  for (const citation of citations) {
    const line = escapeText(citationLine(answer.text, citation));
    if (length + line.length + 1 > LIMITS.fallbackText) break;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.filter((line) => line !== '').join('\n');
}

function citationLine(said: string, citation: Citation): string {
  const known = citation.speaker === null || said.includes(citation.speaker.name);
  const placed = citation.paragraph === null || said.includes(place(citation));
  if (says(said, citation) && known && placed) return '';
  return `${speakerText(citation)}: ${citedWords(citation)} (${place(citation)})`;
}
