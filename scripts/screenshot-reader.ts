import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { AnswerEngine } from '../src/answering/answer.ts';
import { startReader } from '../src/reader/reader-server.ts';
import { readerPath } from '../src/rendering/reader-link.ts';

/** Makes reader.png and reader-phone.png in a folder, of the first article of a library. */
export async function takeReaderPictures(
  browser: Browser,
  library: AnswerEngine,
  folder: string,
): Promise<void> {
  const [summary] = await library.articles();
  const stored = summary && (await library.open(summary.id));
  const last = stored?.quotations.findLast(({ pullQuoteOf }) => pullQuoteOf === null);
  if (!stored || !last) throw new Error('the library has no article with a quotation');
  const reader = await startReader({ library, port: 0 });
  try {
    const root = new URL(reader.url).origin;
    const wide = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: 'light' });
    await wide.goto(`${root}${readerPath(stored.article.id)}`);
    await wide.locator('.strip-view').waitFor({ state: 'attached' });
    await wide.screenshot({ path: join(folder, 'reader.png') });
    const phone = await browser.newPage({ viewport: { width: 390, height: 760 }, colorScheme: 'dark' });
    await phone.goto(`${root}${readerPath(stored.article.id, { quotation: last.id })}`);
    await phone.locator('.strip-view').waitFor({ state: 'attached' });
    await phone.screenshot({ path: join(folder, 'reader-phone.png') });
  } finally {
    await reader.stop();
  }
}
