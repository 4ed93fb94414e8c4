import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createAdder, type Source } from '../src/answering/adding.ts';
import { openLiveLibrary } from '../src/answering/live-library.ts';
import { readConfig } from '../src/config.ts';
import { ensureModel } from './build-model.ts';
import { fromWhereTheyStand, notice, readArguments, run, UsageError } from './command-line.ts';

const HELP = `Usage: npm run -s add-article -- [options] FILE|URL

Adds an article to the corpus: a text or Markdown file, a saved HTML page, or a page of the web.

  --corpus DIR   folder of articles (default: corpus, or CORPUS)
  --index DIR    folder of the index (default: one for each corpus under .index/)
  --json         one line of JSON: {"id","title","paragraphs","quotations","speakers"}
  --help         show this text`;

const OPTIONS = {
  corpus: { type: 'string' },
  index: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await run('add-article', async () => {
  const { values, positionals } = readArguments({ options: OPTIONS, allowPositionals: true });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0) throw new UsageError('name one file or address; see --help');
  const source = await readSource(named);
  const config = readConfig();
  const corpus = values.corpus === undefined ? config.corpus : fromWhereTheyStand(values.corpus);
  if (config.embeddingModel === null) await ensureModel({ quiet: false });
  const library = await openLiveLibrary({
    corpus,
    index: values.index === undefined ? config.index : fromWhereTheyStand(values.index),
    model: {
      model: config.embeddingModel,
      allowDownload: config.allowModelDownload,
      baseFolder: fromWhereTheyStand('.'),
    },
    onNotice: notice,
  });
  try {
    const added = await createAdder(corpus, library).add(source);
    const { id, title, paragraphs, quotations, speakers } = added;
    const line = `Added "${title}" (${id}): ${paragraphs} paragraphs, ${quotations} quotations by ${speakers} speakers.`;
    process.stdout.write(`${values.json ? JSON.stringify(added) : line}\n`);
    return 0;
  } finally {
    await library.close();
  }
});

async function readSource(named: string): Promise<Source> {
  if (/^https?:\/\//iu.test(named)) return { kind: 'page', url: named };
  try {
    return { kind: 'file', name: basename(named), bytes: await readFile(fromWhereTheyStand(named)) };
  } catch {
    throw new Error(`${named} cannot be read; name a file or a web address`);
  }
}
