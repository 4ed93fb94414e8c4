import type { App, BlockAction, ButtonAction, webApi } from '@slack/bolt';
import { type AnswerEngine, EMPTY_MEMORY } from '../../answering/answer.ts';
import { countSpeakers } from '../../answering/requests/whole-article.ts';
import { answerMessage, IN_MESSAGE } from '../../rendering/blocks.ts';
import { modal } from '../../rendering/blocks-context.ts';
import { ARTICLES_PER_PAGE, HOME_ACTIONS, homeView } from '../../rendering/blocks-home.ts';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { StaleButton } from '../errors.ts';
import { starters } from '../starters.ts';
import { teamOf } from '../team.ts';

const MOST_PROMPTS = 4;

/** The app's own place: questions to begin with on the Messages tab, the articles on the Home tab. */
export function listenToHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, client, body, context }) => {
    const { engine } = await desk.libraries.of(context.teamId ?? body.team_id);
    if (event.tab === 'home') {
      await publish(engine, client, event.user, 0);
      return;
    }
    const prompts = (await starters(engine)).slice(0, MOST_PROMPTS);
    try {
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        title: 'For example',
        prompts: prompts.map(({ label, text }) => ({ title: label, message: text })) as [
          { title: string; message: string },
        ],
      });
    } catch (error) {
      // Not every workspace has the agent view, and nobody asked for anything yet.
      desk.log.info(`no suggested prompts: ${error instanceof Error ? error.message : String(error)}`);
    }
  });

  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: HOME_ACTIONS.page },
    async ({ action, body, ack, client }) => {
      await ack();
      const page = Number(action.value);
      const { engine } = await desk.libraries.of(teamOf(body));
      await publish(engine, client, body.user.id, Number.isInteger(page) && page >= 0 ? page : 0);
    },
  );

  for (const [actionId, request, title] of [
    [HOME_ACTIONS.summary, 'summary', 'Summary'],
    [HOME_ACTIONS.sources, 'sources', 'Who is quoted'],
  ] as const) {
    app.action<BlockAction<ButtonAction>>(
      { type: 'block_actions', action_id: actionId },
      async ({ action, body, ack, client }) => {
        await ack();
        const articleId = action.value ?? '';
        const { engine } = await desk.libraries.of(teamOf(body));
        if (!(await engine.open(articleId))) throw new StaleButton();
        const asked = { team: teamOf(body), question: request, memory: EMPTY_MEMORY, articleId };
        const { answer } = await ask(desk, body, asked);
        const toReader = await desk.readerLinks(answer);
        const { blocks } = answerMessage(answer, { ...IN_MESSAGE, toReader, surface: 'view' });
        await client.views.open({ trigger_id: body.trigger_id, view: modal(title, blocks) });
      },
    );
  }
}

async function publish(
  engine: AnswerEngine,
  client: webApi.WebClient,
  user: string,
  page: number,
): Promise<void> {
  const summaries = await engine.articles();
  const shown = summaries.slice(page * ARTICLES_PER_PAGE, (page + 1) * ARTICLES_PER_PAGE);
  const opened = await Promise.all(shown.map(({ id }) => engine.open(id)));
  const articles = opened
    .filter((stored) => stored !== null)
    .map((stored) => ({ article: stored.article, speakers: countSpeakers([stored]) }));
  const examples = (await starters(engine)).map(({ text }) => text);
  await client.views.publish({
    user_id: user,
    view: homeView({ articles, total: summaries.length, page, examples }),
  });
}
