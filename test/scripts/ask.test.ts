import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBatch } from '../../scripts/ask-batch.ts';
import { ensureModel } from '../../scripts/build-model.ts';
import { command, lines } from './commands.ts';

const HARBOUR =
  'Harbour to stay shut\n\n“The harbour stays shut until spring,” harbour master Mara Quell said.\n\nIce has covered the basin since January. Two tugs are stuck.\n';
const ORCHARD =
  '---\nid: frost\ntitle: Late frost hits orchards\noutlet: Tolm Courier\nurl: https://courier.example/frost\n---\n\nFrost killed half of the apple blossom near Tolm.\n\n“We have never lost this much,” said grower Piet Anders.\n';

interface Cited {
  readonly article: { readonly id: string };
  readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

let home: string;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  home = await mkdtemp(join(tmpdir(), 'whosaid-ask-'));
  await mkdir(join(home, 'good'));
  await writeFile(join(home, 'good/harbour.txt'), HARBOUR);
  await writeFile(join(home, 'good/orchard.md'), ORCHARD);
  await mkdir(join(home, 'mixed'));
  await writeFile(join(home, 'mixed/harbour.txt'), HARBOUR);
  await writeFile(join(home, 'mixed/broken.txt'), '');
  await mkdir(join(home, 'empty'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const ask = (...args: string[]) => command('ask', args, home);
const good = ['--corpus', 'good', '--index', 'index'];

test('--help says how, on standard output', async () => {
  const { code, stdout, stderr } = await ask('--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const option of ['--json', '--corpus', '--index', '--article', '--explain', '--batch']) {
    expect(stdout).toContain(option);
  }
});

describe('an answer', () => {
  test('for people names the speaker, quotes the words and gives the paragraph, without colours', async () => {
    const { code, stdout, stderr } = await ask(...good, 'who said the harbour stays shut?');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Mara Quell/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('The harbour stays shut until spring');
    expect(stdout).toContain('¶1');
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('for programs has the keys of the contract, a line for each turn', async () => {
    const { code, json } = await ask(
      '--json',
      ...good,
      'who said the harbour stays shut?',
      'what did Obama say?',
      'sources',
      'did Piet Anders say "we have never lost so much"?',
    );
    expect(code).toBe(0);
    expect(json).toHaveLength(4);
    for (const answer of json) {
      expect(Object.keys(answer)).toEqual([
        'question',
        'request',
        'outcome',
        'verdict',
        'claimed',
        'difference',
        'text',
        'citations',
        'nearest',
        'speakers',
        'millis',
      ]);
      expect(Object.keys(answer.millis as object)).toEqual([
        'understand',
        'embed',
        'search',
        'rank',
        'compose',
        'total',
      ]);
    }
    const [first, second, third, fourth] = json;
    expect(first).toMatchObject({ request: 'who-said', outcome: 'answered', verdict: null, nearest: [] });
    expect(first?.citations).toEqual([
      {
        n: 1,
        article: { id: 'harbour', title: 'Harbour to stay shut', outlet: null, url: null },
        paragraph: 1,
        spans: [
          {
            start: 23,
            end: expect.any(Number),
            text: expect.stringMatching(/^The harbour stays shut until spring,?$/),
          },
        ],
        speaker: { name: 'Mara Quell', title: null, role: 'harbour master', kind: 'person' },
        kind: 'direct',
        confidence: expect.any(Number),
      },
    ]);
    for (const { spans } of (first?.citations ?? []) as Cited[]) {
      for (const { start, end, text } of spans) expect(HARBOUR.slice(start, end)).toBe(text);
    }
    expect(second).toMatchObject({ outcome: 'not-found', citations: [] });
    expect(third).toMatchObject({ request: 'sources', outcome: 'answered' });
    expect(third?.speakers).toContainEqual({
      speaker: expect.objectContaining({ name: 'Piet Anders' }),
      counts: { direct: 1, mixed: 0, indirect: 0 },
    });
    expect(fourth).toMatchObject({ request: 'check', verdict: 'altered', outcome: 'answered' });
    expect(fourth?.difference).toContainEqual({ op: expect.any(String), text: expect.any(String) });
  });

  test('of one article leaves the others alone', async () => {
    const { json } = await ask('--json', ...good, '--article', 'frost', 'who said the harbour stays shut?');
    const { citations, nearest } = json[0] as { citations: Cited[]; nearest: Cited[] };
    const cited = [...citations, ...nearest];
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.every(({ article }) => article.id === 'frost')).toBe(true);
  });

  test('with a bad file in the corpus is given, the file is named, and the exit is 1', async () => {
    const { code, json, stderr } = await ask(
      '--json',
      '--corpus',
      'mixed',
      '--index',
      'mixed-index',
      'who said the harbour stays shut?',
    );
    expect(code).toBe(1);
    expect(json[0]).toMatchObject({ outcome: 'answered' });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^ask: .*broken\.txt: the file is empty/)]);
  });
});

describe('a batch', () => {
  test('answers every good line, names the bad ones, and exits with 1', async () => {
    await writeFile(
      join(home, 'batch.jsonl'),
      [
        '{"id":"a","turns":["who said the harbour stays shut?","what else did she say?"]}',
        'this is no JSON',
        '',
        '{"id":"c","turns":["sources"],"article":"nowhere"}',
        '{"id":"d","turns":[]}',
        '{"id":5,"turns":["who lost so much?"],"article":"frost"}',
      ].join('\n'),
    );
    const { code, json, stderr } = await ask('--json', ...good, '--batch', 'batch.jsonl');
    expect(code).toBe(1);
    expect(json.map(({ id, turn }) => [id, turn])).toEqual([
      ['a', 1],
      ['a', 2],
      ['5', 1],
    ]);
    expect(Object.keys(json[0] ?? {}).slice(0, 3)).toEqual(['id', 'turn', 'question']);
    expect(lines(stderr)).toEqual([
      'ask: line 2: is not JSON',
      'ask: line 4: there is no article "nowhere" in the corpus',
      'ask: line 5: has no "turns", a list of questions',
    ]);
  });

  test.each([
    ['no object', '[]', 'has no "id"'],
    ['null', 'null', 'is no object'],
    ['no id', '{"turns":["a"]}', 'has no "id"'],
    ['a turn that is no text', '{"id":"a","turns":["a",1]}', 'has no "turns", a list of questions'],
    ['an article that is no id', '{"id":"a","turns":["a"],"article":7}', '"article" is not an id'],
  ])('line with %s is told apart', (_name, line, problem) => {
    expect(readBatch(`\n${line}\n`)).toEqual([{ number: 2, problem }]);
  });

  test('may begin with a byte order mark and have Windows line ends', () => {
    expect(readBatch('\uFEFF{"id":"a","turns":["x"]}\r\n')).toEqual([
      { number: 1, id: 'a', turns: ['x'], article: null },
    ]);
  });
});

describe('wrong usage is one line and exit 2:', () => {
  test.each([
    ['no question', []],
    ['an unknown option', ['--fast', 'x?']],
    ['a batch beside a question', ['--batch', 'batch.jsonl', 'x?']],
    ['an option without its value', ['x?', '--corpus']],
    ['an article that is not there', [...good, '--article', 'nowhere', 'x?']],
  ])('%s', async (_name, args) => {
    const { code, stdout, stderr } = await ask(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^ask: /)]);
  });
});

