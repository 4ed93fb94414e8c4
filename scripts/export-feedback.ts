import { createHash } from 'node:crypto';
import { readLibraryConfig } from '../src/config.ts';
import { migrate } from '../src/retrieval/postgres/migrations.ts';
import { connect } from '../src/retrieval/postgres/pool.ts';
import { shelfSnapshot } from '../src/slack/file-shelf.ts';
import { postgresShelf } from '../src/slack/postgres-shelf.ts';
import { Records } from '../src/slack/records.ts';
import { fromWhereTheyStand, notice, readArguments, run } from './command-line.ts';

const HELP = `Usage: npm run -s export-feedback -- [--state DIR]

Writes every judgement of an answer as a line of JSON: {"id","turns":["…"],"article","judged","reason",
"articles":[{"id","hash"}],"index","answer":{…},"at"}. The lines are also a batch for "npm run -s ask -- --batch",
and "npm run evaluate -- feedback FILE" says which of the judged answers are still given.

  --state DIR   folder of the bot's state (default: the database of STORE_URL, STATE, or .state)
  --help        show this text`;

await run('export-feedback', async () => {
  const { values } = readArguments({
    options: { state: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const { state, storeUrl } = readLibraryConfig();
  const all =
    values.state === undefined && storeUrl !== null
      ? await feedbackInStore(storeUrl)
      : await feedbackIn(values.state === undefined ? state : fromWhereTheyStand(values.state));
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

type Feedback = Awaited<ReturnType<Records['allFeedback']>>;

async function feedbackIn(folder: string): Promise<Feedback> {
  const shelf = await shelfSnapshot(folder);
  const all = await new Records(shelf).allFeedback();
  await shelf.close();
  return all;
}

async function feedbackInStore(url: string): Promise<Feedback> {
  const database = await connect(url);
  try {
    await migrate(database);
    const shelf = postgresShelf(database);
    const all = await new Records(shelf).allFeedback();
    await shelf.close();
    return all;
  } finally {
    await database.close();
  }
}
