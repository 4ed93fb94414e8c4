import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerEngine, EMPTY_MEMORY } from '../../src/answering/answer.ts';
import type { AnswerObserver } from '../../src/answering/observer.ts';
import { askSoundly, OWNER, openLibrary, shown, speakerOf, type TestLibrary } from './library.ts';

const ID = '000_a73966cd6b1bce15';
const STATIC =
  'Syria is completely static, and has been for some time now. Iran isn’t going to dramatically change its positioning. The situation is stagnant, and it appears nothing will change any time soon.';

let library: TestLibrary;
let engine: AnswerEngine;
beforeAll(async () => {
  library = await openLibrary([OWNER]);
  engine = library.engine;
});
afterAll(() => library.close());

const answered = (...turns: readonly string[]) => askSoundly(engine, ...turns);

describe('who said it', () => {
  test('“who said Syria is static?” is answered with Zisser’s words, title, role and paragraph', async () => {
    const answer = await answered('who said Syria is static?');
    expect(answer).toMatchObject({ request: 'who-said', outcome: 'answered', verdict: null, nearest: [] });
    const [first] = answer.citations;
    expect(first).toMatchObject({
      paragraph: 20,
      kind: 'direct',
      article: { id: ID, outlet: 'The Media Line', url: 'https://themedialine.org' },
      speaker: {
        name: 'Eyal Zisser',
        title: 'Prof.',
        role: 'vice rector of Tel Aviv University and an expert on Syria who formerly headed the university’s Moshe Dayan Center for Middle Eastern and African Studies',
        kind: 'person',
      },
    });
    expect(first && shown(first)).toEqual([STATIC]);
    expect(answer.text).toContain('Prof. Eyal Zisser');
    expect(answer.text).toContain('¶20');
    expect(answer.text).toContain(STATIC);
  });

  test.each([
    'Who said Syria is static',
    '<@U123> who said syria is static',
    'hey, could you tell me who said Syria is static? thanks',
  ])('and so is “%s”', async (question) => {
    const [first] = (await answered(question)).citations;
    expect(first?.paragraph).toBe(20);
  });

  test('whoever spoke of a thing is named, however short the question', async () => {
    for (const question of ['who mentioned the Pentagon?', 'who told the AP about the Pentagon?']) {
      const answer = await answered(question);
      expect(answer, question).toMatchObject({ request: 'who-said', outcome: 'answered' });
      expect(answer.citations[0]?.speaker?.name, question).toBe('senior US intelligence official');
      expect(answer.text, question).not.toContain('likeliest');
    }
    expect(await answered('who mentioned Hezbollah?')).toMatchObject({ outcome: 'not-found' });
  });

  test('an unnamed source is one, with its fullest description', async () => {
    const answer = await answered(
      'who told the AP the Israeli attack was aided by intelligence from the Pentagon?',
    );
    expect(answer.citations[0]?.speaker).toMatchObject({
      name: 'senior US intelligence official',
      kind: 'unnamed',
      title: null,
    });
    expect(answer.citations[0]?.paragraph).toBe(2);
  });
});

describe('what the article does not say', () => {
  test('of another country is not answered with what it says of Syria', async () => {
    const answer = await answered('who said Lebanon is stable?');
    expect(answer).toMatchObject({ request: 'who-said', outcome: 'not-found', citations: [] });
    expect(answer.text).toMatch(/^The article does not say/);
    expect(answer.nearest).toHaveLength(1);
    expect(answer.text).toContain(`¶${answer.nearest[0]?.paragraph}`);
  });

  test('somebody who is not quoted is said not to be, with who is', async () => {
    const answer = await answered('what did Netanyahu say?');
    expect(answer).toMatchObject({ request: 'said-about', outcome: 'not-found', citations: [] });
    expect(answer.text).toContain('Netanyahu is not quoted in this article');
    for (const name of ['Carmit Valensi', 'Eyal Zisser', 'Syrian Observatory for Human Rights'])
      expect(answer.text).toContain(name);
  });

  test('somebody who is named and not quoted is said to be so', async () => {
    const answer = await answered('quotes Pompeo');
    expect(answer).toMatchObject({ request: 'quotes', outcome: 'not-found', citations: [] });
    expect(answer.text).toContain('Pompeo is mentioned but not quoted');
  });

  test('a calling that nobody quoted has is not answered with another’s words', async () => {
    const answer = await answered('what did the pope say about Syria?');
    expect(answer).toMatchObject({ request: 'said-about', outcome: 'not-found', citations: [] });
    expect(answer.text).toContain('The pope is not quoted in this article');
  });

  test('a description that fits nobody is said to, before the words that are likely meant', async () => {
    const answer = await answered('what does the woman from the think tank say on escalation with Iran');
    expect(answer).toMatchObject({ request: 'said-about', outcome: 'answered' });
    expect(answer.citations[0]?.speaker?.name).toBe('Carmit Valensi');
    expect(answer.text).toMatch(
      /^The article does not say who “the woman from the think tank” is; this is the likeliest\./,
    );
  });

  test('another number of others is not the number that stands there', async () => {
    const answer = await answered('how many Israeli soldiers were killed?');
    expect(answer).toMatchObject({ request: 'fact', outcome: 'not-found' });
  });
});

