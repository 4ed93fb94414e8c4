import { createHash } from 'node:crypto';
import { readLibraryConfig } from '../src/config.ts';
import { shelfSnapshot } from '../src/slack/file-shelf.ts';
import { Records } from '../src/slack/records.ts';
import { fromWhereTheyStand, notice, readArguments, run } from './command-line.ts';

const HELP = `Usage: npm run -s export-feedback -- [--state DIR]

Writes every judgement of an answer as a line of JSON: {"id","turns":["…"],"article","judged","reason",
"articles":[{"id","hash"}],"index","answer":{…},"at"}. The lines are also a batch for "npm run -s ask -- --batch".

  --state DIR   folder of the bot's state (default: .state, or STATE)
  --help        show this text`;

await run('export-feedback', async () => {
  const { values } = readArguments({
    options: { state: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const folder = values.state === undefined ? readLibraryConfig().state : fromWhereTheyStand(values.state);
  const all = await new Records(await shelfSnapshot(folder)).allFeedback();
  for (const { turnId, feedback } of all) {
    const { turn, judged, reason, articles, index, answer, at } = feedback;
    const turns = [...turn.before, turn.question];
    // Who judged stays in the bot; the id only tells two judges of one answer apart.
    const judge = createHash('sha256').update(feedback.user).digest('hex').slice(0, 6);
    const id = `${turnId}.${judge}`;
    const line = { id, turns, article: turn.articleId, judged, reason, articles, index, answer, at };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  notice(`${all.length} ${all.length === 1 ? 'judgement' : 'judgements'}.`);
  return 0;
});
