import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Article, Paragraph, Span } from './article.ts';
import { firstLine, splitBlocks } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { ArticleProblem } from './problem.ts';
import { findPullQuotes } from './pull-quotes.ts';

const OUTLET_LINE = /^-\s+(.+?)\s+-\s+(https?:\/\/\S+)\s+-$/;
/** A first line longer than this is a paragraph: the file has no title. */
const MAX_TITLE = 400;
/** Markdown that is layout and no paragraph: headings, rules, images on their own. */
const MARKDOWN_LAYOUT = /^(?:#{1,6}\s|(?:[-*_]\s*){3,}$|!\[[^\]]*\]\([^)]*\)$)/;

interface Head {
  readonly id: string | null;
  readonly title: string;
  readonly titleSpan: Span | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly body: Span;
}

/**
 * Parses the text of one article file (`.txt` or `.md`, as the name ends).
 * Throws ArticleProblem when there is no text, no title or no body.
 */
export function parseArticle(fileName: string, fileText: string): Article {
  const text = fileText.startsWith('\uFEFF') ? fileText.slice(1) : fileText;
  if (text.trim() === '')
    throw new ArticleProblem(fileName, 'the file is empty; put a title and paragraphs into it');
  const markdown = extname(fileName).toLowerCase() === '.md';
  const head = markdown ? markdownHead(fileName, text) : plainHead(fileName, text);
  const blocks = splitBlocks(text, head.body).filter(
    (block) => !(markdown && MARKDOWN_LAYOUT.test(text.slice(block.start, block.end))),
  );
  if (blocks.length === 0) {
    throw new ArticleProblem(
      fileName,
      'there is a title but no text under it; put the paragraphs after a blank line',
    );
  }
  return {
    id: head.id ?? basename(fileName, extname(fileName)),
    title: head.title,
    outlet: head.outlet,
    url: head.url,
    author: head.author,
    published: head.published,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    titleSpan: head.titleSpan,
    paragraphs: numberParagraphs(text, blocks),
  };
}

function numberParagraphs(text: string, blocks: readonly Span[]): Paragraph[] {
  const pullQuotes = findPullQuotes(text, blocks);
  let n = 0;
  return blocks.map((block, index) => {
    const pullQuote = pullQuotes[index] ?? false;
    return { ...block, n: pullQuote ? null : ++n, pullQuote };
  });
}

function plainHead(fileName: string, text: string): Head {
  const first = firstLine(text, 0);
  const outletLine = first && OUTLET_LINE.exec(text.slice(first.start, first.end));
  const titleSpan = outletLine && first ? firstLine(text, first.end) : first;
  if (!titleSpan || titleSpan.end - titleSpan.start > MAX_TITLE) {
    throw new ArticleProblem(fileName, 'there is no title; put it on a line of its own above the paragraphs');
  }
  return {
    id: null,
    title: text.slice(titleSpan.start, titleSpan.end),
    titleSpan,
    outlet: outletLine?.[1] ?? null,
    url: outletLine?.[2] ?? null,
    author: null,
    published: null,
    body: { start: titleSpan.end, end: text.length },
  };
}

function markdownHead(fileName: string, text: string): Head {
  const front = frontMatter(fileName, text);
  const first = firstLine(text, front.body.start);
  const heading = first && /^#\s+(.+?)\s*#*$/.exec(text.slice(first.start, first.end));
  const headingSpan = heading?.[1] && first ? spanOf(text, heading[1], first.start) : null;
  const title = front.title ?? heading?.[1] ?? null;
  if (title === null) {
    throw new ArticleProblem(
      fileName,
      'there is no title; add "title:" to the front matter or a "# Title" line',
    );
  }
  return {
    id: front.id,
    title,
    titleSpan: headingSpan ?? spanOf(text, title, 0, front.body.start),
    outlet: front.outlet,
    url: front.url,
    author: front.author,
    published: front.published,
    body: { start: headingSpan ? headingSpan.end : front.body.start, end: text.length },
  };
}

function frontMatter(fileName: string, text: string) {
  try {
    return readFrontMatter(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new ArticleProblem(
      fileName,
      `the front matter is not YAML (${reason}); correct it between the --- lines`,
    );
  }
}

function spanOf(text: string, words: string, from: number, before = text.length): Span | null {
  const start = text.indexOf(words, from);
  return start >= 0 && start + words.length <= before ? { start, end: start + words.length } : null;
}
