import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { eventually, type Mode, type Pair, startPair } from './pair.ts';
import { realEngine } from './real-engine.ts';
import { quoted } from './surface.ts';

const WHOLE =
  'Syria is completely static, and has been for some time now. Iran isn’t going to dramatically change its positioning. The situation is stagnant, and it appears nothing will change any time soon.';

let engine: AnswerEngine;
let close: () => Promise<void>;
let pair: Pair;
beforeAll(async () => {
  ({ engine, close } = await realEngine());
}, 120_000);
afterEach(() => pair.stop());
afterAll(() => close());

async function asked(question: string, thread?: string): Promise<Message> {
  const before = pair.said().length;
  pair.you.say(`@whosaid ${question}`, { thread: thread ?? null });
  return eventually(() => pair.said()[before], `the answer to ${question}`);
}

describe.each<Mode>(['socket', 'http'])('the whole way, by %s', (mode) => {
  test('who said Syria is static? from the typed mention to the blocks, and back by a button', async () => {
    pair = await startPair(engine, mode);
    const answer = await asked('who said Syria is static?');
    expect(quoted(answer)).toContain(WHOLE);
    const shown = JSON.stringify(answer.blocks);
    expect(shown).toContain('Prof. Eyal Zisser');
    expect(shown).toContain('vice rector of Tel Aviv University');
    expect(shown).toContain('¶20');
    expect(shown).toContain('<https://themedialine.org/|the outlet’s site, themedialine.org>');
    for (const part of [WHOLE, 'Eyal Zisser', '¶20']) expect(answer.text).toContain(part);

    await pair.you.press(answer, 'context');
    const windows = () => pair.slack.workspace.windows.get(pair.you.person.id) ?? [];
    const context = await eventually(() => windows()[0], 'the context');
    expect(JSON.stringify(context.definition)).toContain(
      `{"type":"text","text":"${WHOLE}","style":{"bold":true}}`,
    );
    expect(JSON.stringify(context.definition)).toContain('¶19');
    pair.you.closeWindow();

    await pair.you.press(answer, 'quotations');
    const all = await eventually(() => windows()[0], 'the quotations');
    expect(JSON.stringify(all.definition)).toContain('Israel acts when it can');
    expect(pair.slack.live.filter(({ kind }) => kind !== 'link')).toEqual([]);
    expect(pair.logged).toEqual([]);
  });
});
