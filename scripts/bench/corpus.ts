import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { passagesOf } from '../../src/retrieval/passages.ts';
import { notice } from '../command-line.ts';
import { readRetrievalSets } from '../evaluate/retrieval-data.ts';

const NEWS = fileURLToPath(new URL('../../../shared/data/polnear-train/articles.jsonl', import.meta.url));
/** Where what is made for measuring is kept between runs. */
export const BENCH_FOLDER = fileURLToPath(new URL('../../.index/bench', import.meta.url));

/** A folder of articles of a known size, and where its index is kept between runs. */
export interface BenchCorpus {
  /** Number of passages asked for; the folder holds as many, give or take its last article. */
  readonly size: number;
  readonly corpus: string;
  readonly index: string;
}

/**
 * A folder with articles of about `size` passages: news, then encyclopedia paragraphs and abstracts, then the
 * same again with a small edit in every sentence. Null where the data does not lie beside the checkout.
 */
export function benchCorpus(size: number): BenchCorpus | null {
  if (!existsSync(NEWS)) {
    notice('bench: NOT MEASURED on large corpora: there is no ../shared/data/polnear-train');
    return null;
  }
  const folder = join(BENCH_FOLDER, String(size));
  const made: BenchCorpus = { size, corpus: join(folder, 'corpus'), index: join(folder, 'index') };
  const done = join(folder, 'corpus.done');
  if (existsSync(done)) return made;
  rmSync(made.corpus, { recursive: true, force: true });
  mkdirSync(made.corpus, { recursive: true });
  let passages = 0;
  for (const { file, text, article } of articles()) {
    if (passages >= size) break;
    writeFileSync(join(made.corpus, file), text);
    passages += passagesOf(article).length;
  }
  writeFileSync(done, `${passages} passages\n`);
  return made;
}

interface BenchArticle {
  readonly file: string;
  readonly text: string;
  readonly article: Article;
}

/** The articles in a fixed order, without end: each round edits them in another way. */
function* articles(): Generator<BenchArticle> {
  const originals = [...newsTexts(), ...otherTexts()];
  for (let round = 0; ; round++) {
    for (const [index, original] of originals.entries()) {
      const file = `${String(round).padStart(2, '0')}-${String(index).padStart(5, '0')}.txt`;
      const text = round === 0 ? original : withEdits(original, round);
      yield { file, text, article: parseArticle(file, text) };
    }
  }
}

/** The texts of news articles in the order of the data, as files of this program's format. */
export function newsTexts(): string[] {
  return readFileSync(NEWS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { title, text }: { title: string; text: string } = JSON.parse(line);
      return `${title || 'Untitled'}\n\n${text}\n`;
    });
}

/** Documents of the retrieval sets, ten to an article. */
function otherTexts(): string[] {
  const documents = readRetrievalSets().flatMap((set) => set.documents.map(({ text }) => text));
  const texts: string[] = [];
  for (let at = 0; at < documents.length; at += 10) {
    texts.push(`Documents from ${at}\n\n${documents.slice(at, at + 10).join('\n\n')}\n`);
  }
  return texts;
}

/** A sentence with another number, another verb or another small word is near the first one, and not the same. */
const SWAPS: readonly (readonly [string, string])[] = [
  ['said', 'added'],
  ['the', 'this'],
  ['was', 'had been'],
  ['is', 'remains'],
  ['has', 'now has'],
  ['of', 'from'],
  ['and', 'and also'],
  ['in', 'within'],
  ['for', 'on behalf of'],
  ['not', 'hardly'],
  ['will', 'may'],
  ['more', 'less'],
  ['people', 'residents'],
  ['new', 'old'],
];

function withEdits(text: string, round: number): string {
  return text
    .replace(/\d+/gu, (number) => (number.length < 10 ? String(Number(number) + round) : number))
    .replace(/[^.!?\n]+/gu, (sentence) => withOneEdit(sentence, round));
}

function withOneEdit(sentence: string, round: number): string {
  const from = (sentence.length + round) % SWAPS.length;
  for (let step = 0; step < SWAPS.length; step++) {
    const [word, other] = SWAPS[(from + step) % SWAPS.length] ?? ['', ''];
    const edited = sentence.replace(new RegExp(`\\b${word}\\b`, 'u'), other);
    if (edited !== sentence) return edited;
  }
  return sentence;
}
