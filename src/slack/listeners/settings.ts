import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { modal } from '../../rendering/blocks-context.ts';
import {
  readSettings,
  SETTINGS_CALLBACK,
  SETTINGS_RESET,
  settingsView,
} from '../../rendering/blocks-settings.ts';
import { label } from '../../rendering/blocks-text.ts';
import { sentence } from '../../rendering/blocks-views.ts';
import type { ArticleSummary } from '../../retrieval/store.ts';
import type { Desk } from '../desk.ts';
import { DEFAULT_SETTINGS } from '../records.ts';
import { teamOf } from '../team.ts';

/** The window with a channel's settings: saved, or set back. */
export function listenToSettings(app: App, desk: Desk): void {
  app.view({ type: 'view_submission', callback_id: SETTINGS_CALLBACK }, async ({ view, body, ack }) => {
    const settings = readSettings(view.state.values);
    await desk.records.putSettings(teamOf(body), view.private_metadata, settings);
    await ack();
  });

  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: SETTINGS_RESET },
    async ({ action, body, ack, client }) => {
      await ack();
      await desk.records.resetSettings(teamOf(body), action.value ?? '');
      const view = modal('Settings here', [
        sentence('Back to the defaults: all articles, answers for everybody, follow-ups on.'),
      ]);
      await client.views.update({ view_id: body.view?.id ?? '', view });
    },
  );
}

/** Opens the window with the settings of a channel. */
export async function openSettings(
  desk: Desk,
  team: string,
  channel: string,
  open: (view: ReturnType<typeof settingsView>) => Promise<unknown>,
): Promise<void> {
  const settings = await desk.records.settings(team, channel);
  const { engine } = await desk.libraries.of(team);
  await open(settingsView({ ...settings, channel, articles: await engine.articles() }));
}

/**
 * `/article use …`: the channel stays with one article, named by its id or by words of its title,
 * or with all. What was done, or why not, in one sentence; `done` where everybody should know.
 */
export async function stayWithArticle(
  desk: Desk,
  team: string,
  channel: string,
  wanted: string,
): Promise<{ readonly text: string; readonly done: boolean }> {
  const articles = await (await desk.libraries.of(team)).engine.articles();
  const settings = await desk.records.settings(team, channel);
  if (wanted === '') return { text: currentArticle(articles, settings.articleId), done: false };
  if (wanted.toLowerCase() === 'all') {
    await desk.records.putSettings(team, channel, { ...settings, articleId: DEFAULT_SETTINGS.articleId });
    return { text: 'Questions in this channel are asked of all articles again.', done: true };
  }
  const [found, ...others] = matching(articles, wanted);
  if (!found) return { text: `No article is called “${label(wanted)}”.`, done: false };
  if (others.length > 0) {
    const titles = [found, ...others].slice(0, 5).map(({ title }) => `“${label(title)}”`);
    return { text: `More than one article fits: ${titles.join(', ')}. Say more of its title.`, done: false };
  }
  await desk.records.putSettings(team, channel, { ...settings, articleId: found.id });
  const title = label(found.title);
  return { text: `Questions in this channel are asked of “${title}” from now on.`, done: true };
}

function currentArticle(articles: readonly ArticleSummary[], id: string | null): string {
  const current = articles.find((each) => each.id === id);
  const now = current ? `“${label(current.title)}”` : 'all articles';
  return `Questions in this channel are asked of ${now}. To change it: /article use TITLE, or /article use all.`;
}

function matching(articles: readonly ArticleSummary[], wanted: string): ArticleSummary[] {
  const exact = articles.filter(({ id }) => id === wanted);
  if (exact.length > 0) return exact;
  const words = wanted.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return articles.filter(({ title }) => {
    const own = title.toLowerCase();
    return words.every((word) => own.includes(word));
  });
}
