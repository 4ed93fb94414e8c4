import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { LIMITS } from './limits.ts';

export type Style = { readonly bold?: true; readonly italic?: true; readonly strike?: true };

/** Text that Slack shows as it is: elements of rich text are never read as markup. */
export function literal(text: string, style?: Style): RichTextElement {
  return style ? { type: 'text', text, style } : { type: 'text', text };
}

/** One paragraph of rich text. */
export function section(...elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

/** A block of rich text. */
export function richText(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

/**
 * Exactly what Slack asks to be escaped in `text` and mrkdwn; with it no `<!channel>` and no
 * `<@U…>` can come out of a text.
 */
export function escapeText(text: string): string {
  return wellFormed(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The client sends `text` percent-encoded, which throws on half a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * A name, a title or an address as a label: on one line, without characters that are not seen but
 * reorder or hide what stands beside them. For what frames a quotation, never for a quotation.
 */
export function label(text: string): string {
  const visible = wellFormed(text)
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .trim();
  return shorten(visible, LIMITS.label);
}

/** The beginning of a label with "…"; for labels only, quotations are split instead. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd()}…`;
}
