import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DifferenceStep } from '../../src/answering/answer.ts';
import { ComparedText, readClaim } from '../../src/answering/comparison.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { words } from '../../src/article/words.ts';

const TEXT = `The Orchard Gives Up

“The orchard is not dying; it’s resting, and [the owners] know it, whatever the non-native beetles do,” Ida Marsh told the Post. “Nobody has pruned a single tree since 1987.”

“We sold the pears,” she said, “because nobody picked them. We sold the barn because it leaked. We sold the pears again.”

The council of Lower Pelham voted 12–3 against the plan; Ms Marsh’s brother, a vet, had asked for it.
`;
const article = parseArticle('orchard.txt', TEXT);
const compared = ComparedText.of(article);

/** The words of the first place where a claim stands, joined by a bar; null where it stands nowhere. */
function found(claim: string): string | null {
  const [match] = compared.findVerbatim(claim);
  return match ? match.spans.map(({ start, end }) => TEXT.slice(start, end)).join(' | ') : null;
}

describe('a quotation stands in the article word for word', () => {
  const same = 'Nobody has pruned a single tree since 1987';
  const rows: readonly (readonly [how: string, claim: string, shown: string])[] = [
    ['as it is', 'Nobody has pruned a single tree since 1987.', same],
    ['cut out of the middle', 'pruned a single tree', 'pruned a single tree'],
    ['one word', 'pears', 'pears'],
    ['in other capitals', 'NOBODY has PRUNED a single tree since 1987', same],
    ['without its full stop', 'Nobody has pruned a single tree since 1987', same],
    ['with other punctuation', 'Nobody has pruned - a single tree, since 1987!', same],
    ['with marks around words', 'Nobody has “pruned” a ‘single’ "tree" since 1987', same],
    ['with line breaks', 'Nobody has pruned\n  a single tree\tsince 1987', same],
    ['with straight apostrophes', "it's resting", 'it’s resting'],
    ['without apostrophes', 'its resting', 'it’s resting'],
    ['without hyphens', 'nonnative beetles', 'non-native beetles'],
    ['in wide letters', 'ｐｅａｒｓ', 'pears'],
    [
      'across a frame in the sentence',
      'We sold the pears, she said, because nobody picked them',
      'We sold the pears,” she said, “because nobody picked them',
    ],
    [
      'without the article’s own insertion',
      'it’s resting, and know it',
      'it’s resting, and [the owners] know it',
    ],
    [
      'with the article’s own insertion',
      'resting, and [the owners] know it',
      'resting, and [the owners] know it',
    ],
    [
      'with that insertion’s brackets left off',
      'resting, and the owners know it',
      'resting, and [the owners] know it',
    ],
    [
      'with an insertion for one word',
      '[She] sold the barn because it leaked',
      'sold the barn because it leaked',
    ],
    [
      'with an insertion in its midst',
      'We sold the [old red] barn because it leaked',
      'We sold the barn because it leaked',
    ],
    ['with an insertion for some words', 'Nobody has pruned [anything] since 1987', same],
    [
      'with an insertion at its end',
      'Nobody has pruned a single tree [here]',
      'Nobody has pruned a single tree',
    ],
    ['with “sic”', 'We sold the barn [sic] because it leaked', 'We sold the barn because it leaked'],
    ['with an ellipsis', 'Nobody has pruned … since 1987', 'Nobody has pruned | since 1987'],
    ['with three dots', 'Nobody has pruned ... since 1987', 'Nobody has pruned | since 1987'],
    ['with an ellipsis in brackets', 'Nobody has pruned […] since 1987', 'Nobody has pruned | since 1987'],
    ['with three dots in brackets', 'Nobody has pruned [...] since 1987', 'Nobody has pruned | since 1987'],
    ['with two ellipses', 'Nobody … pruned … tree', 'Nobody | pruned | tree'],
    ['between ellipses', '… pruned a single tree …', 'pruned a single tree'],
  ];
  test.each(rows)('%s', (_, claim, shown) => {
    expect(found(claim)).toBe(shown);
  });

  test('every place of it is found', () => {
    expect(compared.findVerbatim('sold the pears')).toHaveLength(2);
  });

  test('title and pull quotes are not the article’s words', () => {
    expect(found('The Orchard Gives Up')).toBeNull();
    const pulled = parseArticle(
      'pulled.txt',
      'Title\n\nThe tower fell in the night of the storm\n\n“The tower fell in the night of the storm,” said Bo.\n\nAll slept.\n',
    );
    expect(pulled.paragraphs.filter(({ pullQuote }) => pullQuote)).toHaveLength(1);
    expect(ComparedText.of(pulled).findVerbatim('the tower fell in the night')).toHaveLength(1);
  });
});

