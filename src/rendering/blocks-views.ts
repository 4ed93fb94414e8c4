import type { KnownBlock, ModalView } from '@slack/types';
import { modal } from './blocks-context.ts';
import { literal, richText, section } from './blocks-text.ts';

/** Names of shortcuts and windows, as the manifest has them and Slack sends them back. */
export const CALLBACKS = { check: 'check_quote', ask: 'ask_article', reason: 'feedback_reason' } as const;

const QUESTION = 'question';
const REASON = 'reason';
const LONGEST_QUESTION = 3_000;

/** One literal line. */
export function sentence(text: string): KnownBlock {
  return richText(section(literal(text)));
}

/** The window in which one asks from anywhere. */
export function askView(): ModalView {
  return {
    ...modal('Ask about the article', [
      {
        type: 'input',
        block_id: QUESTION,
        label: { type: 'plain_text', text: 'Your question', emoji: false },
        element: { type: 'plain_text_input', action_id: QUESTION, max_length: LONGEST_QUESTION },
        hint: {
          type: 'plain_text',
          text: 'Who said what? What did somebody say about it? Or a quotation to check.',
          emoji: false,
        },
      },
    ]),
    callback_id: CALLBACKS.ask,
    submit: { type: 'plain_text', text: 'Ask', emoji: false },
  };
}

/** The window in which one may say what was wrong with an answer. */
export function reasonView(turn: string): ModalView {
  return {
    ...modal('What was wrong?', [
      sentence('Your judgement is noted. If you like, say what was wrong; it helps to make it better.'),
      {
        type: 'input',
        block_id: REASON,
        optional: true,
        label: { type: 'plain_text', text: 'What was wrong', emoji: false },
        element: { type: 'plain_text_input', action_id: REASON, multiline: true, max_length: 1_000 },
      },
    ]),
    callback_id: CALLBACKS.reason,
    private_metadata: turn,
    submit: { type: 'plain_text', text: 'Send', emoji: false },
  };
}

type Values = Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>;

/** What was asked in the window; "help" where nothing was. */
export function readQuestion(values: Values): string {
  return values[QUESTION]?.[QUESTION]?.value?.trim() || 'help';
}

/** What was said to be wrong; null where nothing was. */
export function readReason(values: Values): string | null {
  return values[REASON]?.[REASON]?.value?.trim() || null;
}
