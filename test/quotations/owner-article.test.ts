import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse.ts';
import { findQuotations } from '../../src/quotations/find.ts';

const NAME = '000_a73966cd6b1bce15.txt';
const article = parseArticle(NAME, readFileSync(new URL(`../../corpus/${NAME}`, import.meta.url), 'utf8'));
const quotations = findQuotations(article);
const text = (spans: readonly { start: number; end: number }[]) =>
  spans.map((span) => article.text.slice(span.start, span.end)).join(' // ');

describe("the quotations of the owner's article", () => {
  it('are those of the golden file (after a change that is meant: npx vitest run -u)', async () => {
    const shown = quotations.map((quotation) => ({
      paragraph: quotation.paragraph,
      text: text(quotation.spans),
      kind: quotation.kind,
      polarity: quotation.polarity,
      speaker: quotation.speaker,
      mention: quotation.mention && text([quotation.mention]),
      cue: quotation.cue && text([quotation.cue]),
      addressee: quotation.addressee,
      via: quotation.via,
      pullQuoteOf: quotations.find(({ id }) => id === quotation.pullQuoteOf)?.paragraph ?? null,
      rule: quotation.rule,
    }));
    await expect(`${JSON.stringify(shown, null, 1)}\n`).toMatchFileSnapshot(
      '../golden/owner-quotations.json',
    );
  });

  it('end with the whole of what is static, with name, title and role', () => {
    const last = quotations.filter(({ paragraph }) => paragraph === 20).at(-1);
    expect(last && text(last.spans)).toMatch(/^Syria is completely static, .* any time soon\.$/s);
    expect(last?.kind).toBe('direct');
    expect(last?.speaker).toEqual({
      name: 'Eyal Zisser',
      title: 'Prof.',
      role: 'vice rector of Tel Aviv University and an expert on Syria who formerly headed the university’s Moshe Dayan Center for Middle Eastern and African Studies',
      kind: 'person',
    });
  });

  it('link the three pull quotes', () => {
    const pulled = quotations.filter(({ pullQuoteOf }) => pullQuoteOf !== null);
    expect(pulled).toHaveLength(3);
    for (const quotation of pulled) {
      const parent = quotations.find(({ id }) => id === quotation.pullQuoteOf);
      expect(quotation.speaker).toEqual(parent?.speaker);
      expect(quotation.paragraph).toBeNull();
    }
  });
});
