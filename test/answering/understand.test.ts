import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/answering/understand.ts';
import type { Understanding } from '../../src/answering/understanding.ts';

const NOTHING: Understanding = {
  request: 'help',
  followUp: null,
  content: '',
  speaker: null,
  quoted: [],
  answerType: null,
  speakerOrFact: false,
  isTopic: false,
  lines: null,
  nth: null,
  courtesy: null,
};

type Row = readonly [question: string, understood: Partial<Understanding>];

/** Every question of a table is understood as exactly this, all fields. */
function understands(rows: readonly Row[]): void {
  test.each(rows)('%s', (question, understood) => {
    expect(understand(question)).toEqual({ ...NOTHING, ...understood });
  });
}

describe('who said it', () => {
  const holds = { request: 'who-said', content: 'the dam will hold' } as const;
  understands([
    ['who said the dam will hold?', holds],
    ['Who said the dam will hold', holds],
    ['Who says that the dam will hold?', holds],
    ['whos saying the dam will hold', holds],
    ['who’s arguing that the dam will hold', holds],
    ['woh said the dam will hold', holds],
    ['who was it that said the dam will hold?', holds],
    ['whose view is it that the dam will hold?', holds],
    ['which expert reckons the dam will hold?', { ...holds, speaker: 'expert' }],
    [
      'which farmer had been longing for the dam?',
      {
        request: 'fact',
        content: 'had been longing for the dam',
        speaker: 'farmer',
        answerType: 'person',
        speakerOrFact: true,
      },
    ],
    [
      'which dam did the farmer build?',
      { request: 'fact', content: 'which dam did the farmer build', answerType: 'thing' },
    ],
    ['who warned that the dam would burst?', { ...holds, content: 'warned that the dam would burst' }],
    [
      'who told the Courier the dam was inspected?',
      { ...holds, content: 'the Courier the dam was inspected' },
    ],
    ['according to whom were sheep drowned?', { request: 'who-said', content: 'were sheep drowned' }],
    ['were sheep drowned, according to whom?', { request: 'who-said', content: 'were sheep drowned' }],
    [
      'by whom was the plan called reckless?',
      { request: 'who-said', content: 'was the plan called reckless' },
    ],
  ]);
});

describe('what somebody said about something', () => {
  const leak = { request: 'said-about', speaker: 'Okafor', content: 'the leak' } as const;
  understands([
    ['What did Okafor say about the leak?', leak],
    ['wat did okafor say about the leak', { ...leak, speaker: 'okafor' }],
    ['what does the harbour master think about dredging?', said('the harbour master', 'dredging')],
    ['what did the mayor have to say about the bridge?', said('the mayor', 'the bridge')],
    ['what is Okafor’s view on the ferry?', said('Okafor', 'the ferry')],
    ['whats okafors take on the timing', said('okafor', 'the timing')],
    ['how did the mayor explain the delay?', said('the mayor', 'the delay')],
    ['Okafor on the ferry', said('Okafor', 'the ferry')],
    ['the harbour master on the ferry', said('the harbour master', 'the ferry')],
    ['according to Okafor, what happened at sea?', said('Okafor', 'what happened at sea')],
    ['what happened at sea, according to Okafor?', said('Okafor', 'what happened at sea')],
    ['what did the mayor say?', said('the mayor', '')],
    ['why did the ferry sink, in the mayor’s words', said('the mayor', 'why did the ferry sink')],
    ['how bad is it, in the newcomers view', said('the newcomer', 'how bad is it')],
    ['how did it begin, as the priest tells it', said('the priest', 'how did it begin')],
    [
      "how did his own department explain away the nobleman's remark",
      said('his own department', "away the nobleman's remark"),
    ],
    ['how much was lost by okafors own account', said('okafor', 'how much was lost')],
    ['what went wrong, going by the harbour master?', said('the harbour master', 'what went wrong')],
    ['what joke did the mayor make about the dredger', said('the mayor', 'the dredger')],
    [
      'how does the mayor sum up the talks',
      { ...said('the mayor', 'sum up the talks'), speakerOrFact: true },
    ],
  ]);
  understands([
    [
      'why did it sink, in other words',
      { request: 'fact', content: 'why did it sink, in other words', answerType: 'reason' },
    ],
    [
      'what happened, in so many words',
      { request: 'fact', content: 'what happened, in so many words', answerType: 'thing' },
    ],
    ['sum up the talks in three lines', { request: 'summary', lines: 3 }],
    ['how would you sum up the talks?', { request: 'summary' }],
  ]);

  function said(speaker: string, content: string): Partial<Understanding> {
    return { request: 'said-about', speaker, content };
  }
});

