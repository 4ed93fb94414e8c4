import { setTimeout as sleep } from 'node:timers/promises';
import { millis, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

interface Fault {
  readonly name: string;
  readonly within: number;
  readonly long: boolean;
  does(stage: Stage): void | Promise<void>;
}

const FRAMES = [
  '{',
  'null',
  '[]',
  '{"type":"events_api"}',
  '{"type":"events_api","payload":{}}',
  '{"type":"interactive"}',
  '{"envelope_id":"x","type":"events_api","payload":{"event":{"type":"message"}}}',
  '\u0000',
];

const FAULTS: readonly Fault[] = [
  {
    name: 'broken frames',
    within: 10_000,
    long: false,
    does({ slack }) {
      for (const frame of FRAMES) slack.socket.sendRaw(frame);
    },
  },
  { name: 'refresh', within: 10_000, long: false, does: ({ slack }) => slack.socket.refresh() },
  { name: 'reset', within: 10_000, long: false, does: ({ slack }) => slack.socket.drop() },
  {
    name: 'reset, and Slack refuses the first two new connections',
    within: 20_000,
    long: true,
    does({ slack }) {
      slack.faults.plan('apps.connections.open', { kind: 'status', status: 503 }, 2);
      slack.socket.drop();
    },
  },
  { name: 'black hole', within: 40_000, long: true, does: ({ slack }) => slack.socket.blackHole() },
];

export const socketFaults: TortureTest = {
  name: 'socket-faults',
  how: 'broken frames, frames without payload, refresh, reset, and (long) refused connections and a connection that goes dead without a word',
  threshold: 'a question is answered within 10 s of it (40 s after a black hole), once; the process goes on',
  async run({ size, say }) {
    const articles = invented(6);
    const stage = await Stage.open({ mode: 'socket', articles });
    try {
      const bot = await stage.start();
      const figures: Record<string, string | number> = {};
      let pass = true;
      const times = size === 'long' ? 3 : 1;
      const faults = FAULTS.filter(({ long }) => size === 'long' || !long);
      for (const { name, within, does } of faults) {
        let slowest = 0;
        for (let time = 0; time < times; time += 1) {
          await does(stage);
          const begin = Date.now();
          // The simulated Slack gives an event up after a few seconds; people ask again.
          const asked = [stage.ask(questionFor(nth(articles, time)))];
          const again = setInterval(() => asked.push(stage.ask(questionFor(nth(articles, time)))), 3_000);
          await until(() => stage.tally(asked).lost < asked.length, within + 20_000);
          clearInterval(again);
          await sleep(1_000);
          const replies = asked.flatMap((each) =>
            stage
              .to(each)
              .slice(0, 1)
              .map(({ at }) => at - begin),
          );
          slowest = Math.max(slowest, Math.min(...replies));
          if (stage.tally(asked).more > 0) pass = false;
        }
        say(`${name}: ${millis(slowest)}`);
        figures[name] = millis(slowest);
        pass &&= slowest < within;
      }
      const alive = bot.child.exitCode === null && bot.child.signalCode === null;
      return { figures: { ...figures, 'process went on': alive ? 'yes' : 'no' }, pass: pass && alive };
    } finally {
      await stage.close();
    }
  },
};
