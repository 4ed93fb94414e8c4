import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Answer, Citation } from '../answering/answer.ts';
import { inMarks } from '../answering/compose.ts';
import { splitSentences } from '../article/sentences.ts';
import { differenceBlocks, verdictWords } from './blocks-difference.ts';
import { speakerListBlocks } from './blocks-speaker.ts';
import { literal, richText, section } from './blocks-text.ts';

/**
 * What stands above the citations: the verdict, the sentence that answers, the list of speakers as
 * far as `mostSpeakers`.
 */
export function headBlocks(answer: Answer, mostSpeakers: number): KnownBlock[] {
  const { citations, nearest, difference, speakers, verdict } = answer;
  const blocks: KnownBlock[] = [];
  const headline = headlineOf(answer);
  if (verdict) {
    blocks.push(richText(section(verdictWords(verdict), ...(headline ? [literal(` ${headline}`)] : []))));
  } else if (headline !== '') {
    blocks.push(...paragraphs(headline));
  }
  if (difference) blocks.push(...differenceBlocks(difference));
  if (speakers) blocks.push(...speakerListBlocks(speakers.slice(0, mostSpeakers)));
  if (speakers && speakers.length > mostSpeakers) blocks.push(moreSpeakers(speakers.length - mostSpeakers));
  if (citations.length === 0 && nearest.length > 0) {
    blocks.push(richText(section(literal('What comes nearest:', { italic: true }))));
  }
  return blocks;
}

function moreSpeakers(count: number): KnownBlock {
  const text = `${count} more ${count === 1 ? 'is' : 'are'} not shown here.`;
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

/** The answer's sentence without what the blocks below say better. */
function headlineOf(answer: Answer): string {
  if (answer.speakers) {
    const count = answer.speakers.length;
    return count === 0 ? answer.text : `Quoted ${count === 1 ? 'is one speaker' : `are ${count} speakers`}:`;
  }
  const first = answer.citations[0] ?? answer.nearest[0];
  const lead = first ? leadIn(answer.text, first) : null;
  return lead === null ? answer.text : shortLead(lead, answer.verdict !== null);
}

/**
 * What a text says before the cited words, as answers are composed: they come last, behind a colon.
 * null where the text does not have them. The words alone prove nothing: a "No" also begins a name.
 */
export function leadIn(text: string, citation: Citation): string | null {
  const at = text.lastIndexOf(`: ${inMarks(citation)}`);
  return at < 0 ? null : text.slice(0, at);
}

/**
 * The whole sentences of a lead-in; with `opening` the unfinished one that leads into the words
 * where there is none ("No: Prof. Marlow said it (¶20)" -> "No: Prof. Marlow said it.").
 */
export function shortLead(lead: string, opening: boolean): string {
  const whole = splitSentences(lead, { start: 0, end: lead.length })
    .map(({ start, end }) => lead.slice(start, end))
    .filter((sentence) => /[.!?]$/u.test(sentence));
  if (whole.length > 0 || !opening) return whole.join(' ');
  const unfinished = lead.replace(/\s*(?:\(¶\d+\))?\s*$/u, '');
  return unfinished === '' ? '' : `${unfinished}.`;
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
