import { HttpDelivery } from '../../src/playground/http-delivery.ts';
import { readGranted } from '../../src/playground/manifest.ts';
import { eventPayload, mentionEvent } from '../../src/playground/payloads.ts';
import { SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { BOT, type Message, NEWS } from '../../src/playground/workspace.ts';
import { type RunningSlackApp, startSlackApp } from '../../src/slack/app.ts';
import type { Libraries } from '../../src/slack/libraries.ts';
import { createLog } from '../../src/slack/log.ts';
import { memoryShelf, type Shelf } from '../../src/slack/shelf.ts';
import { SIGNING_SECRET } from './pair.ts';

export const STATE_SECRET = 'a long random text that nobody knows';

/** The app as many workspaces install it, and a simulated Slack that gives out their tokens. */
export interface Many {
  readonly slack: SimulatedSlack;
  readonly app: RunningSlackApp;
  readonly shelf: Shelf;
  readonly delivery: HttpDelivery;
  /** Goes the way of a browser: the install page, consent, back with the code. The last page's status. */
  install(team: string, change?: (back: URL) => void): Promise<number>;
  /** Delivers an event of a workspace. */
  event(team: string, inner: Record<string, unknown>): Promise<unknown>;
  /** Somebody of a workspace mentions the bot; the message. */
  ask(team: string, question?: string): Promise<Message>;
  /** What was posted with a workspace's token. */
  posted(team: string): string[];
  stop(): Promise<void>;
}

export async function startMany(libraries: Libraries): Promise<Many> {
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  const shelf = memoryShelf();
  const { clientId, clientSecret } = slack.oauth;
  const app = await startSlackApp({
    libraries,
    mayAdd: () => true,
    apiUrl: slack.apiUrl,
    log: createLog('error', { write: () => undefined }),
    shelf,
    reach: {
      mode: 'http',
      signingSecret: SIGNING_SECRET,
      auth: { kind: 'oauth', clientId, clientSecret, stateSecret: STATE_SECRET },
      port: 0,
      host: '127.0.0.1',
    },
  });
  const base = `http://127.0.0.1:${app.port}/slack`;
  const delivery = new HttpDelivery({ url: `${base}/events`, signingSecret: SIGNING_SECRET });
  slack.deliverByHttp({ url: `${base}/events`, signingSecret: SIGNING_SECRET });
  const event = (team: string, inner: Record<string, unknown>) => {
    const authorizations = [{ enterprise_id: null, team_id: team, user_id: BOT.id, is_bot: true }];
    const payload = { ...eventPayload({ ...inner, team }), team_id: team, authorizations };
    return delivery.send({ type: 'events_api', payload });
  };
  return {
    slack,
    app,
    shelf,
    delivery,
    event,
    async install(team, change = () => undefined) {
      const page = await fetch(`${base}/install`);
      const cookie = page.headers.get('set-cookie') ?? '';
      const link = /href="([^"]+oauth\/v2\/authorize[^"]+)"/.exec(await page.text())?.[1] ?? '';
      const consent = new URL(link.replaceAll('&amp;', '&'));
      if (consent.origin !== slack.address()) throw new Error(`sent to ${consent.origin} to consent`);
      const back = new URL(slack.oauth.consent(consent.searchParams, team) ?? '');
      change(back);
      const done = await fetch(`${base}/oauth_redirect${back.search}`, { headers: { cookie } });
      return done.status;
    },
    async ask(team, question = 'sources') {
      const text = `<@${BOT.id}> ${question}`;
      const message = slack.workspace.add({ channel: NEWS, user: 'U0YOU', text });
      await event(team, mentionEvent(message));
      return message;
    },
    posted: (team) =>
      slack.calls
        .filter((call) => call.method === 'chat.postMessage' && call.response?.ok && call.team === team)
        .map(({ args }) => `${args.text} ${args.blocks}`),
    async stop() {
      await app.stop();
      await slack.stop();
    },
  };
}
