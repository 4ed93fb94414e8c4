import { openLiveLibrary } from '../../src/answering/live-library.ts';
import { readGranted } from '../../src/playground/manifest.ts';
import { Someone } from '../../src/playground/person.ts';
import { SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { BOT } from '../../src/playground/workspace.ts';
import { startSlackApp } from '../../src/slack/app.ts';
import { oneLibrary } from '../../src/slack/libraries.ts';
import { createLog } from '../../src/slack/log.ts';
import { progressBar } from '../command-line.ts';
import { type Measurement, type Spread, spreadOf, timed } from './measurement.ts';
import { ownersQuestions } from './questions.ts';

const TABLE = 'From a Slack event to the posted message';
const AT_ONCE = [1, 8, 32];

/** Mentions in the simulated Slack, each in a channel of its own, until the answer stands in its thread. */
export async function benchSlack(corpus: string, rounds: number): Promise<Measurement[]> {
  const library = await openLiveLibrary({
    corpus,
    index: null,
    model: { model: null, allowDownload: false },
  });
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  const app = await startSlackApp({
    libraries: oneLibrary(library.engine),
    reach: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    log: createLog('error'),
  });
  try {
    const measured: Measurement[] = [];
    for (const count of AT_ONCE) {
      const spread = await atOnce(slack, count, rounds);
      measured.push(
        figure(count, 'each, p50', spread.median, spread),
        figure(count, 'each, p95', spread.p95),
        figure(count, 'each, p99', spread.p99),
      );
    }
    return measured;
  } finally {
    await app.stop();
    await slack.stop();
    await library.close();
  }
}

async function atOnce(slack: SimulatedSlack, count: number, rounds: number): Promise<Spread> {
  const questions = ownersQuestions();
  const you = new Someone(slack);
  // A channel takes one message after the other: what is measured is the bot.
  const channels = Array.from({ length: count }, (_, index) => `C0BENCH${index}`);
  for (const id of channels) slack.workspace.addChannel({ id, name: id.toLowerCase() });
  const millis: number[] = [];
  const bar = progressBar(`${count} at once`);
  const runs = Math.max(3, Math.ceil((rounds * 30) / count));
  for (let run = 0; run <= runs; run++) {
    const each = channels.map(async (channel, index) => {
      const question = questions[(run * count + index) % questions.length] ?? '';
      return (await timed(() => asked(slack, you, channel, question))).millis;
    });
    const took = await Promise.all(each);
    if (run > 0) millis.push(...took);
    bar.onProgress(run, runs);
  }
  bar.stop();
  return spreadOf(millis);
}

/** Resolves when the bot's answer to the question stands in its thread. */
function asked(slack: SimulatedSlack, you: Someone, channel: string, question: string): Promise<void> {
  return new Promise((resolve) => {
    const message = you.say(`@whosaid ${question}`, { channel });
    const stop = slack.workspace.watch(() => {
      const answer = slack.workspace.messages.some(
        ({ user, thread }) => user === BOT.id && thread === message.ts,
      );
      if (!answer) return;
      stop();
      resolve();
    });
  });
}

function figure(count: number, measure: string, value: number, spread?: Spread): Measurement {
  return {
    ...{ table: TABLE, row: `${count} at once`, measure, value, unit: 'ms', size: count, target: null },
    ...{ low: spread?.low ?? null, high: spread?.high ?? null },
  };
}
