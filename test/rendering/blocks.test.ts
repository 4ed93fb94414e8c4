import type { KnownBlock, RichTextBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { answerMessage, IN_MESSAGE } from '../../src/rendering/blocks.ts';
import { readContextValue, readTurnValue } from '../../src/rendering/blocks-actions.ts';
import { contextView } from '../../src/rendering/blocks-context.ts';
import { LIMITS } from '../../src/rendering/limits.ts';
import { answering, article, citing, HARBOUR, OKAFOR } from './sample.ts';

const harbour = article();
const SILTED = 'The channel is silted up, and it will stay so,';
const WAITED = 'We have waited long enough.';

function quotes(blocks: readonly KnownBlock[]): string[] {
  return blocks
    .filter((block): block is RichTextBlock => block.type === 'rich_text')
    .flatMap((block) => block.elements.filter((element) => element.type === 'rich_text_quote'))
    .map((quote) =>
      quote.elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join(''),
    );
}

function buttons(blocks: readonly KnownBlock[]) {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.flatMap((each) => (each.type === 'button' ? [each] : [])) : [],
  );
}

test('a quotation stands literally in a quote of rich text, with its speaker, role and paragraph', () => {
  const { text, blocks } = answerMessage(answering([citing(harbour, [SILTED])]));
  expect(quotes(blocks)).toEqual([`“${SILTED}”`]);
  const shown = JSON.stringify(blocks);
  expect(shown).toContain('Dr. Amara Okafor');
  expect(shown).toContain('head of the harbour board');
  expect(shown).toContain('¶2 · direct quotation');
  expect(shown).toContain('Harbour Dredging Delayed Again');
  expect(text).toContain(SILTED);
  expect(text).toContain('Amara Okafor');
  expect(text).toContain('¶2');
});

test('what a frame divides is joined with a visible mark, what just goes on with a new line', () => {
  const { blocks } = answerMessage(answering([citing(harbour, [SILTED, WAITED])]));
  expect(quotes(blocks)).toEqual([`“${SILTED}” […] “${WAITED}”`]);
  const running = article('A Title\n\n“One thing,” she said.\n\n“First part.\n\n“Second part.”\n');
  const going = answerMessage(answering([citing(running, ['First part.', 'Second part.'])]));
  expect(quotes(going.blocks)).toEqual(['“First part.”\n“Second part.”']);
});

test('a sentence that is cited whole brings its own marks and gets no others', () => {
  const whole = '“Nobody asked the fishermen,” she added.';
  const { blocks, text } = answerMessage(answering([citing(harbour, [whole])]));
  expect(quotes(blocks)).toEqual([whole]);
  expect(text).toContain(`: ${whole} (¶4)`);
});

test('an unknown speaker is said to be unknown, narration to be the article’s, a doubtful one to be probable', () => {
  const shown = (more: object) =>
    JSON.stringify(answerMessage(answering([citing(harbour, [WAITED], more)])).blocks);
  expect(shown({ speaker: null })).toContain('Unattributed');
  expect(shown({ speaker: null, kind: 'narration' })).toContain('The article itself');
  expect(shown({ confidence: 0.5 })).toContain('(probably)');
  expect(shown({ speaker: { ...OKAFOR, kind: 'unnamed' } })).toContain('(not named)');
  expect(shown({ kind: 'indirect' })).toContain('reported speech');
});

test('a paragraph leads to the reader where there is one, and only where the link fits', () => {
  const blocks = (url: string | null) =>
    JSON.stringify(
      answerMessage(answering([citing(harbour, [WAITED])]), { ...IN_MESSAGE, toReader: () => url }).blocks,
    );
  const linked = blocks('https://reader.example/articles/a%7Cb?q=a|b<c>#p2');
  expect(linked).toContain(
    '<https://reader.example/articles/a%7Cb?q=a%7Cb%3Cc%3E#p2|¶2> · direct quotation","verbatim":true',
  );
  expect(linked).toContain('<https://courier.example/|');
  expect(blocks(null)).toContain('"text":"¶2 · direct quotation"');
  expect(blocks(`https://reader.example/${'a'.repeat(3_000)}`)).toContain('"text":"¶2 · direct quotation"');
});

test('an outlet’s front page is shown as the outlet’s site, an article’s address leads to the passage', () => {
  const home = JSON.stringify(answerMessage(answering([citing(harbour, [WAITED])])).blocks);
  expect(home).toContain('<https://courier.example/|the outlet’s site, courier.example>');
  expect(home).not.toContain(':~:text=');
  const deep = article(HARBOUR.replace('courier.example/', 'www.courier.example/2024/dredging?a=1&b=2'));
  const linked = JSON.stringify(answerMessage(answering([citing(deep, [WAITED])])).blocks);
  expect(linked).toContain('dredging?a=1&amp;b=2#:~:text=We%20have%20waited%20long%20enough.|read it in');
});

