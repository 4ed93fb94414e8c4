import { articleFromPage, PageProblem } from './page.ts';

/** What the process is sent. */
export interface PageWork {
  readonly html: string;
  readonly address: string | null;
}

// Nothing of the bot's surroundings is needed here, least of all its secrets; see read-page.ts.
process.once('message', ({ html, address }: PageWork) => {
  try {
    process.send?.({ article: articleFromPage(html, address) });
  } catch (error) {
    if (!(error instanceof PageProblem)) throw error;
    process.send?.({ problem: error.message });
  }
});
