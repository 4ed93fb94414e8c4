import type { Button, KnownBlock, RichTextBlock } from '@slack/types';
import type { Answer, Citation } from '../answering/answer.ts';
import { actionsBlock, contextButton, nextButton, quotationsButton, shareButton } from './blocks-actions.ts';
import { differenceBlocks, verdictWords } from './blocks-difference.ts';
import { fallbackText, says } from './blocks-fallback.ts';
import { quotationBlocks } from './blocks-quotation.ts';
import { placeBlock, sourceBlock } from './blocks-source.ts';
import { speakerLine, speakerListBlocks } from './blocks-speaker.ts';
import { literal, richText, section } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/** What is posted: `text` stands alone where blocks are not shown. Blocks are never read as markup. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export interface AnswerOptions {
  /** Where it is shown; a view holds twice the blocks and has no buttons of its own here. */
  readonly surface: 'message' | 'view';
  /** Offers to share an answer that only one person sees. */
  readonly share: boolean;
  /** The article that the thread or the channel stays with, if any. */
  readonly articleId: string | null;
  /** How many citations were shown before: the answer is continued behind them. */
  readonly from: number;
  /** Whether asking the question anew gives this answer again: not so in the middle of a thread. */
  readonly repeatable: boolean;
}

export const IN_MESSAGE: AnswerOptions = {
  surface: 'message',
  share: false,
  articleId: null,
  from: 0,
  repeatable: false,
};

/**
 * An answer as a Slack message within Slack's limits. Nothing is cut: citations that do not fit are
 * left out whole, and a line says how many.
 */
export function answerMessage(answer: Answer, options: AnswerOptions = IN_MESSAGE): SlackMessage {
  const room = ROOM[options.surface];
  const cited = answer.citations.length > 0 ? answer.citations : answer.nearest;
  const waiting = cited.slice(options.from);
  const whole = waiting.filter((citation) => fits(quotationBlocks(citation), room.citation));
  const tooLong = waiting.length - whole.length;
  for (let count = Math.min(whole.length, room.citations); ; count -= 1) {
    const shown = whole.slice(0, count);
    const blocks = answerBlocks(answer, shown, { left: whole.length - count, tooLong }, options);
    if (count === 0 || fits(blocks, room.whole)) return { text: fallbackText(answer, shown), blocks };
  }
}

interface Room {
  readonly blocks: number;
  readonly characters: number;
}

const ROOM = {
  message: {
    whole: { blocks: LIMITS.blocksPerMessage, characters: LIMITS.charactersPerMessage },
    citation: { blocks: LIMITS.blocksPerMessage - 10, characters: LIMITS.charactersPerMessage - 4_000 },
    citations: LIMITS.citationsPerMessage,
  },
  view: {
    whole: { blocks: LIMITS.blocksPerView, characters: LIMITS.charactersPerView },
    citation: { blocks: LIMITS.blocksPerView - 10, characters: LIMITS.charactersPerView - 4_000 },
    citations: LIMITS.citationsPerView,
  },
} as const satisfies Record<AnswerOptions['surface'], { whole: Room; citation: Room; citations: number }>;

/** Slack's sum is not documented; the length as JSON held for every refusal that people reported. */
function fits(blocks: readonly KnownBlock[], room: Room): boolean {
  return blocks.length <= room.blocks && JSON.stringify(blocks).length <= room.characters;
}

interface LeftOut {
  /** Citations that come after those shown. */
  readonly left: number;
  /** Citations that no message can hold whole. */
  readonly tooLong: number;
}

function answerBlocks(
  answer: Answer,
  shown: readonly Citation[],
  { left, tooLong }: LeftOut,
  options: AnswerOptions,
): KnownBlock[] {
  const turn = { question: answer.question, article: options.articleId, from: options.from };
  const next = { ...turn, from: options.from + shown.length };
  const inMessage = options.surface === 'message';
  const buttons = [
    left > 0 && options.repeatable && inMessage ? nextButton(next, left) : null,
    options.share && inMessage ? shareButton(turn) : null,
  ];
  return [
    ...(options.from === 0 ? headBlocks(answer) : []),
    ...citationBlocks(answer, shown, inMessage),
    ...leftOutBlocks(left, tooLong),
    ...row(buttons),
  ];
}

function headBlocks(answer: Answer): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  const first = answer.citations[0];
  // The quotation below says it better than a sentence that repeats it.
  const redundant = first !== undefined && says(answer.text, first) && answer.request !== 'check';
  if (answer.verdict) {
    const rest = first !== undefined && says(answer.text, first) ? [] : [literal(` ${answer.text}`)];
    blocks.push(richText(section(verdictWords(answer.verdict), ...rest)));
  } else if (!redundant && answer.text !== '') {
    blocks.push(...paragraphs(answer.text));
  }
  if (answer.difference) blocks.push(...differenceBlocks(answer.difference));
  if (answer.speakers) blocks.push(...speakerListBlocks(answer.speakers));
  if (answer.citations.length === 0 && answer.nearest.length > 0) {
    blocks.push(richText(section(literal('What comes nearest:', { italic: true }))));
  }
  return blocks;
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

/** Citations in their order; the article is named, and its buttons stand, below the last of a run. */
function citationBlocks(answer: Answer, citations: readonly Citation[], withButtons: boolean): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let run: Citation[] = [];
  for (const [index, citation] of citations.entries()) {
    const line = needsSpeakerLine(answer, citation, citations[index - 1])
      ? [section(...speakerLine(citation, true))]
      : [];
    const [first, ...rest] = quotationBlocks(citation);
    if (first) blocks.push(richText(...line, ...first.elements), ...rest);
    blocks.push(placeBlock(citation));
    run.push(citation);
    if (citations[index + 1]?.article === citation.article) continue;
    blocks.push(sourceBlock(citation.article));
    if (withButtons) blocks.push(...row([contextButton(citation.article, run), moreButton(answer, run)]));
    run = [];
  }
  return blocks;
}

/** A speaker is named once for a run of citations; a summary's narration needs no "the article itself". */
function needsSpeakerLine(answer: Answer, citation: Citation, before: Citation | undefined): boolean {
  const narrated = citation.kind === 'narration' && citation.speaker === null;
  if (narrated && answer.request === 'summary') return false;
  if (before === undefined) return true;
  return before.speaker?.name !== citation.speaker?.name || before.kind === 'narration' || narrated;
}

function row(buttons: readonly (Button | null)[]): KnownBlock[] {
  const block = actionsBlock(buttons);
  return block ? [block] : [];
}

function moreButton(answer: Answer, run: readonly Citation[]): Button | null {
  const named = run.find((citation) => citation.speaker !== null && citation.kind !== 'narration');
  if (!named?.speaker || answer.request === 'quotes' || answer.request === 'summary') return null;
  return quotationsButton(named.article, named.speaker);
}

function leftOutBlocks(left: number, tooLong: number): KnownBlock[] {
  const lines: string[] = [];
  if (left > 0) lines.push(`${left} more ${left === 1 ? 'passage is' : 'passages are'} not shown here.`);
  if (tooLong > 0) {
    const which = tooLong === 1 ? '1 passage is' : `${tooLong} passages are`;
    lines.push(`${which} too long to be shown whole.`);
  }
  if (lines.length === 0) return [];
  return [{ type: 'context', elements: [{ type: 'plain_text', text: lines.join(' '), emoji: false }] }];
}
