import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citationText, escapeMarkdown, quotedWords } from '../../src/reader/citation-text.ts';
import { readerArticle } from '../../src/reader/make-article.ts';
import type { ReaderArticle, ReaderQuotation } from '../../src/reader/reader-article.ts';
import { ferry } from './ferry.ts';

const article = readerArticle(ferry);
const starting = (beginning: string): ReaderQuotation => {
  const found = article.quotations.find(({ spans: [first] }) =>
    article.text.startsWith(beginning, first?.start ?? 0),
  );
  if (!found) throw new Error(`not found: ${beginning}`);
  return found;
};

test('a direct quotation is copied as text with its speaker, article, paragraph and address', () => {
  expect(citationText(article, starting('We have'), 'plain')).toEqual({
    text: `“We have carried empty cars through the winter,” […] “Nobody can pay for that for ever.”
— Dr. Amara Okafor, head of the harbour board, in “Night Ferry to Skarn Is Cut”, Northern Courier, ¶2
https://courier.example/news/night-ferry#:~:text=We%20have%20carried%20empty%20cars%20through%20the%20winter%2C`,
    html: null,
  });
});

test('what the article only reports is not put into marks, and is said to be reported', () => {
  const { text } = citationText(article, starting('the state'), 'plain');
  expect(text).toMatch(
    /^the state would not step in\.?\n— senior ministry official, not named in the article \(reported in the article’s words\)/,
  );
  expect(citationText(article, starting('whether'), 'plain').text).toContain(
    'Unattributed: who says this is not clear (as a question; reported',
  );
  expect(citationText(article, starting('it would'), 'plain').text).toContain('(as not said, or denied; ');
  const doubtful = { ...starting('We have'), confidence: 0.5 };
  expect(citationText(article, doubtful, 'plain').text).toContain('harbour board (probably), in');
});

test('a pull quote is cited by the paragraph that it repeats', () => {
  const pull = article.quotations.find(({ pullQuoteOf }) => pullQuoteOf !== null);
  if (!pull) throw new Error('there is none');
  expect(citationText(article, pull, 'plain').text).toContain('Northern Courier, pull quote from ¶2\n');
});

test('the outlet’s front page is shown as the outlet’s, never as if it led to the article', () => {
  const source = { leadsTo: 'outlet', url: 'https://courier.example/', host: 'courier.example' } as const;
  const home: ReaderArticle = { ...article, source };
  const copied = (format: 'plain' | 'markdown' | 'slack') => citationText(home, starting('We have'), format);
  expect(copied('plain').text).toContain('Is Cut”, Northern Courier (https://courier.example/), ¶2');
  expect(copied('markdown').text).toContain(
    'in “Night Ferry to Skarn Is Cut”, [Northern Courier](https://courier.example/), ¶2',
  );
  expect(copied('slack').text).toContain('<https://courier.example/|Northern Courier>, ¶2');
});

/** An article that is one quotation, by somebody of that name. */
function saying(words: string, name: string): { article: ReaderArticle; quotation: ReaderQuotation } {
  const quotation = { ...starting('We have'), spans: [{ start: 0, end: words.length }], speaker: 0 };
  const [speaker] = article.speakers;
  if (!speaker) throw new Error('there is none');
  return {
    article: { ...article, text: words, title: name, speakers: [{ ...speaker, name }] },
    quotation,
  };
}

const anything = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.string({ minLength: 1, unit: fc.constantFrom(...'*_`~[]()<>&|$#+-=!\\:@“”1.) \nab') }),
);

test('plain text has the words as they are, whatever they are', () => {
  fc.assert(
    fc.property(anything, (words) => {
      const said = saying(words, 'Ann Lee');
      expect(citationText(said.article, said.quotation, 'plain').text).toContain(words);
    }),
  );
});

test('Slack’s text decodes to the words, and nothing in it is a link, a mention or a broadcast', () => {
  fc.assert(
    fc.property(anything, anything, (words, name) => {
      const { article: made, quotation } = saying(words, name);
      const { text, html } = citationText(made, quotation, 'slack');
      const lines = text.split('\n');
      const quoted = lines
        .slice(0, -1)
        .map((line) => line.replace(/^>/, ''))
        .join('\n');
      const decoded = quoted.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(decoded).toBe(quotedWords(made, quotation));
      expect(quoted).not.toMatch(/[<>]/);
      const links = lines.at(-1)?.match(/<[^>]*>/g) ?? [];
      expect(links).toEqual([expect.stringMatching(/^<https:\/\/courier\.example\/[^|]*\|¶2>$/)]);
      expect(html?.replace(/<\/?(?:blockquote|p|b|br)>|<a href="https:[^"<>]*">|<\/a>/g, '')).not.toMatch(
        /[<>]/,
      );
    }),
  );
});

test('Markdown is the words with signs escaped, and each line of them is quoted', () => {
  fc.assert(
    fc.property(anything, (words) => {
      const { article: made, quotation } = saying(words, 'Ann Lee');
      const lines = citationText(made, quotation, 'markdown').text.split('\n');
      expect(lines.every((line) => line.startsWith('>'))).toBe(true);
      const quoted = lines.slice(0, -2).filter((line, index) => index % 2 === 0 || line !== '>');
      const plain = quoted.map((line) => line.slice(2)).join('\n');
      expect(plain.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(quotedWords(made, quotation));
      expect(plain.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[*_`[\]<>~|$&\\]/);
    }),
  );
});

test('what makes a list, a heading or an emoji of a line in Markdown does not', () => {
  expect(escapeMarkdown('1. one\n# two\n- three\n+ four :smile: 10:30 ![x](y)')).toBe(
    '1\\. one\n\\# two\n\\- three\n\\+ four \\:smile: 10:30 \\!\\[x\\](y)',
  );
});

test('words from outside the article are never copied', () => {
  const quotation = { ...starting('We have'), spans: [{ start: 0, end: article.text.length + 1 }] };
  expect(() => citationText(article, quotation, 'plain')).toThrow(/does not lie in its text/);
});
