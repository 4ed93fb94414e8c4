import { openPostgresLibrary, type PostgresLibrary } from '../src/answering/postgres-library.ts';
import { readLibraryConfig } from '../src/config.ts';
import { fromWhereTheyStand, notice, progressBar } from './command-line.ts';

/**
 * The library in the database at `url`, with the corpus folder read into it. What is wrong with articles is said
 * under the command's name. `all`: also what other workspaces added is brought up to this version of the program.
 */
export async function openShared(
  url: string,
  command: string,
  { corpus, all = false }: { corpus?: string; all?: boolean } = {},
): Promise<PostgresLibrary> {
  const config = readLibraryConfig();
  const bar = progressBar('Indexing articles');
  try {
    const library = await openPostgresLibrary({
      ...{ url, all, corpus: corpus ?? config.corpus },
      model: {
        model: config.embeddingModel,
        allowDownload: config.allowModelDownload,
        baseFolder: fromWhereTheyStand('.'),
      },
      onProgress: bar.onProgress,
      onNotice: notice,
    });
    for (const problem of library.report.problems) notice(`${command}: ${problem.message}`);
    return library;
  } finally {
    bar.stop();
  }
}
