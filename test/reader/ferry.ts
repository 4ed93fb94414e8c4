import { parseArticle } from '../../src/article/parse.ts';
import { findQuotations } from '../../src/quotations/find.ts';
import type { ReaderLibrary } from '../../src/reader/reader-pages.ts';
import { passagesOf } from '../../src/retrieval/passages.ts';
import type { StoredArticle } from '../../src/retrieval/store.ts';

/** An invented article with every kind of speech, a pronoun, a pull quote and somebody without a name. */
export const FERRY = `---
title: Night Ferry to Skarn Is Cut
outlet: Northern Courier
url: https://courier.example/news/night-ferry
author: Ilse Brandvik
published: 2024-03-05
---

The night ferry to the island of Skarn stops in May, the harbour board said on Monday.

“We have carried empty cars through the winter,” Dr. Amara Okafor, head of the harbour board, told the Courier. “Nobody can pay for that for ever.”

We have carried empty cars through the winter

Okafor was born on Skarn. She said that the board had “looked under every stone” for money.

“The island will empty,” Henrik Lindqvist, a fisherman of forty years, said. “First the young, then the rest of us.”

A senior ministry official said the state would not step in.

Okafor says the engineers were told in January.

According to the Bay Watch for Human Safety, 12 islanders need the clinic in Tromvik each week.

Asked whether the day ferry was safe, Okafor declined to say that it would stay.

The last boat leaves on 3 May at nine in the evening.
`;

/** The invented article again and again, each time with other people, until it has so many words. */
export function longText(words: number): string {
  const [, , body = ''] = FERRY.split('---\n');
  const lines = body.split('\n\n').filter((line) => !line.startsWith('We have carried'));
  const endings = ['', 'son', 'sen', 'berg', 'vik', 'dal', 'lund', 'mark', 'stad', 'holm', 'by', 'nes'];
  const parts: string[] = [];
  for (let count = 0, round = 0; count < words; round += 1) {
    const part = lines
      .join('\n\n')
      .replaceAll('Okafor', `Okafor${endings[round % endings.length]}`)
      .replaceAll(' 12 ', ` ${round + 1} `)
      .trim();
    parts.push(part);
    count += part.split(/\s+/).length;
  }
  return `A Very Long Night\n\n${parts.join('\n\n')}\n`;
}

/** An article of a file's text with its quotations, as the store has it. */
export function stored(name: string, text: string): StoredArticle {
  const article = parseArticle(name, text);
  return { article, passages: passagesOf(article), quotations: findQuotations(article) };
}

export const ferry = stored('ferry.md', FERRY);

/** A library of these articles, as the engine offers it. */
export function libraryOf(...articles: readonly StoredArticle[]): ReaderLibrary {
  return {
    articles: async () =>
      articles.map(({ article: { id, title, outlet, url } }) => ({ id, title, outlet, url })),
    open: async (wanted) => articles.find(({ article }) => article.id === wanted) ?? null,
  };
}
