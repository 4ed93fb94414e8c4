import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readBatch } from '../../scripts/ask-batch.ts';
import { isArticleFile, readArticle } from '../../src/article/read.ts';
import { fileShelf } from '../../src/slack/file-shelf.ts';
import { newTurn, Records } from '../../src/slack/records.ts';
import { command } from './commands.ts';

test('judgements come out as lines that ask takes as a batch, without who judged', async () => {
  const state = await mkdtemp(join(tmpdir(), 'state-'));
  const shelf = await fileShelf(state);
  const thread = { memory: newTurn('T', '', null).memory, questions: ['who said it?'] };
  await new Records(shelf).putFeedback('t1', {
    turn: newTurn('T', 'what else did she say?', null, thread),
    user: 'U123',
    judged: 'wrong',
    reason: 'another speaker',
    answer: { outcome: 'answered' },
    articles: [{ id: 'harbour', hash: 'h' }],
    index: 'v1',
    at: '2024-01-01T00:00:00.000Z',
  });
  const script = ['--import', 'tsx', 'scripts/export-feedback.ts', '--state', state];
  // While the bot still holds the folder.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, script, {
    cwd: resolve(import.meta.dirname, '../..'),
  });
  await shelf.close();
  await rm(state, { recursive: true });
  expect(stderr).toBe('1 judgement.\n');
  expect(stdout).not.toContain('U123');
  expect(JSON.parse(stdout)).toMatchObject({ judged: 'wrong', reason: 'another speaker', index: 'v1' });
  expect(readBatch(stdout)[0]).toMatchObject({ turns: ['who said it?', 'what else did she say?'] });
});

test('what was judged is asked again: right answers that are still given, wrong ones that are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'feedback-'));
  const corpus = resolve(import.meta.dirname, '../../corpus');
  const settings = { CORPUS: corpus };
  const asked = await command('ask', ['--json', 'who said Syria is static?'], folder, settings);
  const [answer] = asked.json;
  const [file = ''] = (await readdir(corpus)).filter(isArticleFile);
  const { id, hash } = await readArticle(join(corpus, file));
  const judged = (judgement: string, changed: object = {}): string =>
    JSON.stringify({
      ...{ id: judgement, turns: ['who said Syria is static?'], article: null, judged: judgement },
      ...{ reason: null, articles: [{ id, hash }], index: 'v1', answer, ...changed },
    });
  const judgements = [
    judged('right'),
    judged('wrong', { answer: { outcome: 'not-found' } }),
    judged('right', { articles: [{ id, hash: 'another' }] }),
  ];
  await writeFile(join(folder, 'feedback.jsonl'), judgements.join('\n'));
  const again = await command('evaluate', ['feedback', 'feedback.jsonl'], folder, settings);
  expect(again.code).toBe(0);
  expect(again.stdout).toMatch(/right\s+1\.000 .* n=1\n/);
  expect(again.stdout).toMatch(/wrong\s+\.000 .* n=1\n/);
  expect(again.stderr).toContain('1 left out');

  await writeFile(join(folder, 'feedback.jsonl'), '{"id":"x","turns":["who?"]}');
  const wrong = await command('evaluate', ['feedback', 'feedback.jsonl'], folder, settings);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/^evaluate: .*line 1: is no judgement of an answer\n$/);
  await rm(folder, { recursive: true });
});