test.each(['javascript:alert(1)', 'https://bank.example@evil.example/', 'ftp://x.example/'])(
  'an address that is no plain web address is not linked: %s',
  (url) => {
    const { blocks } = answerMessage(answering([citing({ ...harbour, url }, [WAITED])]));
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
  },
);

test('a check shows its verdict and the difference, struck and bold', () => {
  const { blocks } = answerMessage(
    answering([citing(harbour, [SILTED])], {
      request: 'check',
      verdict: 'altered',
      text: 'Not quite.',
      difference: [
        { op: 'same', text: 'The channel is' },
        { op: 'removed', text: 'silted up' },
        { op: 'added', text: 'completely blocked' },
      ],
    }),
  );
  const shown = JSON.stringify(blocks);
  expect(shown).toContain('{"type":"text","text":"Altered.","style":{"bold":true}}');
  expect(shown).toContain('{"type":"text","text":"completely blocked","style":{"strike":true}}');
  expect(shown).toContain('{"type":"text","text":"silted up","style":{"bold":true}}');
});

test('the sentence that answers does not repeat the quotation below it', () => {
  const head = (text: string, more: object) =>
    JSON.stringify(answerMessage(answering([citing(harbour, [WAITED])], { text, ...more })).blocks[0]);
  const said = `Dr. Amara Okafor said it (¶2): “${WAITED}”`;
  expect(head(said, {})).toContain('rich_text_quote');
  expect(head(`No: ${said}`, { request: 'check', verdict: 'misattributed' })).toContain(
    '{"type":"text","text":" No: Dr. Amara Okafor said it."}',
  );
  const absent = head(`The article does not say that. The nearest is ¶2: ${said}`, { verdict: 'absent' });
  expect(absent).toContain('{"type":"text","text":" The article does not say that."}');
  expect(head('Two of them.', {})).toContain('Two of them.');
});

test('a quotation whose words also stand in its speaker’s name is neither cut out of it nor left out', () => {
  const norah = { ...OKAFOR, name: 'Norah Nowak', role: 'the board’s No. 2' };
  const source = article('A Title\n\n“No,” said Dr. Norah Nowak, the board’s No. 2.\n');
  const cited = citing(source, ['No'], { speaker: norah });
  const said = 'Dr. Norah Nowak, the board’s No. 2, said it (¶1): “No”';
  const message = (text: string, more: object = {}) => answerMessage(answering([cited], { text, ...more }));
  expect(JSON.stringify(message(said, { verdict: 'misattributed' }).blocks[0])).toContain(
    ' Dr. Norah Nowak, the board’s No. 2, said it.',
  );
  expect(message(said).text).toBe(said);
  const counted = message('Dr. Norah Nowak is quoted once in the article.');
  expect(JSON.stringify(counted.blocks[0])).toContain('Dr. Norah Nowak is quoted once in the article.');
  expect(counted.text).toMatch(/once in the article\.\nDr\. Norah Nowak, .*: “No” \(¶1\)$/);
  expect(message('Norah Nowak (¶12): “No”').text).toContain('(¶1)');
});

test('a text that is too long to be read out stops before its quotation', () => {
  const huge = `${'one more word '.repeat(400)}end.`;
  const source = article(`A Title\n\n“${huge}” he said.\n`);
  const { text } = answerMessage(answering([citing(source, [huge])], { text: `He said it (¶1): “${huge}”` }));
  expect(text).toBe('He said it. (The passage is too long to be read out here.)');
});

test('what the article does not say comes with the nearest passage', () => {
  const { text, blocks } = answerMessage(
    answering([], {
      outcome: 'not-found',
      text: 'The article does not say.',
      nearest: [citing(harbour, [WAITED])],
    }),
  );
  expect(JSON.stringify(blocks)).toMatch(/does not say.*nearest.*We have waited/s);
  expect(text).toMatch(/does not say.*We have waited.*¶2/s);
});

test('sources are listed with role and counts, unnamed ones marked', () => {
  const official = { name: 'senior official', title: null, role: null, kind: 'unnamed' } as const;
  const counts = { direct: 2, mixed: 0, indirect: 1 };
  const speakers = [OKAFOR, official].map((speaker) => ({ speaker, article: harbour, counts }));
  const shown = JSON.stringify(answerMessage(answering([], { request: 'sources', speakers })).blocks);
  expect(shown).toContain('2 direct, 1 reported');
  expect(shown).toContain('(not named)');
});

