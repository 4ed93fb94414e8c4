// Runs a command of this project: node scripts/run.mjs NAME [arguments]
// The sources are bundled once into dist/program, which takes a third of a second: a process then starts in half the
// time that it takes when each source file is looked up and translated for itself.

import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLES = join(PROJECT, 'dist/program');
const ENTRIES = {
  main: 'src/main.ts',
  'model-thread': 'src/retrieval/model-thread.ts',
  'model-process': 'src/retrieval/model-process.ts',
  ask: 'scripts/ask.ts',
  quotes: 'scripts/quotes.ts',
  'build-index': 'scripts/build-index.ts',
  'add-article': 'scripts/add-article.ts',
  'set-up': 'scripts/set-up.ts',
  'start-floor': 'scripts/bench/start-floor.ts',
  'read-floor': 'scripts/bench/read-floor.ts',
};
/** What is measured with reads the golden sets of the tests: it is bundled apart, so that the program needs none of them. */
const BENCH = {
  bench: 'scripts/bench.ts',
  'model-thread': ENTRIES['model-thread'],
  'model-process': ENTRIES['model-process'],
};
/** Where a source asks for its own place; packages are found from anywhere in the project. */
const OWN_PLACE = /(?<!createRequire\()import\.meta\.url/g;
/** Processes that still run may need what was bundled before. */
const KEPT = 3;

/** Names, sizes and times of all that a bundle is made of. */
function stampOfSources() {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const addFolder = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules') continue;
      if (entry.isDirectory()) addFolder(join(folder, entry.name));
      else if (/\.(?:ts|tsx|mjs)$/.test(entry.name)) add(join(folder, entry.name));
    }
  };
  addFolder(join(PROJECT, 'src'));
  addFolder(join(PROJECT, 'scripts'));
  add(join(PROJECT, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

async function bundle(folder, entryPoints) {
  const { build } = await import('esbuild');
  const { readFile } = await import('node:fs/promises');
  const fresh = `${folder}.${process.pid}`;
  // A source finds its neighbours on the disk from its own place, wherever the bundle lies.
  const places = {
    name: 'places',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = JSON.stringify(relative(folder, path).replaceAll('\\', '/'));
        const text = await readFile(path, 'utf8');
        const contents = text.replaceAll(OWN_PLACE, `new URL(${source}, import.meta.url).href`);
        return { loader: 'ts', contents };
      });
    },
  };
  try {
    await build({
      absWorkingDir: PROJECT,
      entryPoints,
      outdir: fresh,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      plugins: [places],
      logLevel: 'silent',
    });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was quicker.
    if (!isThere(folder)) throw error;
  }
  removeOld(folder);
}

function removeOld(folder) {
  const timeOf = (name) => statSync(join(BUNDLES, name)).mtimeMs;
  const old = readdirSync(BUNDLES)
    .sort((a, b) => timeOf(b) - timeOf(a))
    .slice(KEPT);
  for (const name of old)
    if (join(BUNDLES, name) !== folder) rmSync(join(BUNDLES, name), { recursive: true, force: true });
}

function isThere(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Where the command is, bundled; null where it cannot be bundled (a folder that cannot be written). */
async function bundled(name) {
  const entries = name === 'bench' ? BENCH : ENTRIES;
  const folder = join(BUNDLES, name === 'bench' ? `${stampOfSources()}-bench` : stampOfSources());
  try {
    if (!isThere(folder)) await bundle(folder, entries);
    return join(folder, `${name}.mjs`);
  } catch {
    return null;
  }
}

const [name = ''] = process.argv.splice(2, 1);
const source = { ...ENTRIES, ...BENCH }[name];
if (source === undefined) {
  process.stderr.write(`run: "${name}" is no command; name one of: ${Object.keys(ENTRIES).join(', ')}\n`);
  process.exit(2);
}
process.argv[1] = join(PROJECT, source);
const file = await bundled(name);
if (file === null) (await import('tsx/esm/api')).register();
await import(pathToFileURL(file ?? process.argv[1]).href);
