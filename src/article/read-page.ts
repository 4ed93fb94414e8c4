import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type NewArticle, PageProblem } from './page.ts';
import type { PageWork } from './page-process.ts';

/** A long article takes a tenth of this, most of it for the start of the process. */
const MILLIS = 10_000;
const MEGABYTES = 512;
const UNREADABLE = 'That page cannot be read: it is too tangled.';

/**
 * The article of an HTML page, as `articleFromPage` finds it, in a process of its own with an empty
 * environment: a page that is made to be slow or to fill the memory stops nothing but itself.
 * Rejects with PageProblem.
 */
export function readPage(html: string, address: string | null): Promise<NewArticle> {
  const work: PageWork = { html, address };
  const child = fork(fileURLToPath(new URL('./page-process.ts', import.meta.url)), {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {},
    execArgv: ['--import', 'tsx', `--max-old-space-size=${MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<NewArticle>((resolve, reject) => {
    const giveUp = (): void => reject(new PageProblem(UNREADABLE));
    const late = setTimeout(giveUp, MILLIS);
    child.once('message', ({ article, problem }: { article?: NewArticle; problem?: string }) => {
      if (article) resolve(article);
      else reject(new PageProblem(problem ?? UNREADABLE));
    });
    child.once('error', giveUp);
    // Out of memory, or a fault of the parser: for whoever named the page it is the page.
    child.once('exit', () => {
      clearTimeout(late);
      giveUp();
    });
    child.send(work);
  }).finally(() => child.kill('SIGKILL'));
}
