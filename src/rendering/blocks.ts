import type { KnownBlock } from '@slack/types';
import type { Answer, Citation } from '../answering/answer.ts';
import { feedbackBlock, nextButton, shareButton } from './blocks-actions.ts';
import { citationBlocks, row } from './blocks-citation.ts';
import { fallbackText } from './blocks-fallback.ts';
import { headBlocks } from './blocks-head.ts';
import { quotationBlocks } from './blocks-quotation.ts';
import type { ReaderLink } from './blocks-source.ts';
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
  /** How many citations were shown before: the answer is continued behind them. */
  readonly from: number;
  /** Leads back to the question, for sharing, for what did not fit and for judging; null: none of it. */
  readonly turn: string | null;
  /** Stands above the answer, and takes of its room. */
  readonly above: readonly KnownBlock[];
  /** Where "¶20" leads; null: nowhere. */
  readonly toReader: ReaderLink | null;
}

export const IN_MESSAGE: AnswerOptions = {
  surface: 'message',
  share: false,
  from: 0,
  turn: null,
  above: [],
  toReader: null,
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
  let count = Math.min(whole.length, room.citations);
  let speakers = answer.speakers?.length ?? 0;
  for (;;) {
    const shown = whole.slice(0, count);
    const left = { left: whole.length - count, tooLong, speakers };
    const blocks = answerBlocks(answer, shown, left, options);
    const least = count === 0 && speakers === 0;
    if (least || fits(blocks, room.whole)) return { text: fallbackText(answer, shown), blocks };
    if (count > 0) count -= 1;
    else speakers -= Math.ceil(speakers / SPEAKER_STEPS);
  }
}

/** A list of speakers that is too long is shortened by this part of it at a time. */
const SPEAKER_STEPS = 8;

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
  /** How many of a list of speakers are shown. */
  readonly speakers: number;
}

function answerBlocks(
  answer: Answer,
  shown: readonly Citation[],
  { left, tooLong, speakers }: LeftOut,
  options: AnswerOptions,
): KnownBlock[] {
  const { turn, from, surface, above } = options;
  const cited = citationBlocks(answer, shown, options.toReader);
  const head = [...above, ...(from === 0 ? headBlocks(answer, speakers) : [])];
  if (surface === 'view') {
    const plain = cited.blocks.filter((block) => block.type !== 'actions');
    return [...head, ...plain, ...leftOutBlocks(left, tooLong)];
  }
  const buttons = [
    ...cited.buttons,
    turn !== null && left > 0 ? nextButton({ turn, from: from + shown.length }, left) : null,
    turn !== null && options.share ? shareButton({ turn, from }) : null,
  ];
  const canBeJudged = turn !== null && answer.outcome !== 'help';
  return [
    ...head,
    ...cited.blocks,
    ...leftOutBlocks(left, tooLong),
    ...row(buttons),
    ...(canBeJudged ? [feedbackBlock(turn)] : []),
  ];
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
