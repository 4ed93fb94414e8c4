import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Answer, Citation } from '../answering/answer.ts';
import { splitSentences } from '../article/sentences.ts';
import { citedStretches } from './blocks-citation.ts';
import { differenceBlocks, verdictWords } from './blocks-difference.ts';
import { speakerListBlocks } from './blocks-speaker.ts';
import { literal, richText, section } from './blocks-text.ts';

/** What stands above the citations: the verdict, the sentence that answers, the list of speakers. */
export function headBlocks(answer: Answer): KnownBlock[] {
  const { citations, nearest, difference, speakers, verdict } = answer;
  const blocks: KnownBlock[] = [];
  const headline = headlineOf(answer);
  if (verdict) {
    blocks.push(richText(section(verdictWords(verdict), ...(headline ? [literal(` ${headline}`)] : []))));
  } else if (headline !== '') {
    blocks.push(...paragraphs(headline));
  }
  if (difference) blocks.push(...differenceBlocks(difference));
  if (speakers) blocks.push(...speakerListBlocks(speakers));
  if (citations.length === 0 && nearest.length > 0) {
    blocks.push(richText(section(literal('What comes nearest:', { italic: true }))));
  }
  return blocks;
}

/** The answer's sentence without what the blocks below say better. */
function headlineOf(answer: Answer): string {
  if (answer.speakers) {
    const count = answer.speakers.length;
    return count === 0 ? answer.text : `Quoted ${count === 1 ? 'is one speaker' : `are ${count} speakers`}:`;
  }
  const first = answer.citations[0] ?? answer.nearest[0];
  if (!first || !says(answer.text, first)) return answer.text;
  return leadIn(answer.text, first, answer.verdict !== null);
}

/** Whether a text already has the words of a citation, so that they need not be said twice. */
export function says(text: string, citation: Citation): boolean {
  return citedStretches(citation).every((words) => text.includes(words));
}

/**
 * The whole sentences before the cited words; with `opening` the unfinished one that leads into
 * them where there is none ("No: Prof. Zisser said it (¶20): “…" -> "No: Prof. Zisser said it.").
 */
export function leadIn(text: string, citation: Citation, opening: boolean): string {
  const first = citedStretches(citation)[0] ?? '';
  const before = text.slice(0, Math.max(text.indexOf(first), 0));
  const whole = splitSentences(before, { start: 0, end: before.length })
    .map(({ start, end }) => before.slice(start, end))
    .filter((sentence) => /[.!?]$/u.test(sentence));
  if (whole.length > 0 || !opening) return whole.join(' ');
  const lead = before.replace(/\s*(?:\(¶\d+\))?\s*:?\s*[“"]?\s*$/u, '');
  return lead === '' ? '' : `${lead}.`;
}

/** Plain sentences as rich text; lines that begin with a bullet become a list. */
function paragraphs(text: string): RichTextBlock[] {
  const elements: RichTextBlock['elements'] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const item = /^\s*[•*-]\s+(.*)$/u.exec(line)?.[1];
    const before = elements.at(-1);
    if (item === undefined) elements.push(section(literal(before ? `\n${line}` : line)));
    else if (before?.type === 'rich_text_list') before.elements.push(section(literal(item)));
    else elements.push({ type: 'rich_text_list', style: 'bullet', elements: [section(literal(item))] });
  }
  return elements.length > 0 ? [richText(...elements)] : [];
}
