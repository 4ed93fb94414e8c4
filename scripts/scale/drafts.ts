import { createHash } from 'node:crypto';
import type { Article, Paragraph } from '../../src/article/article.ts';
import type { Draft } from '../../src/retrieval/segment-writer.ts';
import type { Passage } from '../../src/retrieval/store.ts';
import { quantise } from '../../src/retrieval/token-vectors.ts';
import type { Sentences } from './sentences.ts';

/** Sentences of one article: about what an article of the corpus has. */
export const SENTENCES_AN_ARTICLE = 30;
const SENTENCES_A_PARAGRAPH = 2;
/** Word pieces for each word, as the model's tokenizer cuts English news. */
const PIECES_A_WORD = 1.3;

/** Where a sentence is: in which article, and the how-manieth there. */
export function placeOf(row: number): { articleId: string; passage: number } {
  return {
    articleId: `a${Math.floor(row / SENTENCES_AN_ARTICLE)}`,
    passage: row % SENTENCES_AN_ARTICLE,
  };
}

/**
 * Articles of these sentences, ready to be stored. Their token vectors have the size of real ones; each is the
 * sentence's, since what they hold changes neither time nor room.
 */
export function* draftsOf({ texts, vectors, dimension }: Sentences): Generator<Draft> {
  for (let from = 0; from < texts.length; from += SENTENCES_AN_ARTICLE) {
    const own = texts.slice(from, from + SENTENCES_AN_ARTICLE);
    const rows = own.map((_, index) =>
      vectors.slice((from + index) * dimension, (from + index + 1) * dimension),
    );
    yield {
      stored: { ...articleOf(placeOf(from).articleId, own), quotations: [] },
      vectors: rows,
      tokens: own.map((text, index) => {
        const pieces = Math.ceil(text.split(' ').length * PIECES_A_WORD);
        const values = new Float32Array(pieces * dimension);
        for (let piece = 0; piece < pieces; piece++)
          values.set(rows[index] as Float32Array, piece * dimension);
        return quantise(values, dimension);
      }),
    };
  }
}

function articleOf(id: string, sentences: readonly string[]): { article: Article; passages: Passage[] } {
  const title = `Article ${id}`;
  let text = title;
  const passages: Passage[] = [];
  const paragraphs: Paragraph[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const begins = index % SENTENCES_A_PARAGRAPH === 0;
    text += begins ? '\n\n' : ' ';
    const start = text.length;
    text += sentence;
    const n = Math.floor(index / SENTENCES_A_PARAGRAPH) + 1;
    passages.push({ start, end: text.length, index, paragraph: n });
    if (begins) paragraphs.push({ start, end: text.length, n, pullQuote: false });
    else paragraphs[n - 1] = { ...(paragraphs[n - 1] as Paragraph), end: text.length };
  }
  const article: Article = {
    ...{ id, title, outlet: null, url: null, author: null, published: null, text, paragraphs },
    hash: createHash('sha256').update(text).digest('hex'),
    titleSpan: { start: 0, end: title.length },
  };
  return { article, passages };
}
