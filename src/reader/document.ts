import { createHash } from 'node:crypto';
import { escapeHtml } from './citation-text.ts';
import type { PageData } from './page/main.tsx';
import { THEME_SCRIPT } from './theme.ts';

/** Nothing from elsewhere is loaded, run, framed or sent to; of scripts in the page only the one with this hash. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`,
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export interface DocumentParts {
  readonly title: string;
  /** HTML, as React rendered it. */
  readonly content: string;
  /** What the script takes the page over with; null: the page has none. */
  readonly data: PageData | null;
  /** Changes with the assets, so that they can be kept for ever. */
  readonly version: string;
}

/** A whole page. Everything that is text of an article comes escaped by React, or by the two functions below. */
export function documentOf({ title, content, data, version }: DocumentParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<script>${THEME_SCRIPT}</script>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/reader.css?v=${version}">
<script type="module" src="/assets/reader.js?v=${version}"></script>
</head>
<body>
<div id="page">${content}</div>
${data === null ? '' : `<script type="application/json" id="data">${jsonInHtml(data)}</script>`}
</body>
</html>
`;
}

/** JSON that no text in it can step out of: a `<` in it would end the element, or open a comment. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