test('a list of speakers that is too long is shortened, and says by how many', () => {
  const counts = { direct: 2, mixed: 0, indirect: 1 };
  const speakers = Array.from({ length: 150 }, (_, n) => ({
    speaker: { ...OKAFOR, name: `Amara Okafor ${n}` },
    article: harbour,
    counts,
  }));
  const text = speakers.map(({ speaker }) => `${speaker.name}, ${speaker.role}`).join(', ');
  const message = answerMessage(answering([], { request: 'sources', speakers, text }));
  const shown = JSON.stringify(message.blocks);
  expect(shown.length).toBeLessThanOrEqual(LIMITS.charactersPerMessage);
  const left = Number(/(\d+) more are not shown/.exec(shown)?.[1]);
  expect(shown.split('Amara Okafor').length - 1 + left).toBe(150);
  expect(left).toBeLessThan(120);
  expect(shown).toContain('Quoted are 150 speakers:');
  expect(message.text).toBe('Quoted are 150 speakers.');
});

test('a long quotation goes on in further blocks from the end of a sentence, and nothing is lost', () => {
  const long = `${'The tide came in and the boats went out again. '.repeat(150)}So it was.`;
  const source = article(`A Title\n\n“${long}” he said.\n`);
  const { blocks } = answerMessage(answering([citing(source, [long])]));
  const pieces = quotes(blocks);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('')).toBe(`“${long}”`);
  for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/again\. $/);
});

test('citations that do not fit are left out whole and counted; the button goes on behind them', () => {
  const sentences = Array.from(
    { length: 30 },
    (_, n) => `Sentence number ${n} ${'is long '.repeat(60)}here.`,
  );
  const source = article(`A Title\n\n${sentences.join('\n\n')}\n`);
  const answer = answering(sentences.map((words) => citing(source, [words])));
  const options = { ...IN_MESSAGE, turn: 'abc' };
  const seen: string[] = [];
  for (let from = 0; from < sentences.length; ) {
    const { blocks } = answerMessage(answer, { ...options, from });
    expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocksPerMessage);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.charactersPerMessage);
    const here = quotes(blocks);
    seen.push(...here);
    const next = buttons(blocks).find((button) => button.action_id === 'next');
    const left = sentences.length - from - here.length;
    expect(JSON.stringify(blocks).includes(`${left} more passage`)).toBe(left > 0);
    from = left > 0 ? (readTurnValue(next?.value)?.from ?? Number.NaN) : sentences.length;
  }
  expect(seen).toEqual(sentences.map((words) => `“${words}”`));
});

test('what stands above an answer takes of its room', () => {
  const long = Array.from({ length: 8 }, (_, n) => `${'word '.repeat(300)}${n}.`);
  const source = article(`A Title\n\n${long.join('\n\n')}\n`);
  const answer = answering(long.map((words) => citing(source, [words])));
  const above: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x'.repeat(2_000) }] }],
  };
  const whole = answerMessage(answer, IN_MESSAGE);
  const { blocks } = answerMessage(answer, { ...IN_MESSAGE, above: [above] });
  expect(blocks[0]).toEqual(above);
  expect(JSON.stringify([above, ...whole.blocks]).length).toBeGreaterThan(LIMITS.charactersPerMessage);
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.charactersPerMessage);
  expect(quotes(blocks).length).toBe(quotes(whole.blocks).length - 1);
});

test('a passage that no message can hold is left out and said, the others are shown', () => {
  const huge = 'word '.repeat(4_000).trim();
  const source = article(`A Title\n\n“${huge}” he said.\n\nShort one.\n`);
  const { blocks } = answerMessage(answering([citing(source, [huge]), citing(source, ['Short one.'])]));
  expect(quotes(blocks)).toEqual(['“Short one.”']);
  expect(JSON.stringify(blocks)).toContain('1 passage is too long to be shown whole.');
});

test('the Context button brings back the spans, and the modal marks exactly their words', () => {
  const { blocks } = answerMessage(answering([citing(harbour, [SILTED, WAITED])]));
  const value = readContextValue(buttons(blocks).find((each) => each.action_id === 'context')?.value);
  if (!value) throw new Error('no context value');
  expect(value.article).toBe('harbour');
  const view = contextView(harbour, value.spans);
  const texts = (view.blocks as RichTextBlock[])
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((element) => (element.type === 'rich_text_section' ? element.elements : []));
  const bold = texts.flatMap((each) => (each.type === 'text' && each.style?.bold ? [each.text] : []));
  expect(bold).toEqual([SILTED, WAITED]);
  const second = harbour.paragraphs[1];
  if (!second) throw new Error('no paragraph');
  const all = texts.map((each) => ('text' in each ? each.text : '')).join('');
  expect(all).toContain(slice(harbour, second));
  expect(all).toContain('¶1');
  expect(all).toContain('¶3');
  expect(all).not.toContain('¶4');
});

test.each([undefined, '', 'null', '[]', '{"a":1}', '{"a":"x","h":"y","s":[[5,2],["a"],null]}'])(
  'a button value that is none of ours is refused: %s',
  (value) => expect(readContextValue(value)).toBeNull(),
);
