import type { Answer, AnswerEngine, Citation } from '../answering/answer.ts';
import type { ReaderLink } from '../rendering/blocks-source.ts';
import { readerUrl } from '../rendering/reader-link.ts';

/** The reader that people can reach, and what it serves. */
export interface LinkedReader {
  /** Its address, as people reach it. */
  readonly url: string;
  readonly library: Pick<AnswerEngine, 'open'>;
}

/** The links into the reader for an answer; null where there is no reader. */
export type ReaderLinks = (answer: Answer) => Promise<ReaderLink | null>;

/**
 * Links to the reader for what it serves: an article that a workspace has added for itself is not
 * there, and neither is an edition of an article that is no longer the newest.
 */
export function readerLinks(reader: LinkedReader | null): ReaderLinks {
  return async (answer) => {
    if (reader === null) return null;
    const { url, library } = reader;
    const cited = [...answer.citations, ...answer.nearest].map(({ article }) => article);
    const served = new Set<string>();
    for (const { id, hash } of new Set(cited)) {
      if ((await library.open(id))?.article.hash === hash) served.add(id);
    }
    return ({ article, quotationId, paragraph }: Citation) =>
      served.has(article.id) ? readerUrl(url, article.id, { quotation: quotationId, paragraph }) : null;
  };
}
