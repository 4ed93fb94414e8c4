import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { factText, notFoundText, whoSaidText } from '../../src/answering/compose.ts';
import type { Quotation } from '../../src/quotations/quotation.ts';
import { answerTerminal, quotationsTerminal } from '../../src/rendering/terminal.ts';
import { answering, article, citing, OKAFOR } from './sample.ts';

const PLAIN = { columns: 80, colour: false };
const harbour = article();
const first = 'The channel is silted up, and it will stay so,';
const second = 'We have waited long enough.';
const cited = citing(harbour, [first, second]);
const narrated = citing(harbour, ['Ships of the ferry line have been running half empty since March.'], {
  speaker: null,
  kind: 'narration',
});
const answer = answering([cited, narrated], { text: whoSaidText(cited) });

/** The output in one line, as a reader takes it in. */
const read = (output: string) => output.replace(/\s+/g, ' ').trim();
const longest = (output: string) => Math.max(...output.split('\n').map((line) => line.length));

describe('an answer at a terminal', () => {
  test('says who said it first, then the words, then speaker, kind, paragraph, title and outlet', () => {
    expect(read(answerTerminal(answer, PLAIN))).toBe(
      read(`Dr. Amara Okafor, head of the harbour board, said it (¶2).
        1. ${first} […] ${second}
        — Dr. Amara Okafor, head of the harbour board (direct)
        ¶2 · Harbour Dredging Delayed Again · Northern Courier
        2. Ships of the ferry line have been running half empty since March.
        — the article’s own words (the article)
        ¶3 · Harbour Dredging Delayed Again · Northern Courier`),
    );
  });

  test('shows a quotation once, whole', () => {
    const output = read(answerTerminal(answer, PLAIN));
    expect(output.split(first)).toHaveLength(2);
    expect(output).toContain(`${first} […] ${second}`);
  });

  test.each([30, 40, 80, 100])('is wrapped at %i columns, no word lost', (columns) => {
    const output = answerTerminal(answer, { columns, colour: false });
    expect(longest(output)).toBeLessThanOrEqual(columns);
    expect(read(output)).toBe(read(answerTerminal(answer, PLAIN)));
  });

  test('is no wider than 100 columns on the widest screen', () => {
    expect(longest(answerTerminal(answer, { columns: 500, colour: false }))).toBeLessThanOrEqual(100);
  });

  test('has no escapes without colour, and with colour says the same', () => {
    const plain = answerTerminal(answer, PLAIN);
    const coloured = answerTerminal(answer, { columns: 80, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')).toBe(plain);
  });

  test('ends with one line end', () => {
    expect(answerTerminal(answer, PLAIN)).toMatch(/[^\n]\n$/);
  });

  test('marks the nearest as such where nothing answers', () => {
    const missing = answering([], {
      outcome: 'not-found',
      text: notFoundText('The article does not say that anybody said this.', cited),
      nearest: [cited],
    });
    const output = read(answerTerminal(missing, PLAIN));
    expect(output).toMatch(/^The article does not say that anybody said this\. The nearest is ¶2/);
    expect(output).toContain(`nearest ${first}`);
  });

  test('says so where the speaker is not known, and where the source has no name', () => {
    expect(read(answerTerminal(answering([{ ...cited, speaker: null }]), PLAIN))).toContain(
      '— unattributed (direct)',
    );
    const unnamed = { name: 'senior port official', title: null, role: null, kind: 'unnamed' } as const;
    expect(read(answerTerminal(answering([{ ...cited, speaker: unnamed }]), PLAIN))).toContain(
      '— senior port official (unnamed)',
    );
  });

  test('calls a pull quote a pull quote', () => {
    expect(answerTerminal(answering([{ ...cited, paragraph: null }]), PLAIN)).toContain(
      'pull quote · Harbour',
    );
  });

  test('tells what the article has from what is claimed without colour', () => {
    const checked = answering([cited], {
      request: 'check',
      verdict: 'altered',
      claimed: { speaker: null, text: 'The canal is silted up' },
      difference: [
        { op: 'same', text: 'The' },
        { op: 'removed', text: 'channel' },
        { op: 'added', text: 'canal' },
        { op: 'same', text: 'is silted up' },
      ],
    });
    expect(answerTerminal(checked, PLAIN)).toContain('The [article: channel] [claimed: canal] is silted up');
  });

  test('lists the sources with the kinds of which there are any', () => {
    const sources = answering([], {
      request: 'sources',
      text: 'The article quotes 1 speaker.',
      speakers: [{ speaker: OKAFOR, article: harbour, counts: { direct: 2, mixed: 0, indirect: 1 } }],
    });
    expect(read(answerTerminal(sources, PLAIN))).toContain(
      'Dr. Amara Okafor, head of the harbour board — 2 direct, 1 indirect',
    );
  });

  test('keeps a sentence of help as it is', () => {
    const help = answering([], { request: 'help', outcome: 'help', text: 'Try “summary”: it helps.' });
    expect(answerTerminal(help, PLAIN)).toBe('Try “summary”: it helps.\n');
  });
});

describe('what an article brings does not reach the terminal as anything but letters', () => {
  const hostile = article(
    'Title \u001b]0;owned\u0007 here\n\nIda \u001b[2JMarsh\u009b31m said \u202e“the \u0000dam\u0008 holds\u2066 today”\r now.\n',
    'hostile.txt',
  );
  const speaker = {
    name: 'Ida \u001b[2JMarsh',
    title: '\u0007',
    role: '\u001b[31mhead',
    kind: 'person',
  } as const;
  const bad = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
  const spans = [{ start: hostile.text.indexOf('Ida'), end: hostile.text.indexOf('now') }];
  const citation = { ...cited, article: hostile, spans, speaker };

  test('in citations, headlines, sources and differences', () => {
    const answers: readonly Answer[] = [
      answering([citation], { text: whoSaidText(citation) }),
      answering([], { outcome: 'not-found', nearest: [citation], text: '\u001b[2J' }),
      answering([], {
        speakers: [{ speaker, article: hostile, counts: { direct: 1, mixed: 0, indirect: 0 } }],
      }),
      answering([citation], {
        difference: [
          { op: 'added', text: '\u001b[2J' },
          { op: 'removed', text: '\u0007' },
          { op: 'same', text: '\u009b' },
        ],
      }),
    ];
    for (const each of answers) expect(answerTerminal(each, PLAIN).replaceAll('\n', '')).not.toMatch(bad);
  });

  test('in lists of quotations', () => {
    const quotation: Quotation = {
      id: 'hostile:0',
      paragraph: 1,
      spans,
      kind: 'direct',
      polarity: 'asked',
      speaker,
      mention: null,
      cue: null,
      addressee: null,
      via: null,
      pullQuoteOf: null,
      confidence: 0.5,
      rule: 'by hand',
    };
    const output = quotationsTerminal(hostile, [quotation], PLAIN);
    expect(output.replaceAll('\n', '')).not.toMatch(bad);
    expect(output).toContain('asked');
    expect(output).toContain('50 %');
  });

  test('whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.integer({ min: 20, max: 100 }),
        (text, columns) => {
          const output = answerTerminal(answering([], { text }), { columns, colour: false });
          expect(output.replaceAll('\n', '')).not.toMatch(bad);
        },
      ),
    );
  });
});

describe('the headline leaves out the words that stand below', () => {
  test('also where they are a word that the headline has itself', () => {
    const own = article('Title\n\n“No,” said Dr. Norah Nolan, head of the board. Nobody spoke.\n', 'no.txt');
    const nolan = { name: 'Norah Nolan', title: 'Dr.', role: 'head of the board', kind: 'person' } as const;
    const no = citing(own, ['No'], { speaker: nolan });
    const output = answerTerminal(answering([no], { text: whoSaidText(no) }), PLAIN);
    expect(output).toMatch(/^Dr\. Norah Nolan, head of the board, said it \(¶1\)\.\n/);
  });

  test('and says by whom a fact is', () => {
    const output = answerTerminal(
      answering([narrated], { request: 'fact', text: factText(narrated) }),
      PLAIN,
    );
    expect(output).toMatch(/^The article says \(¶3\)\.\n/);
  });
});
