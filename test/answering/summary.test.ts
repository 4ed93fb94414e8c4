import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citedWords } from '../../src/answering/citations.ts';
import { summarise } from '../../src/answering/summary.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { words } from '../../src/article/words.ts';
import { analyse } from '../../src/retrieval/drafts.ts';
import type { StoredArticle } from '../../src/retrieval/store.ts';
import { readGoldAnswers } from '../golden/gold-answers.ts';

const CORPUS = resolve(import.meta.dirname, '../../corpus/000_a73966cd6b1bce15.txt');

/** The owner's article and the invented ones that are not kept for reporting. */
const articles: readonly StoredArticle[] = [
  analyse(parseArticle('owner.txt', readFileSync(CORPUS, 'utf8'))),
  ...readGoldAnswers()
    .filter(({ frozen, name }) => !frozen && name !== 'owner')
    .map(({ name, text }) => analyse(parseArticle(`${name}.md`, text))),
];

const forms = (text: string) => new Set(words(text).map(({ form }) => form));

describe.each(articles.map((stored) => [stored.article.id, stored] as const))(
  'the summary of %s',
  (_, stored) => {
    const lines = summarise(stored, 5);

    test('has as many lines as were asked for', () => {
      for (const wanted of [1, 2, 3, 5, 8]) {
        expect(summarise(stored, wanted)).toHaveLength(Math.min(wanted, stored.passages.length));
      }
    });

    test('is in the order of the article', () => {
      const starts = lines.map(({ spans }) => spans[0]?.start ?? -1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    });

    test('is of whole sentences of numbered paragraphs, each once', () => {
      const sentences = stored.passages.map(({ start, end }) => `${start}–${end}`);
      const shown = lines.map(({ spans }) => spans.map(({ start, end }) => `${start}–${end}`).join());
      for (const line of shown) expect(sentences).toContain(line);
      expect(new Set(shown).size).toBe(shown.length);
      for (const { paragraph, spans } of lines) {
        const place = stored.article.paragraphs.find(({ n }) => n === paragraph);
        expect(place?.pullQuote).toBe(false);
        for (const { start, end } of spans) {
          expect(place && place.start <= start && end <= place.end).toBe(true);
        }
      }
    });

    test('has no two lines that say the same', () => {
      for (const [at, line] of lines.entries()) {
        for (const other of lines.slice(at + 1)) {
          const [a, b] = [forms(citedWords(line)), forms(citedWords(other))];
          const shared = [...a].filter((form) => b.has(form)).length;
          expect(shared / Math.min(a.size, b.size)).toBeLessThan(0.75);
        }
      }
    });

    test('begins near the top and names somebody who speaks', () => {
      expect(lines[0]?.paragraph).toBeLessThanOrEqual(3);
      expect(lines.some(({ speaker }) => speaker !== null)).toBe(true);
    });
  },
);

const fromText = (text: string) => analyse(parseArticle('made.txt', text));

test('a pull quote is never a line', () => {
  const stored = fromText(
    'Tower Falls\n\nIt rained on Pelham for a week before the night of the storm.\n\nThe old tower fell in a storm that nobody had expected\n\n“The old tower fell in a storm that nobody had expected,” said Ida Marsh of the council.\n',
  );
  expect(stored.article.paragraphs.some(({ pullQuote }) => pullQuote)).toBe(true);
  expect(summarise(stored, 5).map(({ paragraph }) => paragraph)).toEqual([1, 2]);
});

test('of two sentences that say the same only one is taken while others are left', () => {
  const stored = fromText(
    'Tower Falls\n\nThe old tower of Pelham fell in a storm on Monday night.\n\nIn a storm on Monday night the old tower of Pelham fell.\n\nEngineers had asked for repairs three times since the spring floods.\n',
  );
  expect(summarise(stored, 2).map(({ paragraph }) => paragraph)).toEqual([1, 3]);
});

test('an article shorter than the summary is shown whole', () => {
  const stored = fromText('Tower Falls\n\nThe old tower of Pelham fell in a storm on Monday night.\n');
  expect(summarise(stored, 5)).toHaveLength(1);
});

test('an article without sentences has no lines', () => {
  expect(summarise({ ...fromText('Title\n\nOne sentence only here.\n'), passages: [] }, 5)).toEqual([]);
});

test('a line that retells somebody names who it is', () => {
  const stored = fromText('Tower Falls\n\nIda Marsh said the tower of Pelham had not been safe for years.\n');
  expect(summarise(stored, 1)[0]?.speaker?.name).toBe('Ida Marsh');
});
