import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { modal } from './blocks-context.ts';
import { shorten } from './blocks-text.ts';

/** What a channel's window of settings shows. */
export interface ShownSettings {
  readonly channel: string;
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly articleId: string | null;
  readonly answers: 'public' | 'private';
  readonly followUps: boolean;
}

export interface ReadSettings {
  readonly articleId: string | null;
  readonly answers: 'public' | 'private';
  readonly followUps: boolean;
}

export const SETTINGS_CALLBACK = 'channel_settings';
export const SETTINGS_RESET = 'settings_reset';

const ARTICLE = 'article';
const ANSWERS = 'answers';
const FOLLOW_UPS = 'follow_ups';
const ALL = '*';
/** Slack's limits of a menu: options, and characters of an option's text and value. */
const MOST_OPTIONS = 100;
const OPTION_TEXT = 75;
const OPTION_VALUE = 150;

/** The window with a channel's settings. */
export function settingsView(shown: ShownSettings): ModalView {
  const articles = [
    option('All articles', ALL),
    ...shown.articles
      .filter(({ id }) => id.length <= OPTION_VALUE)
      .slice(0, MOST_OPTIONS - 1)
      .map(({ id, title }) => option(shorten(title, OPTION_TEXT), id)),
  ];
  const answers = [
    option('For everybody in the thread', 'public'),
    option('Only for the one who asked', 'private'),
  ];
  const followUps = [option('Answer without a mention', 'on'), option('Answer mentions only', 'off')];
  const blocks: KnownBlock[] = [
    choice(ARTICLE, 'Which article?', articles, shown.articleId ?? ALL),
    choice(ANSWERS, 'Who sees an answer to a mention?', answers, shown.answers),
    choice(FOLLOW_UPS, 'Questions in my threads', followUps, shown.followUps ? 'on' : 'off'),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: SETTINGS_RESET,
          text: { type: 'plain_text', text: 'Back to the defaults', emoji: false },
          value: shown.channel,
        },
      ],
    },
  ];
  return {
    ...modal('Settings here', blocks),
    callback_id: SETTINGS_CALLBACK,
    private_metadata: shown.channel,
    submit: { type: 'plain_text', text: 'Save', emoji: false },
  };
}

type Values = Readonly<
  Record<string, Readonly<Record<string, { readonly selected_option?: { readonly value?: string } | null }>>>
>;

/** What was chosen in the window; what is not there stays at its default. */
export function readSettings(values: Values): ReadSettings {
  const chosen = (id: string): string | undefined => values[id]?.[id]?.selected_option?.value;
  const article = chosen(ARTICLE);
  return {
    articleId: article === undefined || article === ALL ? null : article,
    answers: chosen(ANSWERS) === 'private' ? 'private' : 'public',
    followUps: chosen(FOLLOW_UPS) !== 'off',
  };
}

function choice(id: string, label: string, options: PlainTextOption[], initial: string): KnownBlock {
  const selected = options.find(({ value }) => value === initial) ?? options[0];
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'static_select',
      action_id: id,
      options,
      ...(selected && { initial_option: selected }),
    },
  };
}

function option(text: string, value: string): PlainTextOption {
  return { text: { type: 'plain_text', text, emoji: false }, value };
}
