import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readBatch } from '../../scripts/ask-batch.ts';
import { fileShelf } from '../../src/slack/file-shelf.ts';
import { newTurn, Records } from '../../src/slack/records.ts';

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
