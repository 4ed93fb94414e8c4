import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

/**
 * Files of invented paragraphs (" ¶ " parts them), each with its speakers in order: "= name | title | role | kind".
 * "-" is none, "~" anything, what is left out anything too, but the kind: a person. "…" lets further quotations be.
 */
const FOLDER = new URL('./speakers/', import.meta.url);

interface Case {
  readonly body: string;
  readonly speakers: readonly string[];
  readonly more: boolean;
}

function readCases(file: string): Case[] {
  const blocks = readFileSync(new URL(file, FOLDER), 'utf8').split(/\n\n+/);
  return blocks.filter(Boolean).map((block) => {
    const [body = '', ...lines] = block.trim().split('\n');
    return {
      body: body.replaceAll(' ¶ ', '\n\n'),
      speakers: lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2)),
      more: lines.includes('…'),
    };
  });
}

/** The speaker as the line would have it, with "~" where the line has it. */
function shownLike(line: string, values: readonly (string | null)[]): string {
  const wanted = line.split('|').map((part) => part.trim());
  const shown = wanted.map((part, index) => (part === '~' ? '~' : (values[index] ?? '-')));
  return shown.join(' | ');
}

describe.each(readdirSync(FOLDER))('the speakers of %s', (file) => {
  it.each(readCases(file))('$body', ({ body, speakers, more }) => {
    const found = quotationsOf(body).map(({ quotation }) => quotation.speaker);
    if (!more) expect(found).toHaveLength(speakers.length);
    speakers.forEach((line, index) => {
      const speaker = found[index];
      const full =
        line.split('|').length === 4 ? line : `${line}${' | ~'.repeat(3 - line.split('|').length)} | person`;
      expect(
        shownLike(full, [
          speaker?.name ?? null,
          speaker?.title ?? null,
          speaker?.role ?? null,
          speaker?.kind ?? null,
        ]),
      ).toBe(full.replace(/ *\| */g, ' | '));
    });
  });
});
