import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import type { Quotation } from '../../src/quotations/quotation.ts';
import { answerJson, quotationsJson } from '../../src/rendering/json.ts';
import { answering, article, citing, OKAFOR } from './sample.ts';

type Schema = Readonly<Record<string, unknown>>;

/** An object with exactly these keys, none missing and none more. */
function exactly(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
const orNull = (schema: Schema): Schema => ({ anyOf: [{ type: 'null' }, schema] });
const all = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
const text: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 0 };
const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
const millis: Schema = { type: 'number', minimum: 0 };

const span = exactly({ start: count, end: count, text });
const about = exactly({ id: text, title: text, outlet: orNull(text), url: orNull(text) });
const speaker = {
  name: text,
  title: orNull(text),
  role: orNull(text),
  kind: oneOf('person', 'group', 'organisation', 'document', 'unnamed'),
};
const citation = exactly({
  n: { type: 'integer', minimum: 1 },
  article: about,
  paragraph: orNull({ type: 'integer', minimum: 1 }),
  spans: { ...all(span), minItems: 1 },
  speaker: orNull(exactly(speaker)),
  kind: oneOf('direct', 'mixed', 'indirect', 'narration'),
  confidence: share,
});
/** The contract for one line of `ask --json`. */
const ANSWER = exactly({
  question: text,
  request: oneOf('who-said', 'said-about', 'fact', 'check', 'summary', 'quotes', 'sources', 'help'),
  outcome: oneOf('answered', 'not-found', 'help'),
  verdict: orNull(oneOf('verbatim', 'altered', 'paraphrase', 'misattributed', 'absent')),
  claimed: orNull(exactly({ speaker: orNull(text), text })),
  difference: orNull(all(exactly({ op: oneOf('same', 'added', 'removed'), text }))),
  text,
  citations: all(citation),
  nearest: all(citation),
  speakers: orNull(
    all(
      exactly({
        speaker: exactly(speaker),
        counts: exactly({ direct: count, mixed: count, indirect: count }),
      }),
    ),
  ),
  millis: exactly({
    understand: millis,
    embed: millis,
    search: millis,
    rank: millis,
    compose: millis,
    total: millis,
  }),
});
/** The contract for one line of `quotes --json`. */
const QUOTES = exactly({
  article: about,
  paragraphs: all(
    exactly({
      n: orNull({ type: 'integer', minimum: 1 }),
      start: count,
      end: count,
      pullQuote: { type: 'boolean' },
    }),
  ),
  quotations: all(
    exactly({
      id: text,
      paragraph: orNull({ type: 'integer', minimum: 1 }),
      spans: { ...all(span), minItems: 1 },
      kind: oneOf('direct', 'mixed', 'indirect'),
      polarity: oneOf('said', 'not-said', 'asked'),
      via: orNull(text),
      speaker: orNull(exactly({ ...speaker, mention: orNull(span) })),
      cue: orNull(span),
      addressee: orNull(text),
      pullQuoteOf: orNull(text),
      confidence: share,
      rule: text,
    }),
  ),
});

const ajv = new Ajv({ allErrors: true });

/** What a program reads: the line, parsed again. */
function line(value: object): unknown {
  const written = JSON.stringify(value);
  expect(written).not.toContain('\n');
  return JSON.parse(written);
}

function expectShape(schema: Schema, value: unknown): void {
  const validate = ajv.compile(schema);
  expect(validate(value), ajv.errorsText(validate.errors)).toBe(true);
}

const harbour = article();
const words = 'The channel is silted up, and it will stay so,';
const cited = citing(harbour, [words, 'We have waited long enough.']);
const narrated = citing(harbour, ['Ships of the ferry line have been running half empty since March.'], {
  speaker: null,
  kind: 'narration',
});

