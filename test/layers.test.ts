import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const LAYERS = [
  'article',
  'quotations',
  'retrieval',
  'answering',
  'rendering',
  'reader',
  'slack',
  'playground',
  'main.ts',
];
/** Packages that cost time or memory when they are loaded, or that the program could one day do without. */
const ONE_FILE_EACH = ['@xenova/transformers', 'onnxruntime-node', 'hnswlib-node', 'wink-nlp', 'pg'];

interface Import {
  readonly from: string;
  readonly name: string;
  readonly typeOnly: boolean;
}

const sources = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .filter((entry) => !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)));
const SRC = sources('src');
const SCRIPTS = sources('scripts');
const textOf = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');

/** Static imports, re-exports, and `import()` and `require()` of a written name. */
function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b(\s+type\b)?[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\b(?:import|require|createRequire\([^)]*\))\(\s*'([^']+)'/g;
  return Array.from(textOf(file).matchAll(pattern), ([, type, from, bare, called]) => ({
    from: file,
    name: from ?? bare ?? called ?? '',
    typeOnly: type !== undefined,
  }));
}

const IMPORTS = SRC.flatMap(importsOf);
const layerOf = (file: string): string => file.split('/')[1] ?? '';
const target = ({ from, name }: Import): string => join(dirname(from), name);

test('imports are seen at all', () => {
  expect(IMPORTS.length).toBeGreaterThan(300);
  expect(importsOf('src/retrieval/model-runtime.ts').map(({ name }) => name)).toContain(
    '@xenova/transformers',
  );
  expect(importsOf('src/retrieval/vector-index.ts').map(({ name }) => name)).toContain('hnswlib-node');
});

describe('the layers', () => {
  test('are all the folders there are', () => {
    const folders = readdirSync(join(PROJECT, 'src'));
    expect(folders.filter((name) => ![...LAYERS, 'config.ts'].includes(name))).toEqual([]);
  });

  test.each(SRC.filter((file) => file !== 'src/config.ts'))('%s imports nothing to its right', (file) => {
    const own = LAYERS.indexOf(layerOf(file));
    const wrong = importsOf(file)
      .filter(({ name }) => name.startsWith('.'))
      .map(target)
      .filter((path) => path.startsWith('src/') && path !== 'src/config.ts')
      .filter((path) => LAYERS.indexOf(layerOf(path)) > own);
    expect(wrong).toEqual([]);
  });

  test('the program imports nothing from scripts or tests', () => {
    expect(IMPORTS.filter((one) => one.name.startsWith('.') && !target(one).startsWith('src/'))).toEqual([]);
  });

  test('the configuration is imported by main, slack and playground only, and imports nothing of the program', () => {
    const readers = IMPORTS.filter((one) => target(one) === 'src/config.ts').map(({ from }) => from);
    expect(readers.filter((file) => !/^src\/(?:main\.ts|slack\/|playground\/)/.test(file))).toEqual([]);
    expect(importsOf('src/config.ts').filter(({ name }) => name.startsWith('.'))).toEqual([]);
  });
});

describe('packages', () => {
  test.each(ONE_FILE_EACH)('%s is imported by one file at most', (name) => {
    const files = new Set(
      IMPORTS.filter((one) => one.name === name || one.name.startsWith(`${name}/`)).map(({ from }) => from),
    );
    expect([...files].length).toBeLessThanOrEqual(1);
  });

  test('Bolt runs in slack/ only', () => {
    const users = IMPORTS.filter(({ name, typeOnly }) => name.startsWith('@slack/bolt') && !typeOnly);
    expect(users.map(({ from }) => from).filter((file) => !file.startsWith('src/slack/'))).toEqual([]);
  });
});

describe('the environment', () => {
  test.each([...SRC, ...SCRIPTS].filter((file) => file !== 'src/config.ts'))('is not read by %s', (file) => {
    const code = textOf(file)
      .replace(/'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*/g, '')
      .replace(/\/\*[\s\S]*?\*\//g, '');
    expect(code).not.toMatch(/process\s*\.\s*env\b|\benv\b[^;\n]*from 'node:process'/);
  });
});

test.each([...SRC, ...SCRIPTS])('%s has named exports and gathers no others', (file) => {
  expect(basename(file)).not.toMatch(/^(?:index|utils?|helpers?)\.tsx?$/);
  expect(textOf(file)).not.toMatch(/^export (?:default|\*)/m);
});

describe('the article that the project ships with', () => {
  const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
  const corpus = readdirSync(join(PROJECT, 'corpus')).map((file) => textOf(join('corpus', file)));
  const golden = ['test/golden/quotations', 'test/golden/answers'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder))
      .filter((file) => /\.(?:md|txt)$/.test(file))
      .map((file) => textOf(join(folder, file))),
  );
  /** What is written in lower case somewhere is no name. */
  const common = new Set(
    [...golden, ...corpus, ...SRC.filter((file) => file.includes('/lexicon/')).map(textOf)].flatMap((text) =>
      (text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []).filter((word) => word.length > 1),
    ),
  );
  /** Countries, cities and plain words that a newspaper happens to write large only. */
  const PLAIN = new Set(
    'Iran Israel Israeli London Turkey Damascus Lebanon Prof Larger Middle Associated'.split(' '),
  );
  const names = [...new Set(corpus.flatMap(wordsOf))].filter(
    (word) => /^\p{Lu}.{2}/u.test(word) && !common.has(word.toLowerCase()) && !PLAIN.has(word),
  );

  test('has names of its own', () => {
    expect(names).toEqual(expect.arrayContaining(['Zisser', 'Valensi', 'Pompeo', 'Dayan', 'Hizbullah']));
  });

  test.each(SRC)('no name of it stands in %s', (file) => {
    const there = new Set(wordsOf(textOf(file)).map((word) => word.toLowerCase()));
    expect(names.filter((name) => there.has(name.toLowerCase()))).toEqual([]);
  });
});
