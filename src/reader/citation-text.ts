import { type Span, slice } from '../article/article.ts';
import { joint } from '../rendering/blocks-quotation.ts';
import { passageUrl } from '../rendering/source-link.ts';
import { fullName, type ReaderArticle, type ReaderQuotation } from './reader-article.ts';
import { confidenceWords } from './words.ts';

/** As what a quotation can be copied. */
export const COPY_FORMATS = ['plain', 'markdown', 'slack'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export const FORMAT_LABEL: Readonly<Record<CopyFormat, string>> = {
  plain: 'Plain text',
  markdown: 'Markdown',
  slack: 'Slack',
};

/** What goes to the clipboard; `html` is what an editor that takes formatted text reads instead. */
export interface Copied {
  readonly text: string;
  readonly html: string | null;
}

interface Cited {
  /** The words, each stretch as it stands in the article, joined with visible marks. */
  readonly words: string;
  readonly speaker: string;
  /** Role, and how it was said. */
  readonly about: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly place: string;
  /** The outlet's front page is no link to the article, and is not shown as one. */
  readonly articleUrl: string | null;
  readonly outletUrl: string | null;
}

/**
 * A quotation with its citation: speaker, role, how it is said, article, outlet, paragraph, address.
 * Throws where a span does not lie in the text: nothing else is ever copied as somebody's words.
 */
export function citationText(article: ReaderArticle, quotation: ReaderQuotation, format: CopyFormat): Copied {
  const cited = citedOf(article, quotation);
  switch (format) {
    case 'plain':
      return { text: plainText(cited), html: null };
    case 'markdown':
      return { text: markdownText(cited), html: null };
    case 'slack':
      return { text: slackText(cited), html: htmlText(cited) };
    default:
      return format satisfies never;
  }
}

/** The words of a quotation: its stretches in the marks that show what they are. */
export function quotedWords(article: ReaderArticle, quotation: ReaderQuotation): string {
  return quotation.spans
    .map((span, index) => {
      const before = quotation.spans[index - 1];
      const text = wordsAt(article, span);
      const marks = quotation.kind === 'direct' && !/[“”"„«»]/u.test(text);
      return `${before ? joint(article, before, span) : ''}${marks ? `“${text}”` : text}`;
    })
    .join('');
}

function wordsAt(article: ReaderArticle, span: Span): string {
  const inside = span.start >= 0 && span.start < span.end && span.end <= article.text.length;
  if (!inside) throw new Error(`a quotation of ${article.id} does not lie in its text`);
  return slice(article, span);
}

function citedOf(article: ReaderArticle, quotation: ReaderQuotation): Cited {
  const speaker = article.speakers[quotation.speaker];
  if (!speaker) throw new Error(`a quotation of ${article.id} has a speaker that is not there`);
  const { source } = article;
  const [first] = quotation.spans;
  const deep = source?.leadsTo === 'article' && first ? passageUrl(source, article, first) : null;
  const unsure = confidenceWords({ ...quotation, speaker }).level === 'low';
  const how = [
    unsure ? 'probably' : '',
    quotation.polarity === 'not-said' ? 'as not said, or denied' : '',
    quotation.polarity === 'asked' ? 'as a question' : '',
    quotation.kind === 'indirect' ? 'reported in the article’s words' : '',
    quotation.kind === 'mixed' ? 'reported, partly in the speaker’s own words' : '',
    quotation.via === null ? '' : `passed on by ${oneLine(quotation.via)}`,
  ].filter((each) => each !== '');
  const role = speaker.kind === 'unnamed' ? 'not named in the article' : oneLine(speaker.role ?? '');
  return {
    words: quotedWords(article, quotation),
    speaker: speaker.kind === 'unattributed' ? 'Unattributed: who says this is not clear' : fullName(speaker),
    about: `${role ? `, ${role}` : ''}${how.length > 0 ? ` (${how.join('; ')})` : ''}`,
    title: oneLine(article.title),
    outlet: article.outlet === null ? null : oneLine(article.outlet),
    place: placeOf(article, quotation),
    articleUrl: deep,
    outletUrl: source?.leadsTo === 'outlet' ? source.url : null,
  };
}

/** A pull quote has no number: it is found by the paragraph that it repeats. */
function placeOf({ quotations }: ReaderArticle, { paragraph, pullQuoteOf }: ReaderQuotation): string {
  if (paragraph !== null) return `¶${paragraph}`;
  const parent = quotations.find(({ id }) => id === pullQuoteOf);
  return parent?.paragraph ? `pull quote from ¶${parent.paragraph}` : 'pull quote';
}

/** What frames a quotation stands on one line; a quotation itself is never touched. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function plainText({ words, speaker, about, title, outlet, place, articleUrl, outletUrl }: Cited): string {
  const at = outletUrl === null ? '' : ` (${outletUrl})`;
  const published = outlet === null ? at : `, ${outlet}${at}`;
  const lines = [words, `— ${speaker}${about}, in “${title}”${published}, ${place}`];
  return [...lines, ...(articleUrl === null ? [] : [articleUrl])].join('\n');
}

function markdownText(cited: Cited): string {
  const { title, outlet, place, articleUrl, outletUrl } = cited;
  const text = escapeMarkdown;
  const named =
    articleUrl === null ? `“${text(title)}”` : `[“${text(title)}”](${markdownAddress(articleUrl)})`;
  const paper = outlet === null ? hostOf(outletUrl) : text(outlet);
  const published = outletUrl === null ? paper : `[${paper}](${markdownAddress(outletUrl)})`;
  const words = cited.words.split('\n').map((line) => `> ${text(line)}`);
  const source = `> — **${text(cited.speaker)}**${text(cited.about)}, in ${named}${published ? `, ${published}` : ''}, ${place}`;
  return [...words.flatMap((line) => [line, '>']), source].join('\n');
}

/**
 * Characters that Markdown, with the tables, mathematics, strike-through and emoji of its dialects,
 * reads as markup; those that count at the beginning of a line only there.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|$&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/:(?=[\w+-]+:)/g, '\\:')
    .replace(/!(?=\\\[)/g, '\\!');
}

/** An address in round brackets: what would end it or begin another is encoded. */
function markdownAddress(url: string): string {
  return url.replace(
    /[()<>\s\\*_`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** mrkdwn as Slack's interfaces read it: `&`, `<` and `>` escaped, so that nothing pings or links by itself. */
function slackText({ words, speaker, about, title, outlet, place, articleUrl, outletUrl }: Cited): string {
  const at = articleUrl === null ? place : slackLink(articleUrl, place);
  const paper = escapeSlack(outlet ?? hostOf(outletUrl));
  const published = outletUrl === null ? paper : slackLink(outletUrl, outlet ?? hostOf(outletUrl));
  const quoted = words.split('\n').map((line) => `>${escapeSlack(line)}`);
  const line = `— ${escapeSlack(`${speaker}${about}, in “${title}”`)}${published ? `, ${published}` : ''}, ${at}`;
  return [...quoted, line].join('\n');
}

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function slackLink(url: string, words: string): string {
  const address = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `<${address.replaceAll('&', '&amp;')}|${escapeSlack(words).replaceAll('|', '¦')}>`;
}

/** What Slack's message field takes when something is pasted: formatted text, in which no sign is markup. */
function htmlText({ words, speaker, about, title, outlet, place, articleUrl, outletUrl }: Cited): string {
  const quoted = words.split('\n').map(escapeHtml).join('<br>');
  const paper = outlet ?? hostOf(outletUrl);
  const published = outletUrl === null ? escapeHtml(paper) : htmlLink(outletUrl, paper);
  const at = articleUrl === null ? place : htmlLink(articleUrl, place);
  const source = `— <b>${escapeHtml(speaker)}</b>${escapeHtml(about)}, in “${escapeHtml(title)}”`;
  return `<blockquote>${quoted}</blockquote><p>${source}${published ? `, ${published}` : ''}, ${at}</p>`;
}

function htmlLink(url: string, words: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
}

/** Text for HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function hostOf(url: string | null): string {
  return url === null ? '' : new URL(url).host.replace(/^www\./, '');
}