describe('facts, with the kind of thing that is asked for', () => {
  understands([
    ['how many sheep were drowned?', fact('how many sheep were drowned', 'number')],
    ['how many sheep were drowned', fact('how many sheep were drowned', 'number')],
    ['How much did the bridge cost?', fact('How much did the bridge cost', 'number')],
    ['where did it hit?', fact('where did it hit', 'place')],
    ['which country sent the ships?', fact('which country sent the ships', 'place')],
    ['when did the ferry sink?', fact('when did the ferry sink', 'time')],
    ['why did the council vote no?', fact('why did the council vote no', 'reason')],
    ['what did the storm destroy?', fact('what did the storm destroy', 'thing')],
    ['is the bridge closed?', fact('is the bridge closed', 'thing')],
    ['by when must the ferry be sold', fact('by when must the ferry be sold', 'time')],
    [
      'with how many ports are talks still going on',
      fact('with how many ports are talks still going on', 'number'),
    ],
    ['since when has the channel been shut', fact('since when has the channel been shut', 'time')],
    ['at what depth does it lie', fact('at what depth does it lie', 'number')],
    ['from which town do they come', fact('from which town do they come', 'place')],
    ['who was killed?', fact('was killed', 'person')],
    ['who heads the board?', { ...fact('heads the board', 'person'), speakerOrFact: true }],
  ]);

  function fact(content: string, answerType: Understanding['answerType']): Partial<Understanding> {
    return { request: 'fact', content, answerType };
  }
});

describe('claims and quotations to check', () => {
  const quoted = { request: 'check', quoted: ['the dam will hold'] } as const;
  understands([
    ['did Okafor say the dam will hold?', check('Okafor', 'the dam will hold')],
    ['did okafor say that the dam will hold', check('okafor', 'the dam will hold')],
    [
      'Did the harbour master really say that the dam will hold?',
      check('the harbour master', 'the dam will hold'),
    ],
    ['Okafor said the dam will hold, right?', check('Okafor', 'the dam will hold')],
    ['is it true that Okafor said the dam will hold?', check('Okafor', 'the dam will hold')],
    ['was it the mayor who said the dam will hold?', check('the mayor', 'the dam will hold')],
    ['My boss claims Okafor said the dam will hold. true?', check('Okafor', 'the dam will hold')],
    ['check: the dam will hold', check(null, 'the dam will hold')],
    ['"the dam will hold"', quoted],
    ['check "the dam will hold"', quoted],
    ['is it correct that "the dam will hold"?', quoted],
    ['Is this quote real? "the dam will hold"', quoted],
    ['Okafor: "the dam will hold"', { ...quoted, speaker: 'Okafor' }],
    ['"the dam will hold" - Okafor', { ...quoted, speaker: 'Okafor' }],
    ['"the dam will hold", Okafor said', { ...quoted, speaker: 'Okafor' }],
    ['"the dam will hold" said the mayor.', { ...quoted, speaker: 'the mayor' }],
    ['did he say "the dam will hold"?', { ...quoted, speaker: 'he', content: 'the dam will hold' }],
  ]);

  function check(speaker: string | null, content: string): Partial<Understanding> {
    return { request: 'check', speaker, content };
  }
});

describe('a quoted string is the same in any marks', () => {
  const marks = ['“”', '""', '«»', '‘’', "''", '„“', '„”'];
  test.each(marks)('%s', ([open, close]) => {
    const [claim, request] = [
      `${open}the dam will hold${close}`,
      `who said ${open}the dam will hold${close}?`,
    ];
    expect(understand(claim)).toMatchObject({ request: 'check', quoted: ['the dam will hold'] });
    expect(understand(request)).toMatchObject({
      request: 'who-said',
      content: 'the dam will hold',
      quoted: ['the dam will hold'],
    });
  });

  test('an apostrophe is no mark', () => {
    expect(understand("who said 'it's the dam's fault'?").quoted).toEqual(["it's the dam's fault"]);
    expect(understand("what's the mayor's view on the dam's cost?").quoted).toEqual([]);
  });

  test('two quoted strings are kept apart, in order', () => {
    expect(understand('who said "it holds" and "it leaks"?').quoted).toEqual(['it holds', 'it leaks']);
  });

  test('a mark that was opened and never closed holds the rest', () => {
    expect(understand('check “the dam will hold until spring').quoted).toEqual([
      'the dam will hold until spring',
    ]);
  });
});

describe('the whole article', () => {
  const summary = (lines: number | null) => ({ request: 'summary', lines }) as const;
  const sources = { request: 'sources' } as const;
  const quotes = (speaker: string) => ({ request: 'quotes', speaker }) as const;
  understands([
    ['summary', summary(null)],
    ['Summary 5', summary(5)],
    ['summarise in 3', summary(3)],
    ['summarize in three lines please', summary(3)],
    ['could you give me the article in 3 lines please', summary(3)],
    ['sum it up in 4 sentences', summary(4)],
    ['give me the summary in 7 lines', summary(7)],
    ['tl;dr', summary(null)],
    ['what is the article about?', summary(null)],
    ['quotes Okafor', quotes('Okafor')],
    ['quotes by Okafor', quotes('Okafor')],
    ['all quotes from the mayor', quotes('the mayor')],
    ['everything Okafor said', quotes('Okafor')],
    ['everything the harbour master said', quotes('the harbour master')],
    ['list all of Okafor’s statements', quotes('Okafor')],
    ['sources', sources],
    ['who is quoted?', sources],
    ['who is quoted in this piece?', sources],
    ['which people are quoted?', sources],
    ['how many people are quoted?', sources],
    ['list the speakers', sources],
  ]);
});

