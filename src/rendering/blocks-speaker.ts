import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Citation, SpeakerCount } from '../answering/answer.ts';
import type { Speaker } from '../quotations/quotation.ts';
import { label, literal, richText, section } from './blocks-text.ts';

/** Below this the speaker is shown as likely, not as certain: one wrong name in three is too many to stay silent. */
const CERTAIN = 0.67;

/** How the words reach the reader, for people. */
export const KIND_WORDS: Readonly<Record<Citation['kind'], string>> = {
  direct: 'direct quotation',
  mixed: 'partly in the speaker’s own words',
  indirect: 'reported speech, in the article’s words',
  narration: 'the article’s own narration',
};

/** "Prof. Ada Marlow": the name with its title. */
export function speakerName({ name, title }: Pick<Speaker, 'name' | 'title'>): string {
  return label(title ? `${title} ${name}` : name);
}

/** Who speaks in a citation, in one line: name, title and role, or that it is not known. */
export function speakerLine(citation: Citation, withRole: boolean): RichTextElement[] {
  const { speaker } = citation;
  if (speaker === null) {
    if (citation.kind === 'narration') return [literal('The article itself', { bold: true })];
    return [
      literal('Unattributed', { bold: true }),
      literal(': the article does not make clear who says this'),
    ];
  }
  const line = [literal(speakerName(speaker), { bold: true })];
  if (speaker.kind === 'unnamed') line.push(literal(' (not named)'));
  if (withRole && speaker.role) line.push(literal(`, ${label(speaker.role)}`));
  if (citation.confidence < CERTAIN) line.push(literal(' (probably)', { italic: true }));
  return line;
}

/** The same line as text, for the fallback. */
export function speakerText(citation: Citation): string {
  return speakerLine(citation, true)
    .map((element) => ('text' in element ? element.text : ''))
    .join('');
}

/** The list of speakers with what each says, one line each; long lists in several blocks. */
export function speakerListBlocks(speakers: readonly SpeakerCount[], perBlock = 20): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  for (let from = 0; from < speakers.length; from += perBlock) {
    const lines = speakers.slice(from, from + perBlock).map(({ speaker, counts }) => {
      const line = [literal(speakerName(speaker), { bold: true })];
      if (speaker.kind === 'unnamed') line.push(literal(' (not named)'));
      if (speaker.role) line.push(literal(`, ${label(speaker.role)}`));
      line.push(literal(` · ${countWords(counts)}`));
      return section(...line);
    });
    blocks.push(richText({ type: 'rich_text_list', style: 'bullet', elements: lines }));
  }
  return blocks;
}

function countWords(counts: SpeakerCount['counts']): string {
  const named = [
    [counts.direct, 'direct'],
    [counts.mixed, 'partly quoted'],
    [counts.indirect, 'reported'],
  ] as const;
  const parts = named.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return parts.length > 0 ? parts.join(', ') : 'named only';
}
