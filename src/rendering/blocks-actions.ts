import type { ActionsBlock, Button, ContextActionsBlock } from '@slack/types';
import type { Citation } from '../answering/answer.ts';
import type { Article, Span } from '../article/article.ts';
import type { Speaker } from '../quotations/quotation.ts';
import { label, shorten } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/** Names of the buttons, as Slack sends them back. */
export const ACTIONS = {
  context: 'context',
  quotations: 'quotations',
  share: 'share',
  next: 'next',
  feedback: 'feedback',
} as const;

/** What the Context button carries: the spans to mark, in one article as it was when it was answered. */
export interface ContextValue {
  readonly article: string;
  readonly hash: string;
  readonly spans: readonly Span[];
}

export interface QuotationsValue {
  readonly article: string;
  readonly speaker: string;
}

/** What leads back to the question of an answer: to share it, or to show what did not fit. */
export interface TurnValue {
  readonly turn: string;
  /** How many citations were shown before. */
  readonly from: number;
}

export interface FeedbackValue {
  readonly turn: string;
  readonly judged: 'right' | 'wrong';
}

/** Enough of a sha256 to see that an article's text is another one. */
const HASH_LENGTH = 16;

/** The part of an article's hash that a button carries. */
export function shortHash(article: Article): string {
  return article.hash.slice(0, HASH_LENGTH);
}

/** The button that opens the paragraphs around the citations of one article. */
export function contextButton(article: Article, citations: readonly Citation[]): Button | null {
  const spans: Span[] = citations.flatMap((citation) => [...citation.spans]);
  while (spans.length > 0) {
    const value = JSON.stringify({
      a: article.id,
      h: shortHash(article),
      s: spans.map(({ start, end }) => [start, end]),
    });
    if (value.length <= LIMITS.buttonValue / 2) return button(ACTIONS.context, 'Show in context', value);
    spans.pop();
  }
  return null;
}

/** The button that opens everything one speaker says in one article. */
export function quotationsButton(article: Article, speaker: Speaker): Button | null {
  const name = speaker.kind === 'person' ? (speaker.name.split(/\s+/u).at(-1) ?? speaker.name) : speaker.name;
  const words = speaker.kind === 'unnamed' ? 'All of this source’s quotations' : `All from ${label(name)}`;
  return button(ACTIONS.quotations, words, JSON.stringify({ a: article.id, n: speaker.name }));
}

/** The button that posts an answer that only one person sees for the whole channel. */
export function shareButton(value: TurnValue): Button | null {
  return button(ACTIONS.share, 'Share with the channel', turnText(value), 'primary');
}

/** The button that shows the citations that did not fit. */
export function nextButton(value: TurnValue, left: number): Button | null {
  return button(ACTIONS.next, `Next (${left} more)`, turnText(value));
}

/** Thumbs up and down. */
export function feedbackBlock(turn: string): ContextActionsBlock {
  const side = (text: string, judged: FeedbackValue['judged']) => ({
    text: { type: 'plain_text' as const, text, emoji: false },
    value: JSON.stringify({ t: turn, j: judged }),
    accessibility_label: text,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: side('Good answer', 'right'),
        negative_button: side('Wrong answer', 'wrong'),
      },
    ],
  };
}

/** A row of buttons; null when there is none to press. */
export function actionsBlock(buttons: readonly (Button | null)[]): ActionsBlock | null {
  const elements = buttons.filter((each) => each !== null).slice(0, LIMITS.actionElements);
  return elements.length > 0 ? { type: 'actions', elements } : null;
}

/** The spans of a Context button; null where the value is none of ours. */
export function readContextValue(value: string | undefined): ContextValue | null {
  const { a, h, s } = parse(value);
  if (typeof a !== 'string' || typeof h !== 'string' || !Array.isArray(s)) return null;
  const spans = s.flatMap((pair: unknown) => {
    if (!Array.isArray(pair) || !pair.every(Number.isInteger)) return [];
    const [start, end] = pair as number[];
    return start !== undefined && end !== undefined && start >= 0 && end > start ? [{ start, end }] : [];
  });
  return spans.length > 0 ? { article: a, hash: h, spans } : null;
}

/** The speaker of an "All from …" button; null where the value is none of ours. */
export function readQuotationsValue(value: string | undefined): QuotationsValue | null {
  const { a, n } = parse(value);
  return typeof a === 'string' && typeof n === 'string' ? { article: a, speaker: n } : null;
}

/** The turn of a Share or Next button; null where the value is none of ours. */
export function readTurnValue(value: string | undefined): TurnValue | null {
  const { t, f } = parse(value);
  if (typeof t !== 'string') return null;
  return { turn: t, from: typeof f === 'number' && Number.isInteger(f) && f >= 0 ? f : 0 };
}

/** The judgement of a thumb; null where the value is none of ours. */
export function readFeedbackValue(value: string | undefined): FeedbackValue | null {
  const { t, j } = parse(value);
  return typeof t === 'string' && (j === 'right' || j === 'wrong') ? { turn: t, judged: j } : null;
}

function turnText({ turn, from }: TurnValue): string {
  return JSON.stringify({ t: turn, ...(from > 0 && { f: from }) });
}

function button(action: string, words: string, value: string, style?: 'primary'): Button | null {
  if (value.length > LIMITS.buttonValue) return null;
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: shorten(words, LIMITS.buttonText), emoji: false },
    value,
    ...(style && { style }),
  };
}

function parse(value: string | undefined): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(value ?? '');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