describe('an answer as JSON', () => {
  const answers: readonly (readonly [string, Answer])[] = [
    ['who said it', answering([cited, narrated])],
    [
      'a check with a difference',
      answering([cited], {
        request: 'check',
        verdict: 'altered',
        claimed: { speaker: 'Okafor', text: 'The canal is silted up' },
        difference: [
          { op: 'same', text: 'The' },
          { op: 'removed', text: 'channel' },
          { op: 'added', text: 'canal' },
          { op: 'same', text: 'is silted up' },
        ],
      }),
    ],
    [
      'a check that found nothing',
      answering([], {
        request: 'check',
        outcome: 'not-found',
        verdict: 'absent',
        claimed: { speaker: null, text: 'The canal is dry' },
        nearest: [cited],
      }),
    ],
    [
      'the sources',
      answering([], {
        request: 'sources',
        speakers: [
          { speaker: OKAFOR, article: harbour, counts: { direct: 2, mixed: 0, indirect: 0 } },
          {
            speaker: { name: 'port worker', title: null, role: null, kind: 'unnamed' },
            article: harbour,
            counts: { direct: 0, mixed: 1, indirect: 3 },
          },
        ],
      }),
    ],
    ['help', answering([], { request: 'help', outcome: 'help' })],
    ['a pull quote', answering([{ ...cited, paragraph: null }])],
  ];
  test.each(answers)('has exactly the keys of the contract: %s', (_, answer) => {
    expectShape(ANSWER, line(answerJson(answer)));
  });

  test('has every value where it belongs', () => {
    const answer = answering([cited, narrated], { question: 'q', text: 't' });
    expect(answerJson(answer)).toMatchObject({
      question: 'q',
      request: 'who-said',
      outcome: 'answered',
      text: 't',
      citations: [
        {
          n: 1,
          article: { id: 'harbour', title: 'Harbour Dredging Delayed Again', outlet: 'Northern Courier' },
          paragraph: 2,
          speaker: OKAFOR,
          kind: 'direct',
          confidence: 1,
        },
        { n: 2, paragraph: 3, speaker: null, kind: 'narration' },
      ],
    });
  });

  test('every span carries the words that stand there', () => {
    for (const { spans } of answerJson(answering([cited])).citations) {
      expect(spans).toHaveLength(2);
      expect(spans[0]?.text).toBe(words);
      for (const { start, end, text: shown } of spans) expect(harbour.text.slice(start, end)).toBe(shown);
    }
  });

  test('nearest passages are numbered from 1 as citations are', () => {
    const { nearest } = answerJson(answering([], { outcome: 'not-found', nearest: [cited, narrated] }));
    expect(nearest.map(({ n }) => n)).toEqual([1, 2]);
  });

  test('the article’s text is not in it', () => {
    expect(JSON.stringify(answerJson(answering([narrated])))).not.toContain('put off until spring');
  });

  test('a NUL and half a character survive as escapes', () => {
    const parsed = line(answerJson(answering([], { question: '\0\ud800', text: '\u2028' })));
    expect(parsed).toMatchObject({ question: '\0\ud800', text: '\u2028' });
  });
});

describe('quotations as JSON', () => {
  const start = harbour.text.indexOf(words);
  const at = (shown: string) => ({
    start: harbour.text.indexOf(shown),
    end: harbour.text.indexOf(shown) + shown.length,
  });
  const quotation: Quotation = {
    id: `harbour:${start}`,
    paragraph: 2,
    spans: [at(words)],
    kind: 'direct',
    polarity: 'said',
    speaker: OKAFOR,
    mention: at('Dr. Amara Okafor'),
    cue: at('told'),
    addressee: 'the Courier',
    via: null,
    pullQuoteOf: null,
    confidence: 0.93,
    rule: 'after',
  };

  test('have exactly the keys of the contract', () => {
    const unknown: Quotation = {
      ...quotation,
      speaker: null,
      mention: null,
      cue: null,
      addressee: null,
      paragraph: null,
      pullQuoteOf: quotation.id,
    };
    expectShape(QUOTES, line(quotationsJson(harbour, [quotation, unknown, { ...quotation, mention: null }])));
    expectShape(QUOTES, line(quotationsJson(harbour, [])));
  });

  test('name the words of mention, cue and spans', () => {
    const [first] = quotationsJson(harbour, [quotation]).quotations;
    expect(first?.speaker?.mention?.text).toBe('Dr. Amara Okafor');
    expect(first?.cue?.text).toBe('told');
    expect(first?.spans.map((each) => each.text)).toEqual([words]);
  });

  test('come with every paragraph of the article, numbered from 1', () => {
    const { paragraphs } = quotationsJson(harbour, []);
    expect(paragraphs.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });
});
