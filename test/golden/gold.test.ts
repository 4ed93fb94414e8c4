import { describe, expect, test } from 'vitest';
import { readDescriptions } from './descriptions.ts';
import { type GoldArticle, type GoldQuotation, readGoldQuotations, resolveQuotations } from './gold.ts';

const articles = readGoldQuotations();

describe('the golden articles', () => {
  test('are at least 25 in both formats, with at least 300 quotations', () => {
    expect(articles.length).toBeGreaterThanOrEqual(25);
    expect(articles.filter((article) => article.fileName.endsWith('.txt')).length).toBeGreaterThanOrEqual(6);
    expect(articles.flatMap((article) => article.quotations).length).toBeGreaterThanOrEqual(300);
  });

  test('keep 56 of the 166 articles frozen', () => {
    expect(articles.length).toBe(166);
    expect(articles.filter((article) => article.frozen).length).toBe(56);
  });

  test('differ in manner', () => {
    expect(new Set(articles.map((article) => article.manner)).size).toBe(articles.length);
  });
});

describe.each(['open', 'frozen'] as const)('the %s descriptions', (set) => {
  test('have every name in their text, and some without one', () => {
    const probes = readDescriptions(set);
    expect(probes.length).toBeGreaterThan(100);
    for (const { body, name } of probes) if (name !== null) expect(body).toContain(name);
    expect(probes.some(({ name }) => name === null)).toBe(true);
  });
});

