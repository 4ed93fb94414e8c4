import type { ContextBlock } from '@slack/types';
import type { Citation } from '../answering/answer.ts';
import type { Article } from '../article/article.ts';
import { KIND_WORDS } from './blocks-speaker.ts';
import { label } from './blocks-text.ts';
import { LIMITS } from './limits.ts';
import { passageUrl, sourceLink } from './source-link.ts';

/** The address of a citation in the reader; null where it has none. */
export type ReaderLink = (citation: Citation) => string | null;

/**
 * The small line under a quotation: paragraph, kind, and where the passage can be read. The paragraph
 * leads to the reader where there is one.
 */
export function placeBlock(citation: Citation, toReader: ReaderLink | null = null): ContextBlock {
  const inReader = toReader?.(citation) ?? null;
  const elements: ContextBlock['elements'] =
    inReader === null || inReader.length > LIMITS.buttonUrl
      ? [plain(`${place(citation)} · ${KIND_WORDS[citation.kind]}`)]
      : [mrkdwn(`${linkMarkup(inReader, place(citation))} · ${KIND_WORDS[citation.kind]}`)];
  const link = sourceLink(citation.article);
  const first = citation.spans[0];
  if (link?.leadsTo === 'article' && first) {
    const deep = passageUrl(link, citation.article, first);
    const url = deep.length <= LIMITS.buttonUrl ? deep : link.url;
    elements.push(mrkdwn(linkMarkup(url, 'read it in the article')));
  }
  return { type: 'context', elements };
}

/** "¶20", or that it is a pull quote, which has no number. */
export function place({ paragraph }: Pick<Citation, 'paragraph'>): string {
  return paragraph === null ? 'pull quote' : `¶${paragraph}`;
}

/** The small line that names the article and its outlet. */
export function sourceBlock(article: Article): ContextBlock {
  const link = sourceLink(article);
  const outlet = article.outlet === null ? '' : ` · ${label(article.outlet)}`;
  const elements: ContextBlock['elements'] = [plain(`Source: “${label(article.title)}”${outlet}`)];
  if (link) {
    const words = link.leadsTo === 'article' ? link.host : `the outlet’s site, ${link.host}`;
    elements.push(mrkdwn(linkMarkup(link.url, words)));
  }
  return { type: 'context', elements };
}

/** `<url|label>`; the address is one that URL has normalised, so that only `|` is left to hide. */
function linkMarkup(url: string, words: string): string {
  const address = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `<${address.replaceAll('&', '&amp;')}|${words}>`;
}

function mrkdwn(text: string): { type: 'mrkdwn'; text: string; verbatim: true } {
  return { type: 'mrkdwn', text, verbatim: true };
}

function plain(text: string): { type: 'plain_text'; text: string; emoji: boolean } {
  return { type: 'plain_text', text, emoji: false };
}