describe('help and courtesy', () => {
  const greeting = { courtesy: 'greeting' } as const;
  const thanks = { courtesy: 'thanks' } as const;
  understands([
    ['hi!', greeting],
    ['hello', greeting],
    ['thank you!', thanks],
    ['help', {}],
    ['what can you do?', {}],
    ['how do I use this?', {}],
    ['', {}],
    ['   ', {}],
    ['?', {}],
    ['🙂🙂', {}],
    ['bridge', {}],
  ]);
});

describe('a turn that leans on the turns before', () => {
  const more = { request: 'said-about', followUp: 'more' } as const;
  const back = (followUp: Understanding['followUp']) => ({ request: 'who-said', followUp }) as const;
  const another = (speaker: string) =>
    ({ request: 'said-about', followUp: 'another-speaker', speaker }) as const;
  understands([
    ['what else did he say?', { ...more, speaker: 'he' }],
    ['what else does she say about the ferry', { ...more, speaker: 'she', content: 'the ferry' }],
    ['ok and what else did that person claim?', { ...more, speaker: 'that person' }],
    ['what else did Okafor say about the ferry?', { ...more, speaker: 'Okafor', content: 'the ferry' }],
    ['did she say anything else?', { ...more, speaker: 'she' }],
    ['anything else?', more],
    ['anything else on the ferry?', { ...more, content: 'the ferry' }],
    ['more', more],
    ['and Okafor?', another('Okafor')],
    ['and the harbour master?', another('the harbour master')],
    ['what about Okafor?', another('Okafor')],
    ['how about the mayor?', another('the mayor')],
    ['who said that?', back('who-said-that')],
    ['says who?', back('who-said-that')],
    ['whose words are those?', back('who-said-that')],
    ['where exactly?', back('where')],
    ['which paragraph?', back('where')],
    ['where does it say that?', back('where')],
    ['show me the context', back('context')],
    ['what comes before that?', back('context')],
  ]);
});

describe('what people wrap around a question is taken off', () => {
  const question = 'who said the dam will hold';
  const wrappings: readonly string[] = [
    '<@U123ABC> who said the dam will hold',
    '@whosaid who said the dam will hold?',
    'hey could you tell me who said the dam will hold',
    'Hi! Can you please tell me who said the dam will hold? thanks',
    'I’d like to know who said the dam will hold, please',
    'does anyone know who said the dam will hold?',
    'quick one for the desk: who said the dam will hold?',
    'I am writing a piece about dams. Who said the dam will hold?',
    'I read it twice. It is long. who said the dam will hold?',
    '  who   said\nthe dam\twill hold  ?',
    'WHO SAID the dam will hold???',
  ];
  test.each(wrappings)('%s', (wrapped) => {
    expect(understand(wrapped)).toEqual(understand(question));
  });

  const polite = ['hey ', 'please ', 'can you tell me ', '<@U1> ', 'so, ', 'ok ', 'sorry, ', 'do you know '];
  const tails = ['', '?', ' please', ' thanks', '? thanks!', ' pls?'];
  test('in any order and number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...polite), { maxLength: 4 }),
        fc.constantFrom(...tails),
        (before, after) => {
          expect(understand(`${before.join('')}${question}${after}`)).toEqual(understand(question));
        },
      ),
    );
  });
});

describe('whatever is typed', () => {
  test('something is understood, with strings that stand in what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const understood = understand(typed);
        expect(understood.request).toBeTypeOf('string');
        expect(understood.content.length).toBeLessThanOrEqual(typed.length + 20);
      }),
      { numRuns: 500 },
    );
  });

  test('the same question twice is understood the same', () => {
    expect(understand('check “a b c d” and who said it?')).toEqual(
      understand('check “a b c d” and who said it?'),
    );
  });

  const bombs: readonly (readonly [string, string])[] = [
    ['one word of a million letters', 'a'.repeat(1_000_000)],
    ['a megabyte of questions', 'who said the dam will hold? '.repeat(40_000)],
    ['brackets in brackets', `"${'['.repeat(3000)}${']'.repeat(3000)}"`],
    ['thousands of marks', '"'.repeat(5000)],
    ['thousands of quoted letters', '"a" '.repeat(1300)],
    ['thousands of apostrophes', "'a".repeat(2000)],
    ['thousands of spaces', `who said${' '.repeat(3900)}it`],
    ['politeness without end', 'please '.repeat(600)],
    ['colons without end', `${`${'a'.repeat(80)}: `.repeat(45)}who said it`],
    ['possessives without end', 'what’s the x’s '.repeat(250)],
    ['links that never close', '<https://x|'.repeat(400)],
    ['auxiliaries without end', 'did x say '.repeat(400)],
    ['an answer to “everything” without end', `${'everything '.repeat(350)}said`],
  ];
  test.each(bombs)('%s is read in a moment', (_, bomb) => {
    const start = process.cpuUsage();
    understand(bomb);
    // Microseconds of the processor, so that other work on the machine does not count.
    expect(process.cpuUsage(start).user).toBeLessThan(250_000);
  });
});
