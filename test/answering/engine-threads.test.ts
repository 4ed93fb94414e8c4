import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { askSoundly, askThread, OWNER, openLibrary, speakerOf, type TestLibrary } from './library.ts';

let library: TestLibrary;
let engine: AnswerEngine;
beforeAll(async () => {
  library = await openLibrary([OWNER]);
  engine = library.engine;
});
afterAll(() => library.close());

const answered = (...turns: readonly string[]) => askSoundly(engine, ...turns);

describe('threads', () => {
  test('“what else did he say?” gives the rest of what he said, once, and then says that there is no more', async () => {
    const [first, more, nothing] = await askThread(engine, [
      'who said Syria is static?',
      'what else did he say?',
      'anything else?',
    ]);
    expect(more?.citations.map(({ speaker }) => speaker?.name)).toEqual(['Eyal Zisser', 'Eyal Zisser']);
    expect(more?.citations.map(({ paragraph }) => paragraph).sort()).toEqual([7, 8]);
    const shownBefore = first?.citations.map(({ quotationId }) => quotationId);
    for (const { quotationId } of more?.citations ?? []) expect(shownBefore).not.toContain(quotationId);
    expect(nothing).toMatchObject({ outcome: 'not-found', citations: [] });
    expect(nothing?.text).toContain('Zisser says nothing else');
  });

  test('“he” is whoever was cited last', async () => {
    const answer = await answered('who said Syria is static?', 'what did he say about Iran?');
    expect(speakerOf(answer)).toBe('Eyal Zisser');
    const check = await answered(
      'who said Syria is static?',
      'did he say "Iran isn\'t going to dramatically change its positioning"?',
    );
    expect(check.verdict).toBe('verbatim');
  });

  test('“and Valensi?” asks her the same', async () => {
    const answer = await answered('what did Zisser say about Iran?', 'and Valensi?');
    expect(answer.request).toBe('said-about');
    expect(speakerOf(answer)).toBe('Carmit Valensi');
  });

  test('“and Netanyahu?” is not answered with the speaker before', async () => {
    const answer = await answered('what did Valensi say about the leak?', 'and Netanyahu?');
    expect(answer).toMatchObject({ outcome: 'not-found', citations: [] });
    expect(answer.text).toContain('Netanyahu is not quoted');
  });

  test('“who said that?” names who said what was cited', async () => {
    const answer = await answered('how many troops were killed?', 'who said that?');
    expect(answer.request).toBe('who-said');
    expect(speakerOf(answer)).toBe('Syrian Observatory for Human Rights');
  });

  test('“where exactly?” names paragraph, title and outlet', async () => {
    const { text, citations } = await answered('who said Syria is static?', 'where exactly?');
    expect(text).toContain('¶20 of 20');
    expect(text).toContain('Larger Than Usual Airstrike');
    expect(text).toContain('The Media Line');
    expect(citations[0]?.paragraph).toBe(20);
  });

  test('“show me the context” shows what stands before and behind', async () => {
    const { citations } = await answered(
      'who said the eastern part of Syria is fast becoming an Iranian-controlled region?',
      'show me the context',
    );
    const [cited, before, behind] = citations;
    expect(cited?.paragraph).toBe(12);
    expect(before?.spans[0]?.end).toBeLessThanOrEqual(cited?.spans[0]?.start ?? 0);
    expect(behind?.spans[0]?.start).toBeGreaterThanOrEqual(cited?.spans.at(-1)?.end ?? 0);
    expect([before?.paragraph, behind?.paragraph]).toEqual([11, 13]);
  });

  test.each(['who said that?', 'where exactly?', 'show me the context'])(
    '“%s” before any answer asks for a question',
    async (turn) => {
      const answer = await answered(turn);
      expect(answer).toMatchObject({ request: 'help', outcome: 'help' });
      expect(answer.text).toContain('no answer before');
    },
  );

  test('the engine remembers nothing itself: two threads at once do not mix', async () => {
    const [one, other] = await Promise.all([
      askThread(engine, ['what did Valensi say about the leak?', 'what else did she say?']),
      askThread(engine, ['who said Syria is static?', 'what else did he say?']),
    ]);
    expect(one[1] && speakerOf(one[1])).toBe('Carmit Valensi');
    expect(other[1] && speakerOf(other[1])).toBe('Eyal Zisser');
  });
});
