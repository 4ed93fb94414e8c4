import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { SpeakerCount } from '../answering/answer.ts';
import type { Article } from '../article/article.ts';
import { sourceBlock } from './blocks-source.ts';
import { speakerListBlocks } from './blocks-speaker.ts';
import { label, literal, richText, section } from './blocks-text.ts';
import { CALLBACKS } from './blocks-views.ts';

export const HOME_ACTIONS = {
  page: 'home_page',
  /** A second name, because Slack wants the names of a row to differ. */
  summary: 'home_summary',
  sources: 'home_sources',
} as const;

/** Four blocks and a row of buttons each, well within the hundred of a view. */
export const ARTICLES_PER_PAGE = 8;
/** Of each article this many speakers; all are one button away. */
const SPEAKERS_SHOWN = 6;

export interface Home {
  readonly articles: readonly { readonly article: Article; readonly speakers: readonly SpeakerCount[] }[];
  /** How many articles there are on all pages. */
  readonly total: number;
  /** From 0. */
  readonly page: number;
  readonly examples: readonly string[];
}

/** The Home tab: how to ask, and every article with its speakers, a page at a time. */
export function homeView({ articles, total, page, examples }: Home): HomeView {
  const first = page * ARTICLES_PER_PAGE + 1;
  const range = total > ARTICLES_PER_PAGE ? ` (${first} to ${first + articles.length - 1} of ${total})` : '';
  const blocks: KnownBlock[] = [
    header('Who said what?'),
    richText(
      section(
        literal('Mention me in a channel, write to me here, or type /article. '),
        literal('I answer with the article’s own words and who said them. For example:'),
      ),
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: examples.map((example) => section(literal(example))),
      },
    ),
    { type: 'actions', elements: [button(CALLBACKS.ask, 'Ask a question', 'ask', 'primary')] },
    { type: 'divider' },
    header(`${total === 1 ? 'The article' : 'The articles'}${range}`),
    ...articles.flatMap(articleBlocks),
    ...pager(total, page),
  ];
  return { type: 'home', blocks };
}

function articleBlocks({ article, speakers }: Home['articles'][number]): KnownBlock[] {
  const more = speakers.length - SPEAKERS_SHOWN;
  return [
    richText(section(literal(label(article.title), { bold: true }))),
    ...speakerListBlocks(speakers.slice(0, SPEAKERS_SHOWN)),
    ...(more > 0 ? [note(`and ${more} more`)] : []),
    sourceBlock(article),
    {
      type: 'actions',
      elements: [
        button(HOME_ACTIONS.summary, 'Summary', article.id),
        button(HOME_ACTIONS.sources, 'Who is quoted', article.id),
      ],
    },
  ];
}

function pager(total: number, page: number): KnownBlock[] {
  const turns = [
    ...(page > 0 ? [{ to: page - 1, words: 'Previous' }] : []),
    ...((page + 1) * ARTICLES_PER_PAGE < total ? [{ to: page + 1, words: 'Next' }] : []),
  ];
  // The names within one row have to differ, so each button has a row of its own.
  return turns.map(({ to, words }) => ({
    type: 'actions',
    elements: [button(HOME_ACTIONS.page, words, String(to))],
  }));
}

function header(text: string): KnownBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

function note(text: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

function button(action: string, text: string, value: string, style?: 'primary'): Button {
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text, emoji: false },
    value,
    ...(style && { style }),
  };
}
