import { parse } from 'yaml';
import type { Span } from './article.ts';
import { webAddress } from './web-address.ts';

/** Front matter longer than this is none: a parser's time is not spent on it. */
const MAX_LENGTH = 16_384;
const OPENING = /^---[^\S\n]*\r?\n/;
const CLOSING = /^---[^\S\n]*(?:\r?\n|$)/m;

/** Front matter as far as the program uses it; what is missing or not text is null. */
export interface FrontMatter {
  readonly id: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  /** An http(s) address; anything else is none. */
  readonly url: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** Where the fields stand, without the lines of dashes; empty where there is no front matter. */
  readonly fields: Span;
  /** Where the body begins and ends. */
  readonly body: Span;
}

/** Reads YAML front matter at the head of `text`. Throws an error where it is broken or has no end. */
export function readFrontMatter(text: string): FrontMatter {
  const { fields, body } = locate(text);
  // The failsafe schema leaves every value a string as written: the id 007 stays 007.
  const parsed: unknown = parse(text.slice(fields.start, fields.end), {
    schema: 'failsafe',
    logLevel: 'error',
  });
  const values = isRecord(parsed) ? parsed : {};
  return {
    id: field(values, 'id'),
    title: field(values, 'title'),
    outlet: field(values, 'outlet'),
    url: webAddress(field(values, 'url')),
    author: field(values, 'author'),
    published: field(values, 'published'),
    fields,
    body,
  };
}

function locate(text: string): { fields: Span; body: Span } {
  const opening = OPENING.exec(text);
  if (!opening) return { fields: { start: 0, end: 0 }, body: { start: 0, end: text.length } };
  const start = opening[0].length;
  const closing = CLOSING.exec(text.slice(start, start + MAX_LENGTH));
  if (!closing) throw new Error('no line --- ends it');
  const end = start + closing.index;
  return { fields: { start, end }, body: { start: end + closing[0].length, end: text.length } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A field in one line; a list as its items with commas between. */
function field(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const line = items
    .filter((item) => typeof item === 'string')
    .map((item) => item.trim().replace(/\s+/g, ' '))
    .filter((item) => item !== '' && !/^(?:null|~)$/i.test(item))
    .join(', ');
  return line === '' ? null : line;
}
