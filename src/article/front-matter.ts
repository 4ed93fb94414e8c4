import { parse } from 'yaml';
import type { Span } from './article.ts';

const FRONT_MATTER = /^---[^\S\n]*\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/;

/** Front matter as far as the program uses it; what is missing or not text is null. */
export interface FrontMatter {
  readonly id: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** Where the body begins and ends. */
  readonly body: Span;
}

/** Reads YAML front matter at the head of `text`. Throws the YAML parser's error where it is broken. */
export function readFrontMatter(text: string): FrontMatter {
  const match = FRONT_MATTER.exec(text);
  const parsed: unknown = match ? parse(match[1] ?? '', { schema: 'failsafe' }) : null;
  const fields = isRecord(parsed) ? parsed : {};
  return {
    id: field(fields, 'id'),
    title: field(fields, 'title'),
    outlet: field(fields, 'outlet'),
    url: field(fields, 'url'),
    author: field(fields, 'author'),
    published: field(fields, 'published'),
    body: { start: match ? match[0].length : 0, end: text.length },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function field(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
