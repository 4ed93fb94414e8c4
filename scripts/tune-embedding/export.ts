import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EMPTY_MEMORY } from '../../src/answering/answer.ts';
import type { Candidate } from '../../src/answering/evidence.ts';
import { openLiveLibrary } from '../../src/answering/live-library.ts';
import type { Query } from '../../src/answering/query.ts';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { ensureModel } from '../build-model.ts';
import { notice, progressBar, readArguments, run } from '../command-line.ts';

const HELP = `Usage: node --import tsx scripts/tune-embedding/export.ts FILE [--help]

Asks the practice questions and writes what tune.py learns from: each question as the program understands it (the
text that it searches with, and how much each word piece counts) and the sentences of its article.

  --help  show this text`;

const PRACTICE = new URL('./practice/', import.meta.url);

/** One line of a practice file. */
interface PracticeArticle {
  readonly article: readonly string[];
  readonly questions: readonly {
    readonly q: string;
    /** Index of the sentence that answers, null if none does. */
    readonly answer: number | null;
    readonly also?: readonly number[];
  }[];
}

/** What a question was searched with, and what was found. */
interface Seen {
  readonly query: Query;
  readonly candidates: readonly Candidate[];
}

/** Numbers of word pieces in the model's vocabulary, without the marks around a text. */
type Pieces = readonly number[];

/** What is learned from: a text to search with, its word pieces and their weights, and the sentences that answer it. */
interface Exported {
  readonly article: string;
  readonly text: string;
  readonly pieces: Pieces;
  readonly weights: readonly number[];
  readonly right: readonly number[];
}

await run('export', async () => {
  const { values, positionals } = readArguments({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [target] = positionals;
  if (values.help || target === undefined) {
    process.stdout.write(`${HELP}\n`);
    return values.help ? 0 : 2;
  }
  await ensureModel({ quiet: true });
  const articles: Record<string, readonly Pieces[]> = {};
  const questions: Exported[] = [];
  for (const file of (await readdir(PRACTICE)).sort()) {
    const practice = (await readFile(new URL(file, PRACTICE), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PracticeArticle);
    await askAll(basename(file, '.jsonl'), practice, articles, questions);
  }
  await writeFile(target, JSON.stringify({ articles, questions }));
  notice(`${questions.length} questions about ${Object.keys(articles).length} articles in ${target}`);
  return 0;
});

async function askAll(
  name: string,
  practice: readonly PracticeArticle[],
  articles: Record<string, readonly Pieces[]>,
  questions: Exported[],
): Promise<void> {
  const corpus = await mkdtemp(join(tmpdir(), 'practice-'));
  await mkdir(corpus, { recursive: true });
  for (const [at, { article }] of practice.entries()) {
    await writeFile(join(corpus, `a${at}.md`), `---\ntitle: ${name} ${at}\n---\n${paragraphs(article)}\n`);
  }
  const library = await openLiveLibrary({
    corpus,
    index: null,
    model: { model: null, allowDownload: false },
    onNotice: notice,
  });
  const bar = progressBar(`Asking ${name}`);
  for (const [at, { article, questions: asked }] of practice.entries()) {
    for (const { q, answer, also = [] } of asked) {
      if (answer === null) continue;
      const seen: Seen[] = [];
      await library.engine.answer(q, {
        memory: EMPTY_MEMORY,
        articleId: `a${at}`,
        observer: {
          understood: () => {},
          ranked: (query: Query, candidates: readonly Candidate[]) => {
            seen.push({ query, candidates });
          },
          judged: () => {},
        },
      });
      const ranked = seen.at(-1);
      const found =
        ranked &&
        whatAnswers(
          ranked,
          [answer, ...also].map((n) => article[n] ?? ''),
        );
      if (!found) continue;
      const id = `${name}/${at}`;
      const { text, tokens } = found.query;
      const [pieces = []] = await piecesOf(library.embedder, [text]);
      questions.push({ article: id, text, pieces, weights: tokens.weights, right: found.right });
      articles[id] ??= await piecesOf(library.embedder, found.sentences);
    }
    bar.onProgress(at + 1, practice.length);
  }
  bar.stop();
  await library.close();
  await rm(corpus, { recursive: true, force: true });
}

/** One or two sentences a paragraph, as in newspapers. */
function paragraphs(sentences: readonly string[]): string {
  return sentences.map((sentence, at) => sentence.trim() + (at % 3 === 1 ? ' ' : '\n\n')).join('');
}

async function piecesOf(embedder: Embedder, texts: readonly string[]): Promise<Pieces[]> {
  return (await embedder.embedTokens(texts)).map(({ tokens }) => tokens.ids);
}

/** The article's sentences, and which of them answer; null where none of the article was looked at. */
function whatAnswers(
  { query, candidates }: Seen,
  answers: readonly string[],
): { query: Query; sentences: string[]; right: number[] } | null {
  const stored = candidates[0]?.stored;
  if (!stored) return null;
  const sentences = stored.passages.map(({ start, end }) => stored.article.text.slice(start, end));
  const right = sentences.flatMap((sentence, at) =>
    answers.some((answer) => answer.includes(sentence) || sentence.includes(answer.trim())) ? [at] : [],
  );
  return right.length === 0 ? null : { query, sentences, right };
}
