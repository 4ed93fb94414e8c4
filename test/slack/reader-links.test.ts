import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ensurePage } from '../../scripts/build-page.ts';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { type RunningReader, startReader } from '../../src/reader/reader-server.ts';
import { libraryOf, stored } from '../reader/ferry.ts';
import { eventually, type Pair, startPair } from './pair.ts';
import { realEngine } from './real-engine.ts';

let engine: AnswerEngine;
let close: () => Promise<void>;
let reader: RunningReader;
let pair: Pair;

beforeAll(async () => {
  await ensurePage({ quiet: true });
  ({ engine, close } = await realEngine());
  reader = await startReader({ library: engine, port: 0 });
}, 120_000);
afterAll(async () => {
  await reader.stop();
  await close();
});
afterEach(() => pair.stop());

async function ask(): Promise<string> {
  pair.you.say('@whosaid who said Syria is static?');
  const [message] = await eventually(() => {
    const said = pair.said();
    return said.length > 0 && said;
  }, 'an answer');
  return JSON.stringify(message?.blocks);
}

const linkIn = (blocks: string): string | undefined => /<(http[^|>]*)\|¶20>/.exec(blocks)?.[1];

test('“¶20” leads to the quotation in the reader, with the outlet’s link beside it', async () => {
  const url = new URL(reader.url).origin;
  pair = await startPair(engine, 'socket', { reader: { url, library: engine } });
  const blocks = await ask();
  const link = linkIn(blocks) ?? '';
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/articles\/[^?]+\?q=[^#]+#p20$/);
  expect(blocks).toContain('<https://themedialine.org/|');
  const page = await (await fetch(link)).text();
  expect(page).toMatch(/is-chosen"[^>]*>Syria is completely static/);
});

test('without a reader, or where it does not have that edition of the article, there is no link', async () => {
  pair = await startPair(engine);
  expect(linkIn(await ask())).toBeUndefined();
  await pair.stop();
  const [summary] = await engine.articles();
  const other = stored(`${summary?.id}.txt`, 'Another Title\n\nAnother text of the same id.\n');
  pair = await startPair(engine, 'socket', {
    reader: { url: 'https://reader.example', library: libraryOf(other) },
  });
  expect(linkIn(await ask())).toBeUndefined();
});