describe('a failure is one line and exit 1:', () => {
  test.each([
    ['an empty corpus', ['--corpus', 'empty', '--index', 'e', 'x?'], /holds no article/],
    ['a corpus that is not there', ['--corpus', 'nowhere', 'x?'], /nowhere: the folder cannot be read/],
    ['a batch that is not there', [...good, '--batch', 'nowhere.jsonl'], /nowhere\.jsonl cannot be read/],
    [
      'an index that is a file',
      ['--corpus', 'good', '--index', 'batch.jsonl', 'x?'],
      /batch\.jsonl cannot be/,
    ],
  ])('%s', async (_name, args, message) => {
    const { code, stdout, stderr } = await ask(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(lines(stderr)).toEqual([expect.stringMatching(message)]);
  });
});

test('settings come from .env, and half a set of Slack’s does not matter', async () => {
  await writeFile(join(home, '.env'), 'CORPUS=good\nINDEX=index\nSLACK_BOT_TOKEN=xoxb-1\n');
  const settings = { DOTENV_CONFIG_PATH: join(home, '.env') };
  const { code, json } = await command('ask', ['--json', 'who said the harbour stays shut?'], home, settings);
  expect(code).toBe(0);
  expect(json[0]).toMatchObject({ citations: [{ article: { id: 'harbour' } }] });
});

test('an explanation does not steer the terminal', async () => {
  await mkdir(join(home, 'escapes'));
  await writeFile(join(home, 'escapes/harbour.txt'), HARBOUR.replaceAll('shut', '\u001b[2Jshut'));
  const { stderr } = await ask(
    '--corpus',
    'escapes',
    '--index',
    'e2',
    '--explain',
    'who said it stays shut?',
  );
  expect(stderr).toContain('\uFFFD[2Jshut');
  expect(stderr).not.toContain('\u001b');
});
