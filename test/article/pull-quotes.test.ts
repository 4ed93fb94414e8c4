import { describe, expect, test } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';

/** The blocks that are taken for pull quotes in an article of these blocks. */
function pulled(...blocks: string[]): string[] {
  const article = parseArticle('a.txt', ['Title', ...blocks].join('\n\n'));
  return article.paragraphs.filter(({ pullQuote }) => pullQuote).map((block) => slice(article, block));
}

const SAID = '“The harbour will not open before the spring, and that is all I know,” the master said.';

describe('a pull quote is', () => {
  test.each([
    ['the whole quotation', 'The harbour will not open before the spring, and that is all I know'],
    ['a part of it', 'The harbour will not open before the spring'],
    ['its end, with a capital and a full stop of its own', 'And that is all I know.'],
    ['the words in marks', '“The harbour will not open before the spring.”'],
    ['the words in straight marks', '"The harbour will not open before the spring"'],
    ['the words behind a Markdown quote mark', '> The harbour will not open before the spring'],
    ['the words with a signature', '“The harbour will not open before the spring” — Mara Quell'],
    [
      'the words with a signature on a line of its own',
      'The harbour will not open before the spring\n– Mara Quell',
    ],
  ])('%s', (_name, block) => {
    expect(pulled('An opening paragraph.', block, SAID)).toEqual([block]);
    expect(pulled('An opening paragraph.', SAID, block)).toEqual([block]);
  });

  test('words that go over two sentences of one quotation', () => {
    expect(
      pulled('“We waited there. Nobody came for us. We left,” she said.', 'Nobody came for us. We left'),
    ).toEqual(['Nobody came for us. We left']);
  });

  test('words that a frame splits', () => {
    const split = '“We waited there all night,” she said, “and then we left.”';
    expect(pulled(split, 'We waited there all night and then we left.')).toEqual([
      'We waited there all night and then we left.',
    ]);
  });
});

describe('no pull quote is', () => {
  test.each([
    ['a repeat of four words', 'That is all I know'.slice(0, 16)],
    ['a repeat with a frame', 'The harbour will not open before the spring, the master said.'],
    ['a repeat with a quotation in it', 'The harbour “will not open before the spring”, it is feared.'],
    ['a paragraph that begins like the quotation', 'The harbour will not open before the autumn either.'],
    ['narration', 'The ferry company has two boats, and both lie in dock.'],
  ])('%s', (_name, block) => {
    expect(pulled('An opening paragraph.', SAID, block)).toEqual([]);
  });

  test('a quotation in marks that stands once', () => {
    expect(pulled('“We waited there all night long,” she said.', '“And then we all left for good.”')).toEqual(
      [],
    );
  });

  test('narration that is repeated without marks', () => {
    expect(pulled('The ferry company has two boats.', 'The ferry company has two boats.')).toEqual([]);
  });

  test('a slogan that comes with its frame each time', () => {
    const chant = '“No wharf, no work, no peace at all,” they chanted.';
    expect(pulled(chant, 'Later it began again.', chant)).toEqual([]);
  });

  test('both of two equal quotations in marks: the words stay in the body once', () => {
    expect(pulled('“We waited there all night long.”', '“We waited there all night long.”')).toHaveLength(1);
  });

  test('a column that repeats a hundred words', () => {
    const long = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
    expect(pulled(`“${long},” she said.`, long)).toEqual([]);
  });
});