describe('facts', () => {
  test('the sentence that says so, with its source', async () => {
    const answer = await answered('how many troops were killed?');
    expect(answer).toMatchObject({ request: 'fact', outcome: 'answered' });
    const [first] = answer.citations;
    expect(first?.paragraph).toBe(10);
    expect(first && shown(first).join(' ')).toContain('57 troops were killed');
    expect(speakerOf(answer)).toBe('Syrian Observatory for Human Rights');
    expect(answer.text).toContain('Syrian Observatory for Human Rights');
  });

  test('the article’s own narration is nobody’s', async () => {
    const [first] = (await answered('where did the airstrike hit?')).citations;
    expect(first).toMatchObject({ paragraph: 9, kind: 'narration', speaker: null, confidence: 1 });
  });
});

describe('checks', () => {
  test('words of another are given back to whom they belong', async () => {
    const answer = await answered('did Valensi say Syria is static?');
    expect(answer).toMatchObject({
      request: 'check',
      outcome: 'answered',
      verdict: 'misattributed',
      claimed: { speaker: 'Valensi', text: 'Syria is static' },
    });
    expect(speakerOf(answer)).toBe('Eyal Zisser');
    expect(answer.text).toMatch(/^No: Prof\. Eyal Zisser said it, not Dr\. Carmit Valensi/);
  });

  test.each([
    ['whole', '"Syria is completely static, and has been for some time now."', 20],
    ['cut short', '"Syria is completely static"', 20],
    ['in capitals', '“SYRIA IS COMPLETELY STATIC AND HAS BEEN”', 20],
    ['with an ellipsis', "'Israel acts … when the opportunity presents itself'", 8],
    ['with an insertion', '"there’s a limit to [Iran’s] ability to absorb and contain these things"', 18],
    ['without the article’s insertion', '"they’ve avoided responding because of a number of challenges"', 18],
    ['by its role', 'did the vice rector say "Syria is completely static"?', 20],
  ])('a quotation %s is verbatim', async (_, question, paragraph) => {
    const answer = await answered(question);
    expect(answer.verdict).toBe('verbatim');
    expect(answer.citations[0]?.paragraph).toBe(paragraph);
    expect(answer.difference).toBeNull();
  });

  test('a changed quotation is altered, with the words that changed', async () => {
    const answer = await answered('"Syria is completely stable"');
    expect(answer).toMatchObject({
      verdict: 'altered',
      claimed: { speaker: null, text: 'Syria is completely stable' },
    });
    expect(answer.difference).toEqual([
      { op: 'same', text: 'Syria is completely' },
      { op: 'removed', text: 'static' },
      { op: 'added', text: 'stable' },
    ]);
    expect(speakerOf(answer)).toBe('Eyal Zisser');
  });

  test('exact words under a wrong name are misattributed', async () => {
    const answer = await answered('“Israel acts when it can,” Valensi said');
    expect(answer.verdict).toBe('misattributed');
    expect(speakerOf(answer)).toBe('Eyal Zisser');
  });

  test('what nobody said is absent, with the nearest', async () => {
    const answer = await answered('"Iran will respond at a time and place of its choosing"');
    expect(answer).toMatchObject({ verdict: 'absent', outcome: 'not-found', citations: [] });
    expect(answer.nearest).toHaveLength(1);
  });
});