describe.each(articles)('$slug', (article) => {
  const blocks = bodyBlocks(article);
  const blockOf = (offset: number) =>
    blocks.findIndex((block) => block.start <= offset && offset < block.end);

  test('has every span where its offsets say, in order and apart', () => {
    for (const { spans } of article.quotations) {
      for (const span of spans) {
        expect(article.text.slice(span.start, span.end)).toBe(span.text);
        expect(span.text).toBe(span.text.trim());
      }
      spans.slice(1).forEach((span, i) => {
        expect(span.start, span.text).toBeGreaterThanOrEqual(spans[i]?.end ?? 0);
      });
    }
  });

  test('lists its quotations in the order of the text, none twice', () => {
    const starts = article.quotations.map((quotation) => firstStart(quotation));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(article.quotations.map((quotation) => JSON.stringify(quotation.spans))).size).toBe(
      starts.length,
    );
  });

  test('names, titles, roles and those who pass it on are slices without a leading article', () => {
    for (const quotation of article.quotations) {
      const { speaker } = quotation;
      const slices = [speaker?.name, speaker?.title, speaker?.role, quotation.via, quotation.addressee];
      for (const slice of slices) if (slice) expect(article.text).toContain(slice);
      for (const slice of [speaker?.name, speaker?.role, quotation.via]) {
        expect(slice ?? '').not.toMatch(/^(a|an|the)\s/i);
      }
      if (speaker && speaker.kind !== 'person') expect(speaker.role).toBeNull();
    }
  });

  test('gives a speaker one record throughout', () => {
    const byName = new Map<string, string>();
    for (const { speaker } of article.quotations) {
      if (!speaker) continue;
      const record = JSON.stringify(speaker);
      expect(byName.get(speaker.name) ?? record).toBe(record);
      byName.set(speaker.name, record);
    }
  });

  test('numbers paragraphs over the body without title and pull quotes', () => {
    const pulls = new Set(
      article.quotations.filter((q) => q.pullQuoteOf !== null).map((q) => blockOf(firstStart(q))),
    );
    let n = 0;
    const numbers = blocks.map((_, i) => (pulls.has(i) ? null : ++n));
    for (const quotation of article.quotations) {
      expect(quotation.paragraph, quotation.spans[0]?.text).toBe(numbers[blockOf(firstStart(quotation))]);
    }
  });

  test('has mention, cue and addressee in the paragraphs of the quotation, outside its own words', () => {
    for (const quotation of article.quotations) {
      const reach = frameText(article, quotation, blocks);
      for (const part of [quotation.mention, quotation.cue, quotation.addressee]) {
        if (part !== null) expect(reach, quotation.spans[0]?.text).toContain(part);
      }
      expect(quotation.mention === null).toBe(quotation.sourceForm === 'none');
    }
  });

  test('has direct quotations between marks or after a label, mixed ones with marks in them, indirect ones without', () => {
    for (const { kind, spans, pullQuoteOf } of article.quotations) {
      if (pullQuoteOf !== null) continue;
      for (const { start, end, text } of spans) {
        if (kind === 'direct') {
          expect(article.text.slice(0, start), text).toMatch(/[“‘"'\n]$|\n[^\n“"]{1,20}: $/);
          expect(article.text.slice(end), text).toMatch(/^[”’"'\n]/);
        }
        if (kind === 'indirect') expect(text).not.toMatch(/[“”"]/);
      }
      if (kind === 'direct') continue;
      const clause = spans.map((span) => span.text).join(' ');
      expect(clause.match(/“/g)?.length, clause).toBe(clause.match(/”/g)?.length);
      if (kind === 'mixed') expect(clause).toMatch(/[“‘"]|(^|\s)'/);
    }
  });

  test('links pull quotes to a quotation that holds their words', () => {
    for (const quotation of article.quotations) {
      if (quotation.pullQuoteOf === null) continue;
      const parent = article.quotations[quotation.pullQuoteOf];
      expect(parent?.pullQuoteOf).toBeNull();
      expect(parent?.spans.map((span) => span.text).join(' ')).toContain(quotation.spans[0]?.text);
      expect(quotation.speaker).toEqual(parent?.speaker);
      expect(quotation.kind).toBe(parent?.kind);
    }
  });
});

describe('a gold entry that does not fit its article', () => {
  const entry = {
    paragraph: 1,
    kind: 'direct',
    polarity: 'said',
    speaker: null,
    mention: null,
    sourceForm: 'none',
    cue: null,
    addressee: null,
    via: null,
    pullQuoteOf: null,
  } as const;
  const resolve = (text: string, nth: number) =>
    resolveQuotations(
      'otter.json',
      { frozen: false, manner: 'wire copy', quotations: [{ ...entry, spans: [{ text, nth }] }] },
      'An otter and an otter.',
    );

  test('is reported with its file and number', () => {
    expect(() => resolve('heron', 1)).toThrow('otter.json, quotation 0: “heron” (occurrence 1)');
    expect(() => resolve('otter', 3)).toThrow('(occurrence 3)');
    expect(() => resolve('', 1)).toThrow('otter.json, quotation 0');
  });

  test('finds a later occurrence by its number', () => {
    expect(resolve('otter', 2)[0]?.spans[0]).toEqual({ start: 16, end: 21, text: 'otter' });
  });
});

interface Block {
  readonly start: number;
  readonly end: number;
}

/** The blocks of the body as the contract for articles has them: front matter, outlet and title left out. */
function bodyBlocks(article: GoldArticle): Block[] {
  const heading = article.fileName.endsWith('.md')
    ? /^---\n[\s\S]*?\n---\n\s*(?:# [^\n]*\n)?/
    : /^(?:- [^\n]* -\n\n)?[^\n]+\n\n/;
  const from = heading.exec(article.text)?.[0].length ?? 0;
  return [...article.text.slice(from).matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

function firstStart(quotation: GoldQuotation): number {
  return quotation.spans[0]?.start ?? -1;
}

function frameText(article: GoldArticle, quotation: GoldQuotation, blocks: readonly Block[]): string {
  const last = quotation.spans.at(-1)?.end ?? 0;
  const touched = blocks.filter((block) => block.start < last && block.end > firstStart(quotation));
  let text = article.text.slice(touched[0]?.start ?? 0, touched.at(-1)?.end ?? 0);
  for (const span of quotation.spans) text = text.replace(span.text, '\n');
  return text;
}
