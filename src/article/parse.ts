import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Article, Paragraph, Span } from './article.ts';
import { firstLine, splitBlocks, trimSpan } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { ArticleProblem } from './problem.ts';
import { findPullQuotes } from './pull-quotes.ts';
import { webAddress } from './web-address.ts';

const OUTLET_LINE = /^-\s+(.+?)\s+-\s+(https?:\/\/\S+)\s+-$/;
const HEADING = /^#[^\S\n]+(.+?)[^\S\n]*#*$/;
/** A first line longer than this is a paragraph: the file has no title. */
const MAX_TITLE = 400;
/** A line longer than this is no outlet line and no heading. */
const MAX_HEAD = 1000;
/** A Markdown line that is layout and no text: a heading, a rule, an image on its own. */
const MARKDOWN_LAYOUT =
  /^[^\S\n]*(?:#{1,6}(?:[^\S\n][^\n]*)?|(?:[-*_][^\S\n]*){3,}|!\[[^\]\n]*\]\([^)\n]*\)[^\S\n]*)$/;

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
  const blocks = splitBlocks(text, head.body).flatMap((block) =>
    markdown ? withoutLayout(text, block) : [block],
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

/** The stretches of a Markdown block between its layout lines. */
function withoutLayout(text: string, block: Span): Span[] {
  const kept: Span[] = [];
  let from = block.start;
  for (let start = block.start; start < block.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? block.end : Math.min(newline, block.end);
    if (MARKDOWN_LAYOUT.test(text.slice(start, end))) {
      kept.push({ start: from, end: start });
      from = end;
    }
    start = end + 1;
  }
  kept.push({ start: from, end: block.end });
  return kept.map((span) => trimSpan(text, span)).filter((span) => span !== null);
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
  const outletLine = first && OUTLET_LINE.exec(shortLine(text, first));
  const titleSpan = outletLine && first ? firstLine(text, first.end) : first;
  if (!titleSpan || titleSpan.end - titleSpan.start > MAX_TITLE) {
    throw new ArticleProblem(fileName, 'there is no title; put it on a line of its own above the paragraphs');
  }
  return {
    id: null,
    title: text.slice(titleSpan.start, titleSpan.end),
    titleSpan,
    outlet: outletLine?.[1] ?? null,
    url: webAddress(outletLine?.[2] ?? null),
    author: null,
    published: null,
    body: { start: titleSpan.end, end: text.length },
  };
}

function markdownHead(fileName: string, text: string): Head {
  const front = frontMatter(fileName, text);
  const first = firstLine(text, front.body.start);
  const heading = first && HEADING.exec(shortLine(text, first))?.[1];
  const title = front.title ?? heading ?? null;
  if (title === null) {
    throw new ArticleProblem(
      fileName,
      'there is no title; add "title:" to the front matter or a "# Title" line',
    );
  }
  return {
    id: front.id,
    title,
    titleSpan:
      title === heading && first ? spanOf(text, title, first) : titleInFields(text, title, front.fields),
    outlet: front.outlet,
    url: front.url,
    author: front.author,
    published: front.published,
    body: { start: heading && first ? first.end : front.body.start, end: text.length },
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

/** A line as far as it can be a head; the patterns for heads are not tried on pages of text. */
function shortLine(text: string, { start, end }: Span): string {
  return end - start > MAX_HEAD ? '' : text.slice(start, end);
}

/** The title where the front matter has it as it is; null where YAML quotes or folds it. */
function titleInFields(text: string, title: string, fields: Span): Span | null {
  const key = /^(?:title|"title"|'title')\s*:/m.exec(text.slice(fields.start, fields.end));
  return key && spanOf(text, title, { start: fields.start + key.index + key[0].length, end: fields.end });
}

function spanOf(text: string, words: string, { start, end }: Span): Span | null {
  const found = text.slice(start, end).indexOf(words);
  return found < 0 ? null : { start: start + found, end: start + found + words.length };
}
