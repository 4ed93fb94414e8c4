import { describe, expect, test } from 'vitest';
import { articleFromPage, articleFromText, PageProblem } from '../../src/article/page.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { readPage } from '../../src/article/read-page.ts';

const PARAGRAPHS = [
  'The harbour board has put off the dredging of the ferry channel for the third time in two years.',
  '“The channel is silted up, and it will stay so,” said Dr. Amara Okafor, who heads the board, on Monday evening after a meeting that lasted four hours and ended without a vote.',
  'Ships of the ferry line have been running half empty since March, according to the line, which blames the shallow water and a lack of pilots.',
  '“Nobody asked the fishermen,” she added. “They would have told us what the current does to the sand in the autumn, when the wind turns to the north.”',
  'The town had set aside two million for the work. The money stays in the budget, its treasurer said, but only until the end of the year.',
];

function page(body: string, head = ''): string {
  return `<!doctype html><html><head><title>Harbour Dredging Delayed - Northern Courier</title>${head}</head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>${body}
    <footer><p>© Northern Courier. All rights reserved.</p></footer></body></html>`;
}
const article = `<article><h1>Harbour Dredging Delayed</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}
  <aside><p>Read more: ten ways to cook mussels</p></aside></article>`;
const meta = `<meta property="og:site_name" content="Northern Courier">
  <meta property="og:title" content="Harbour Dredging Delayed - Northern Courier">
  <meta name="author" content="Jo Lind"><meta property="article:published_time" content="2024-03-05">
  <link rel="canonical" href="/news/dredging">`;

describe('a page', () => {
  test('gives its article, paragraph by paragraph, with what it says about itself', () => {
    const { id, file } = articleFromPage(
      page(article, meta),
      'https://www.courier.example/news/dredging?utm=x',
    );
    const read = parseArticle(`${id}.md`, file);
    expect(read).toMatchObject({
      id,
      title: 'Harbour Dredging Delayed',
      outlet: 'Northern Courier',
      url: 'https://www.courier.example/news/dredging',
      author: 'Jo Lind',
      published: '2024-03-05',
    });
    expect(read.paragraphs.map(({ start, end }) => read.text.slice(start, end))).toEqual(PARAGRAPHS);
  });

  test('cannot name an address on another host, nor step out of its front matter', () => {
    const hostile = `<link rel="canonical" href="https://evil.example/x">
      <meta property="og:site_name" content='x"&#10;id: stolen&#10;url: javascript:alert(1)'>`;
    const { id, file } = articleFromPage(page(article, hostile), 'https://courier.example/a');
    const read = parseArticle(`${id}.md`, file);
    expect(read.url).toBe('https://courier.example/a');
    expect(read.id).toBe(id);
  });

  test.each([
    [
      'a list of links',
      page('<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>'),
      'no article',
    ],
    ['an empty page', '', 'no article'],
    ['two sentences', page('<article><p>Short.</p><p>Very.</p></article>'), 'no article'],
    [
      'a beginning that asks for a subscription',
      page(`<article><p>${PARAGRAPHS[0]}</p><p>Subscribe to continue reading.</p></article>`),
      'subscription',
    ],
    [
      'a beginning that says it is not free',
      page(
        `<article><p>${PARAGRAPHS[0]}</p></article>`,
        '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>',
      ),
      'subscription',
    ],
  ])('that is %s is refused in one sentence', (_, html, words) => {
    expect(() => articleFromPage(html, 'https://courier.example/a')).toThrow(PageProblem);
    expect(() => articleFromPage(html, 'https://courier.example/a')).toThrow(words);
  });

  test('is read in a thread of its own, with the same result', async () => {
    const html = page(article, meta);
    const address = 'https://www.courier.example/news/dredging';
    expect(await readPage(html, address)).toEqual(articleFromPage(html, address));
    await expect(readPage('', null)).rejects.toThrow('no article');
  });

  test('that is made to be slow is given up, and nothing else waits for it', async () => {
    let longest = 0;
    let before = Date.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, Date.now() - before);
      before = Date.now();
    }, 20);
    await expect(readPage(`${'<div>'.repeat(20_000)}x`, null)).rejects.toThrow(PageProblem);
    clearInterval(watch);
    expect(longest).toBeLessThan(500);
  });
});

test('a text is an article by its title and paragraphs, and is kept as it is', () => {
  const text = `Harbour News\n\n${PARAGRAPHS.join('\n\n')}\n`;
  const plain = articleFromText(text, 'news.txt');
  expect(plain).toMatchObject({ title: 'Harbour News', file: text });
  expect(parseArticle(plain.fileName, plain.file)).toMatchObject({ id: plain.id, title: 'Harbour News' });
  const marked = articleFromText(`---\nid: my-own\ntitle: News\n---\n\n${PARAGRAPHS[0]}\n`, 'news.md');
  expect(marked).toMatchObject({ id: 'my-own', title: 'News' });
  expect(() => articleFromText('only a title', 'news.txt')).toThrow('news.txt holds no article');
});
