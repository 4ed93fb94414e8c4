import { readerArticle } from '../reader/make-article.ts';
import { startReader } from '../reader/reader-server.ts';
import { startSlackApp } from '../slack/app.ts';
import type { Libraries } from '../slack/libraries.ts';
import type { Log } from '../slack/log.ts';
import { introduce } from './introduction.ts';
import { readGranted, readManifestCommands } from './manifest.ts';
import { observedLibraries } from './observed-libraries.ts';
import { startPageServer } from './page-server.ts';
import { SimulatedSlack } from './simulated-slack.ts';
import { TEAM } from './workspace.ts';

export interface PlaygroundOptions {
  /** What is answered from; closing them is the caller's. */
  readonly libraries: Libraries;
  /** The first port that is tried for the page; 0: any. */
  readonly port: number;
  readonly log: Log;
  /** Who may add articles; everybody, if not given: it is their own computer. */
  readonly mayAdd?: (user: string) => boolean;
}

export interface RunningPlayground {
  readonly url: string;
  readonly slack: SimulatedSlack;
  stop(): Promise<void>;
}

/** The simulated Slack, the unchanged app connected to it by Socket Mode, and the page to use both. */
export async function startPlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  const { port, log, mayAdd = () => true } = options;
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  // A second channel, because settings belong to channels.
  slack.workspace.addChannel({ id: 'C0PRESS', name: 'press-office' });
  const commands = await readManifestCommands();
  const { engine } = await options.libraries.of(TEAM.id);
  let introduction = await introduce(engine, commands);
  const libraries = observedLibraries(options.libraries, {
    answered: ({ question, request, millis }) => slack.wire.answered(question, request, millis),
    added() {
      void introduce(engine, commands).then((next) => {
        introduction = next;
        slack.workspace.changed();
      });
    },
  });
  const article = async (id: string) => {
    const stored = await engine.open(id);
    return stored && readerArticle(stored);
  };
  const running: { stop(): Promise<unknown> }[] = [slack];
  const stop = async (): Promise<void> => {
    for (const each of running.toReversed()) await each.stop();
  };
  try {
    const reader = await startReader({ library: engine, port: 0 });
    running.push(reader);
    const own = { introduction: () => introduction, article, reader: reader.url };
    const page = await startPageServer({ slack, port, ...own });
    running.push(page);
    // The page comes first: citations lead to it.
    const app = await startSlackApp({
      libraries,
      reach: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
      apiUrl: slack.apiUrl,
      log,
      mayAdd,
      reader: { url: page.url, library: engine },
    });
    running.push(app);
    return { url: page.url, slack, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