describe('a quotation does not stand in the article', () => {
  const rows: readonly (readonly [how: string, claim: string])[] = [
    ['with a word changed', 'Nobody has pruned a single bush since 1987'],
    ['with a word added', 'Nobody has ever pruned a single tree since 1987'],
    ['with a word left out unmarked', 'Nobody has pruned a tree since 1987'],
    ['with “not” left out', 'The orchard is dying'],
    ['with two words swapped', 'Nobody has pruned a tree single since 1987'],
    ['with another number', 'Nobody has pruned a single tree since 1978'],
    ['with a plural made of a singular', 'Nobody has pruned a single trees'],
    ['with its parts in the wrong order', 'since 1987 … Nobody has pruned'],
    ['with an ellipsis that leads nowhere', 'Nobody has pruned … in Lower Wessex'],
    ['with an insertion that hides what is between far words', 'The orchard [rests] since 1987'],
    ['without words', ''],
    ['of marks alone', '“…”'],
    ['of an insertion alone', '[the owners of everything]'],
  ];
  test.each(rows)('%s', (_, claim) => {
    expect(found(claim)).toBeNull();
  });
});

describe('the difference between the article’s words and the claim’s', () => {
  const whole = { start: 0, end: TEXT.length };
  const sentence = (from: string, to: string) => ({
    start: TEXT.indexOf(from),
    end: TEXT.indexOf(to) + to.length,
  });
  const pruned = sentence('Nobody has pruned', 'since 1987.');
  const show = (steps: readonly DifferenceStep[]) => steps.map(({ op, text }) => `${op}: ${text}`);

  test('a word changed in the midst', () => {
    expect(
      show(compared.compare('Nobody has pruned a single bush since 1987', pruned)?.difference ?? []),
    ).toEqual(['same: Nobody has pruned a single', 'removed: tree', 'added: bush', 'same: since 1987']);
  });

  test('a word changed at the end, with the word in whose place it stands', () => {
    expect(show(compared.compare('Nobody has pruned a single bush', pruned)?.difference ?? [])).toEqual([
      'same: Nobody has pruned a single',
      'removed: tree',
      'added: bush',
    ]);
  });

  test('a word changed at the beginning, with the word in whose place it stands', () => {
    expect(show(compared.compare('Somebody has pruned a single tree', pruned)?.difference ?? [])).toEqual([
      'removed: Nobody',
      'added: Somebody',
      'same: has pruned a single tree',
    ]);
  });

  test('words added behind the end of the sentence stand in no other’s place', () => {
    const two = sentence('The orchard is not', 'since 1987.');
    expect(show(compared.compare('the non-native beetles do not', two)?.difference ?? [])).not.toContain(
      'removed: Nobody',
    );
  });

  test('“not” left out is shown', () => {
    expect(
      show(
        compared.compare('The orchard is dying; it’s resting', sentence('The orchard is not', 'beetles do'))
          ?.difference ?? [],
      ),
    ).toEqual(['same: The orchard is', 'removed: not', 'same: dying; it’s resting']);
  });

  test('the steps show the article’s words as they stand, capitals and marks included', () => {
    const steps =
      compared.compare('WE SOLD THE BARN BECAUSE IT BURNED', sentence('We sold the barn', 'it leaked.'))
        ?.difference ?? [];
    expect(steps[0]).toEqual({ op: 'same', text: 'We sold the barn because it' });
    expect(steps.at(-1)).toEqual({ op: 'added', text: 'BURNED' });
  });

  test('nothing in common is no match', () => {
    expect(compared.compare('xylophone quartets', whole)).toBeNull();
    expect(compared.compare('', whole)).toBeNull();
  });

  test('the span runs from the first to the last word in common', () => {
    const near = compared.compare('Nobody has pruned a single bush since 1987', pruned);
    expect(near && TEXT.slice(near.span.start, near.span.end)).toBe(
      'Nobody has pruned a single tree since 1987',
    );
  });

  test('shares are 1 for the same words and fall with every change', () => {
    expect(compared.compare('Nobody has pruned a single tree since 1987', pruned)).toMatchObject({
      kept: 1,
      used: 1,
    });
    const changed = compared.compare('Nobody has pruned a single bush since 1987', pruned);
    expect(changed?.kept).toBeCloseTo(7 / 8);
    expect(changed?.used).toBeCloseTo(7 / 8);
    const cut = compared.compare('Nobody has pruned since 1987', pruned);
    expect(cut).toMatchObject({ kept: 1, used: 5 / 8 });
  });
});