describe('the whole article', () => {
  test('a greeting gets no citations', async () => {
    for (const greeting of ['hi!', 'Hello', 'thanks', 'good morning']) {
      expect(await answered(greeting)).toMatchObject({
        request: 'help',
        outcome: 'help',
        citations: [],
        nearest: [],
      });
    }
  });

  test('help shows three examples, one of them with a name of the article', async () => {
    const { text } = await answered('what can you do?');
    expect(text.match(/“[^”]+”/g)).toHaveLength(3);
    expect(text).toContain('summary in 3');
  });

  test('every example that help shows is understood', async () => {
    const { text } = await answered('help');
    for (const [, example = ''] of text.matchAll(/“([^”]+)”/g)) {
      expect((await answered(example)).outcome, example).toBe('answered');
    }
  });

  test('quotes of a speaker are all of them, in order, and no other’s', async () => {
    const { citations } = await answered('quotes Zisser');
    const stored = await engine.open(ID);
    const own = stored?.quotations.filter(
      ({ speaker, pullQuoteOf, polarity }) =>
        speaker?.name === 'Eyal Zisser' && pullQuoteOf === null && polarity === 'said',
    );
    expect(citations.map(({ quotationId }) => quotationId)).toEqual(own?.map(({ id }) => id));
    expect(citations.map(({ paragraph }) => paragraph)).toEqual([7, 8, 20]);
    expect(citations.map(({ speaker }) => speaker?.name)).toEqual([
      'Eyal Zisser',
      'Eyal Zisser',
      'Eyal Zisser',
    ]);
  });

  test('a quotation that a frame splits is shown whole, as two stretches', async () => {
    const split = (await answered('quotes Zisser')).citations.find(({ paragraph }) => paragraph === 8);
    expect(split && shown(split)).toHaveLength(2);
  });

  test('the sources are everybody who speaks, with the number and kind of what they say', async () => {
    const { speakers, citations, text } = await answered('sources');
    const stored = await engine.open(ID);
    expect(citations).toEqual([]);
    const names = speakers?.map(({ speaker }) => speaker.name);
    expect(names).toEqual(
      expect.arrayContaining(['Carmit Valensi', 'Eyal Zisser', 'senior US intelligence official']),
    );
    expect(new Set(names).size).toBe(names?.length);
    for (const { speaker, counts } of speakers ?? []) {
      for (const kind of ['direct', 'mixed', 'indirect'] as const) {
        const own = stored?.quotations.filter(
          (each) =>
            each.speaker?.name === speaker.name &&
            each.kind === kind &&
            each.polarity === 'said' &&
            each.pullQuoteOf === null,
        );
        expect(counts[kind], `${speaker.name}, ${kind}`).toBe(own?.length);
      }
    }
    expect(speakers?.find(({ speaker }) => speaker.name === 'Eyal Zisser')?.counts).toEqual({
      direct: 2,
      mixed: 0,
      indirect: 1,
    });
    expect(text).toContain('an unnamed senior US intelligence official (');
  });

  test('the summary has the lines that were asked for, in order, and five by default', async () => {
    for (const [question, lines] of [
      ['summary', 5],
      ['summarise in 3', 3],
      ['summary 1', 1],
      ['summary 20', 20],
      ['summary 99', 20],
      ['summary 0', 1],
    ] as const) {
      const { citations } = await answered(question);
      expect(citations, question).toHaveLength(lines);
      const paragraphs = citations.map(({ paragraph }) => paragraph ?? 0);
      expect(paragraphs).toEqual([...paragraphs].sort((a, b) => a - b));
    }
  });
});

test('the same question twice has the same answer', async () => {
  const [one, two] = [
    await answered('who said Syria is static?'),
    await answered('who said Syria is static?'),
  ];
  expect({ ...one, millis: null }).toEqual({ ...two, millis: null });
});

test('an observer sees what is understood, how passages are ranked and how they are judged', async () => {
  const seen: string[] = [];
  const observer: AnswerObserver = {
    understood: ({ request }) => seen.push(`understood ${request}`),
    ranked: (_, candidates) => {
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      seen.push('ranked');
    },
    judged: (_, probability) => {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      seen.push('judged');
    },
  };
  await engine.answer('who said Syria is static?', { memory: EMPTY_MEMORY, articleId: null, observer });
  expect(seen).toEqual(['understood who-said', 'ranked', 'judged']);
});

test('the parts of the time add up to no more than the whole', async () => {
  const { millis } = await answered('who said Syria is static?');
  const { total, ...parts } = millis;
  const sum = Object.values(parts).reduce((all, part) => all + part, 0);
  expect(sum).toBeLessThanOrEqual(total + 1);
  expect(parts.embed).toBeGreaterThan(0);
});
