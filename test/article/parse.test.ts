import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, slice } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { ArticleProblem } from '../../src/article/problem.ts';

const OWNERS_FILE = '000_a73966cd6b1bce15.txt';
const OWNERS_TEXT = readFileSync(new URL(`../../corpus/${OWNERS_FILE}`, import.meta.url), 'utf8');

const body = (article: Article): string[] => article.paragraphs.map((paragraph) => slice(article, paragraph));
const problem = (name: string, text: string): string => {
  try {
    parseArticle(name, text);
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleProblem);
    const { message } = error as ArticleProblem;
    expect(message).not.toContain('\n');
    expect(message.startsWith(`${name}: `)).toBe(true);
    return message;
  }
  throw new Error('the file was parsed');
};

describe('a text file', () => {
  test('has its title on the first line and paragraphs between blank lines', () => {
    const article = parseArticle('the-ferry.txt', 'Ferry sinks\n\nOne.\n\nTwo\nlines.\n \t\n\n\nThree.\n');
    expect(article).toMatchObject({ id: 'the-ferry', title: 'Ferry sinks', outlet: null, url: null });
    expect(article.titleSpan).toEqual({ start: 0, end: 11 });
    expect(body(article)).toEqual(['One.', 'Two\nlines.', 'Three.']);
    expect(article.paragraphs.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  test('may have an outlet line above the title', () => {
    const article = parseArticle(
      'a.txt',
      '- The Harbour Post - https://post.example/ -\n\nFerry sinks\n\nOne.',
    );
    expect(article).toMatchObject({
      title: 'Ferry sinks',
      outlet: 'The Harbour Post',
      url: 'https://post.example/',
    });
    expect(article.titleSpan && slice(article, article.titleSpan)).toBe('Ferry sinks');
  });

  test('an outlet with dashes in its name keeps them', () => {
    const article = parseArticle('a.txt', '- Post - North - https://post.example -\n\nFerry sinks\n\nOne.');
    expect(article.outlet).toBe('Post - North');
  });

  test.each(['- no outlet line', '- Post - ftp://post.example -', '- Post - post.example -'])(
    'a first line that is no outlet line is the title: %s',
    (line) => {
      expect(parseArticle('a.txt', `${line}\n\nOne.`)).toMatchObject({
        title: line,
        outlet: null,
        url: null,
      });
    },
  );

  test('an outlet line with an address that is none has no address', () => {
    expect(parseArticle('a.txt', '- Post - https://[bad -\n\nFerry sinks\n\nOne.')).toMatchObject({
      outlet: 'Post',
      url: null,
    });
  });

  test('may have Windows line ends', () => {
    const article = parseArticle(
      'a.txt',
      '- Post - https://post.example -\r\n\r\nFerry sinks\r\n\r\nOne.\r\nStill one.\r\n\r\nTwo.\r\n',
    );
    expect(article).toMatchObject({ title: 'Ferry sinks', outlet: 'Post', url: 'https://post.example' });
    expect(body(article)).toEqual(['One.\r\nStill one.', 'Two.']);
  });

  test('may begin with a byte order mark, which does not count in offsets', () => {
    const article = parseArticle('a.txt', '\uFEFFFerry sinks\n\nOne.');
    expect(article.text).toBe('Ferry sinks\n\nOne.');
    expect(article.titleSpan).toEqual({ start: 0, end: 11 });
  });

  test('needs no blank line under the title and none at the end', () => {
    expect(body(parseArticle('a.txt', 'Ferry sinks\nOne.'))).toEqual(['One.']);
  });

  test('keeps hashes and dashes in its text: they are Markdown only in Markdown', () => {
    expect(body(parseArticle('a.txt', 'Ferry sinks\n\n# not a heading\n\n---'))).toEqual([
      '# not a heading',
      '---',
    ]);
  });

  test('the id is the name without its ending, also where the name has dots', () => {
    expect(parseArticle('/somewhere/2024.05.01 ferry.TXT', 'T\n\nB').id).toBe('2024.05.01 ferry');
  });

  test.each([
    ['nothing', ''],
    ['only white space', ' \n\t\r\n \uFEFF'],
  ])('with %s is empty', (_name, text) => {
    expect(problem('a.txt', text)).toMatch(/empty/);
  });

  test('that begins with a paragraph has no title', () => {
    expect(problem('a.txt', `${'A long sentence of news. '.repeat(20)}\n\nMore.`)).toMatch(/no title/);
  });

  test('with an outlet line alone has no title', () => {
    expect(problem('a.txt', '- Post - https://post.example -\n\n')).toMatch(/no title/);
  });

  test('with a title alone has no text', () => {
    expect(problem('a.txt', 'Ferry sinks\n\n')).toMatch(/no text under it/);
  });
});

describe('a Markdown file', () => {
  const fields = (lines: string, rest = '\n\nOne.\n'): Article =>
    parseArticle('file.md', `---\n${lines}\n---${rest}`);

  test('has its facts in the front matter', () => {
    const article = fields(
      'id: ferry\ntitle: "Ferry: sinks"\noutlet: Post\nurl: https://post.example/a?b=1\nauthor: Ann Lee\npublished: 2024-05-01',
    );
    expect(article).toMatchObject({
      id: 'ferry',
      title: 'Ferry: sinks',
      outlet: 'Post',
      url: 'https://post.example/a?b=1',
      author: 'Ann Lee',
      published: '2024-05-01',
    });
    expect(body(article)).toEqual(['One.']);
  });

  test.each([
    ['id: 007', '007'],
    ['id: 1e3', '1e3'],
    ['id: true', 'true'],
    ['id: 2024-05-01', '2024-05-01'],
  ])('%s is the id as it is written', (line, id) => {
    expect(fields(`${line}\ntitle: T`).id).toBe(id);
  });

  test.each(['id:', 'id: null', 'id: ~', 'id: ""', 'id: {a: b}', ''])(
    '"%s" is no id: the name of the file is',
    (line) => {
      expect(fields(`${line}\ntitle: T`).id).toBe('file');
    },
  );

  test('several authors stand in one line', () => {
    expect(fields('title: T\nauthor:\n  - Ann Lee\n  - Bo Ek').author).toBe('Ann Lee, Bo Ek');
  });

  test('a title that YAML folds is one line', () => {
    const article = fields('title: |\n  Ferry\n  sinks');
    expect(article.title).toBe('Ferry sinks');
    expect(article.titleSpan).toBeNull();
  });

  test('the title is found where it stands, not in another field', () => {
    const article = fields('author: Ferry\ntitle: Ferry');
    expect(article.titleSpan).toEqual({ start: 25, end: 30 });
    expect(slice(article, { start: 18, end: 30 })).toBe('title: Ferry');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'post.example', 'file:///etc/passwd'])(
    '%s is no address',
    (url) => {
      expect(fields(`title: T\nurl: "${url}"`).url).toBeNull();
    },
  );

  test('without front matter has a heading as title', () => {
    const article = parseArticle('a.md', '\n#  Ferry sinks ##\n\nOne.');
    expect(article.title).toBe('Ferry sinks');
    expect(article.titleSpan && slice(article, article.titleSpan)).toBe('Ferry sinks');
    expect(body(article)).toEqual(['One.']);
  });

  test('front matter without a title leaves it to the heading', () => {
    expect(fields('id: x', '\n# Ferry sinks\n\nOne.')).toMatchObject({ id: 'x', title: 'Ferry sinks' });
  });

  test('empty front matter leaves everything to the heading', () => {
    expect(parseArticle('a.md', '---\n---\n# Ferry sinks\n\nOne.').title).toBe('Ferry sinks');
  });

  test('a heading that says otherwise than the front matter is no paragraph', () => {
    const article = fields('title: Ferry', '\n# Boat\n\nOne.');
    expect(article.title).toBe('Ferry');
    expect(article.titleSpan && slice(article, article.titleSpan)).toBe('Ferry');
    expect(body(article)).toEqual(['One.']);
  });

  test('headings, rules and images are no paragraphs, and hide no text beside them', () => {
    const article = fields(
      'title: T',
      '\n## Section\nUnder the heading.\n\n* * *\n\n![a boat](boat.png)\n\nAbove.\n### Sub\nBelow.\n\n####### seven\n\n#hash\n\n![a](b) and text',
    );
    expect(body(article)).toEqual([
      'Under the heading.',
      'Above.',
      'Below.',
      '####### seven',
      '#hash',
      '![a](b) and text',
    ]);
  });

  test('may have Windows line ends', () => {
    const article = parseArticle(
      'a.md',
      '---\r\nid: 7\r\ntitle: Ferry sinks\r\n---\r\n\r\n## Part\r\n\r\nOne.\r\n\r\nTwo.',
    );
    expect(article).toMatchObject({ id: '7', title: 'Ferry sinks' });
    expect(body(article)).toEqual(['One.', 'Two.']);
  });

  test.each([
    ['broken YAML', '---\ntitle: a: b\n---\n\nOne.', /front matter/],
    ['a field twice', '---\ntitle: a\ntitle: b\n---\n\nOne.', /front matter/],
    ['no end', '---\ntitle: a\n\nOne.', /front matter.*no line ---/],
    ['pages of front matter', `---\n${'a: b\n'.repeat(10_000)}---\n\nOne.`, /front matter/],
    ['aliases that multiply', bomb(), /front matter/],
    ['no title', 'One.\n\nTwo.', /no title/],
    ['a list for front matter', '---\n- a\n---\n\nOne.', /no title/],
    ['only headings', '# T\n\n## A\n\n---', /no text under it/],
  ])('with %s is refused in one line', (_name, text, message) => {
    expect(problem('a.md', text)).toMatch(message);
  });
});

test('what is wrong is said in one line whatever the file is called', () => {
  try {
    parseArticle('a\nb\u001b[31m\u202Ec.txt', '');
  } catch (error) {
    expect((error as Error).message).toBe(
      'a\uFFFDb\uFFFD[31m\uFFFDc.txt: the file is empty; put a title and paragraphs into it',
    );
    return;
  }
  throw new Error('the file was parsed');
});

describe("the owner's article", () => {
  const article = parseArticle(OWNERS_FILE, OWNERS_TEXT);

  test('has its outlet with address, and its title', () => {
    expect(article).toMatchObject({
      id: '000_a73966cd6b1bce15',
      title: 'Larger Than Usual Airstrike in Syria Said To Be US-Israel Joint Operation',
      outlet: 'The Media Line',
      url: 'https://themedialine.org',
    });
  });

  test('has 20 numbered paragraphs and three pull quotes', () => {
    const numbered = article.paragraphs.filter(({ n }) => n !== null);
    expect(numbered.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const pulled = article.paragraphs.filter(({ pullQuote }) => pullQuote);
    expect(pulled.map((paragraph) => slice(article, paragraph).slice(0, 30))).toEqual([
      'This wouldn’t be the first tim',
      'The eastern part of Syria is f',
      'The situation is stagnant, and',
    ]);
    expect(pulled.every(({ n }) => n === null)).toBe(true);
  });

  test('has the last quotation in paragraph 20', () => {
    const last = article.paragraphs.at(-1);
    expect(last?.n).toBe(20);
    expect(last && slice(article, last)).toMatch(/^Added Zisser: “Syria is completely static/);
  });

  test('is the file, unchanged', () => {
    expect(article.text).toBe(OWNERS_TEXT);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\n',
      '\r\n',
      '\n\n',
      '---\n',
      '# ',
      '“',
      '”',
      '"',
      '‘',
      '- ',
      ' - ',
      'https://x.example',
      ': ',
      '\0',
      '\uD800',
      '|',
      '&a ',
      '*a',
    ),
    fc.lorem(),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test.each(['a.txt', 'a.md'])('as %s is parsed or refused with an ArticleProblem', (name) => {
    fc.assert(
      fc.property(text, (written) => {
        try {
          const article = parseArticle(name, written);
          expect(article.title).not.toBe('');
          expectInOrder(article);
          if (article.titleSpan) expect(slice(article, article.titleSpan)).toBe(article.title);
        } catch (error) {
          if (!(error instanceof ArticleProblem)) throw error;
          expect(error.message).not.toContain('\n');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['blank lines', '\n'.repeat(1_000_000)],
    ['spaces', ` a${' '.repeat(1_000_000)}b`],
    ['spaces behind a heading', `# a${' '.repeat(1_000_000)}b`],
    ['spaces in an outlet line', `- a${' '.repeat(1_000_000)}b`],
    ['dashes', '- '.repeat(500_000)],
    ['rules with spaces', `T\n\n---${' '.repeat(1_000_000)}x`],
    ['opening marks', 'T\n\n“a '.repeat(200_000)],
    ['single marks', `T\n\n${'‘a’b '.repeat(200_000)}`],
    ['signatures', `T\n\n${`x${' '.repeat(900)}\n\n`.repeat(1000)}`],
    [
      'a refrain',
      `T\n\n${'“we will not go home now at all,” they sang.\n\nWe will not go home now at last\n\n'.repeat(12_000)}`,
    ],
    ['paragraphs', `# T\n\n${'One sentence, of “some words” or other.\n\n'.repeat(25_000)}`],
    ['front matter', `---\n${'a: b\n'.repeat(200_000)}---\n`],
    ['carriage returns', `T\n\n${'\r'.repeat(1_000_000)}x`],
  ])('with a megabyte of %s takes no long', (_name, text) => {
    for (const name of ['a.txt', 'a.md']) {
      const start = performance.now();
      try {
        parseArticle(name, text);
      } catch (error) {
        expect(error).toBeInstanceOf(ArticleProblem);
      }
      expect(performance.now() - start).toBeLessThan(8000);
    }
  });
});

function expectInOrder(article: Article): void {
  let at = 0;
  let n = 0;
  for (const paragraph of article.paragraphs) {
    expect(paragraph.start).toBeGreaterThanOrEqual(at);
    expect(paragraph.end).toBeGreaterThan(paragraph.start);
    expect(paragraph.pullQuote).toBe(paragraph.n === null);
    if (paragraph.n !== null) expect(paragraph.n).toBe(++n);
    at = paragraph.end;
  }
  expect(at).toBeLessThanOrEqual(article.text.length);
}

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level++) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return `---\ntitle: T\n${lines.join('\n')}\n---\n\nOne.`;
}