describe('on the article that comes with the project', () => {
  const file = resolve(import.meta.dirname, '../../corpus/000_a73966cd6b1bce15.txt');
  const text = readFileSync(file, 'utf8');
  const own = parseArticle('owner.txt', text);
  const ownCompared = ComparedText.of(own);
  const paragraphs = own.paragraphs
    .filter(({ pullQuote }) => !pullQuote)
    .map((span) => ({ span, words: words(text.slice(span.start, span.end)) }))
    .filter((paragraph) => paragraph.words.length > 3);
  const forms = (shown: string) => words(shown).map(({ form }) => form.replaceAll(/['-]/g, ''));

  /** Some words of one paragraph in a row. */
  const run = fc
    .record({
      paragraph: fc.constantFrom(...paragraphs),
      from: fc.nat(),
      length: fc.integer({ min: 3, max: 30 }),
    })
    .map(({ paragraph, from, length }) => {
      const first = from % (paragraph.words.length - 2);
      const part = paragraph.words.slice(first, first + length);
      const offset = paragraph.span.start;
      const start = offset + (part[0]?.start ?? 0);
      return { start, end: offset + (part.at(-1)?.end ?? 0), span: paragraph.span, count: part.length };
    });

  test('any words in a row stand in it word for word, where they were taken from', () => {
    fc.assert(
      fc.property(run, ({ start, end }) => {
        const spans = ownCompared.findVerbatim(text.slice(start, end)).map((match) => match.spans[0]);
        expect(spans).toContainEqual({ start, end });
      }),
      { numRuns: 300 },
    );
  });

  test('they do so in capitals, without punctuation and with straight apostrophes', () => {
    fc.assert(
      fc.property(run, ({ start, end }) => {
        const claim = words(text.slice(start, end).replaceAll(/[[\]]/g, ''))
          .map(({ form }) => form.toUpperCase())
          .join('  ');
        expect(ownCompared.findVerbatim(claim)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('with one word replaced they do not, and the steps rebuild both texts', () => {
    fc.assert(
      fc.property(run, fc.nat(), ({ start, end, span }, which) => {
        const part = words(text.slice(start, end));
        const word = part[which % part.length];
        if (!word) return;
        const claim = `${text.slice(start, start + word.start)}xylophone${text.slice(start + word.end, end)}`;
        expect(
          ownCompared.findVerbatim(claim).filter(() => !/\[[^\]]*xylophone[^\]]*\]/.test(claim)),
        ).toEqual([]);
        const near = ownCompared.compare(claim, span);
        if (!near) return;
        const steps = near.difference;
        const claimed = steps.filter(({ op }) => op !== 'removed').map((step) => step.text);
        const article = steps.filter(({ op }) => op !== 'added').map((step) => step.text);
        expect(forms(claimed.join(' '))).toEqual(forms(claim));
        expect(` ${forms(text.slice(span.start, span.end)).join(' ')} `).toContain(
          ` ${forms(article.join(' ')).join(' ')} `,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('whatever is claimed, a match lies inside the article and never throws', () => {
    const pieces = fc.constantFrom(
      'Syria',
      ' ',
      '[',
      ']',
      '…',
      '...',
      'is',
      '“',
      '”',
      '(',
      ')',
      "'",
      '-',
      'static',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (typed) => {
        for (const { spans } of ownCompared.findVerbatim(typed.join(''))) {
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
        ownCompared.compare(typed.join(''), { start: 0, end: text.length });
      }),
      { numRuns: 300 },
    );
  });
});

describe('house style is no change', () => {
  const own = parseArticle(
    'style.txt',
    'Style\n\n“We organised the twenty-two colour theatres at five per cent, and act as we can,” she said.\n',
  );
  test.each([
    'We organized the 22 color theaters at 5 percent',
    '[T]he twenty-two colour theatres at 5%',
    'We organised the twenty-two colour theatres at five per cent, and act[ed] as we can',
  ])('%s', (claim) => {
    expect(ComparedText.of(own).findVerbatim(claim)).not.toEqual([]);
  });

  test.each(['We organised the twenty-three colour theatres', 'We organised the colour theaters'])(
    'but %s is one',
    (claim) => {
      expect(ComparedText.of(own).findVerbatim(claim)).toEqual([]);
    },
  );
});

test('asked for a share of the claim at least, finds what it finds without, where it has that share', () => {
  const some = fc.array(fc.constantFrom('we', 'sold', 'the', 'pears', 'barn', 'because', 'it', 'leaked'), {
    minLength: 1,
    maxLength: 14,
  });
  fc.assert(
    fc.property(some, some, fc.constantFrom(0.2, 0.6, 0.75, 1), (stands, claimed, least) => {
      const text = ComparedText.of(parseArticle('a.txt', `Title\n\n${stands.join(' ')}\n`));
      const claim = readClaim(claimed.join(' '));
      const anyhow = text.nearest(claim);
      const found = text.nearest(claim, least);
      if (anyhow && anyhow.kept >= least) expect(found?.span).toEqual(anyhow.span);
      else expect(found === null || found.kept < least).toBe(true);
    }),
  );
  expect(ComparedText.of(article).nearest(readClaim('We sold nothing of that kind at all'), 0.6)).toBeNull();
});

test('whether a claim stands in a passage is the same for a part of the article as for all of it', () => {
  const claims = [
    ...['Nobody has pruned', 'We sold the pears', 'pears again', 'the pears again.” The council', 'a vet'],
    ...[
      'The orchard is not … beetles do',
      'Nobody … 1987',
      'not dying; it’s resting, and know it',
      'We sold the',
    ],
    ...[
      '[She] sold the pears',
      'a single [old] tree since [that year]',
      'against the plan [and more]',
      'no such',
    ],
  ];
  const places = Array.from(words(TEXT), ({ start }) => ({ start, end: start + 40 }));
  let standing = 0;
  for (const claim of claims) {
    const spans = compared.findVerbatim(claim).flatMap((match) => match.spans);
    for (const place of places) {
      const stands = spans.some(({ start }) => start >= place.start && start < place.end);
      standing += Number(stands);
      // Parsed anew: of an article that was read whole before, the whole is used.
      expect(ComparedText.standsIn(parseArticle('orchard.txt', TEXT), claim, place), claim).toBe(stands);
    }
  }
  expect(standing).toBeGreaterThan(40);
});
