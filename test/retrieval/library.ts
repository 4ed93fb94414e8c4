import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { identifyModel } from '../../src/retrieval/model-folder.ts';
import type { RefreshOptions } from '../../src/retrieval/refresh.ts';
import type { PassagePlace, Store, TokenVectors } from '../../src/retrieval/store.ts';

/** Invented articles of a few sentences, by file name. */
export const ARTICLES: Readonly<Record<string, string>> = {
  'harbour.txt':
    'Harbour to stay shut\n\n“The harbour stays shut until spring,” master Mara Quell said.\n\nIce has covered the basin since January. Two tugs are stuck.\n',
  'orchard.txt':
    'Late frost hits orchards\n\nFrost killed half of the apple blossom near Tolm.\n\n“We have never lost this much,” said grower Piet Anders.\n',
  'library.md':
    '---\nid: reading-room\ntitle: Library opens at night\noutlet: Tolm Courier\n---\n\nThe library will be open until midnight.\n\nStudents had asked for longer hours.\n',
};

/** A corpus folder and an index folder of their own, gone after `remove`. */
export interface Library {
  readonly root: string;
  readonly corpus: string;
  readonly index: string;
  put(file: string, text: string): Promise<void>;
  drop(file: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makeLibrary(articles = ARTICLES): Promise<Library> {
  const root = await mkdtemp(join(tmpdir(), 'whosaid-library-'));
  const corpus = join(root, 'corpus');
  await mkdir(corpus);
  const put = (file: string, text: string) => writeFile(join(corpus, file), text);
  for (const [file, text] of Object.entries(articles)) await put(file, text);
  return {
    root,
    corpus,
    index: join(root, 'index'),
    put,
    drop: (file) => rm(join(corpus, file)),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** The real embedder, with the texts that it was given. */
export function counted(embedder: Embedder): Embedder & { readonly texts: string[] } {
  const texts: string[] = [];
  return {
    ...embedder,
    texts,
    embedCompactly: (given) => {
      texts.push(...given);
      return embedder.embedCompactly(given);
    },
  };
}

/** What refreshing takes; the notices are collected. */
export async function optionsFor(
  { corpus, index }: Pick<Library, 'corpus' | 'index'>,
  embedder: Embedder,
): Promise<RefreshOptions & { readonly notices: string[] }> {
  const notices: string[] = [];
  return {
    corpus,
    index,
    model: await identifyModel({ model: null, allowDownload: false }),
    embedder: async () => embedder,
    onNotice: (line) => notices.push(line),
    notices,
  };
}

/** Copies of the token vectors of passages, in their order. */
export async function tokensOf(store: Store, passages: readonly PassagePlace[]): Promise<TokenVectors[]> {
  const found: TokenVectors[] = [];
  await store.tokens(passages, ({ dimension, data, scales }, at) => {
    found[at] = { dimension, data: data.slice(), scales: scales.slice() };
  });
  return found;
}
