import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGE_FOLDER } from '../src/playground/page-server.ts';

const SOURCES = fileURLToPath(new URL('../src/playground/page/', import.meta.url));
const READER = fileURLToPath(new URL('../src/reader/', import.meta.url));
const RENDERING = fileURLToPath(new URL('../src/rendering/', import.meta.url));
const SELF = fileURLToPath(import.meta.url);
const PACKAGES = ['react', 'react-dom', 'esbuild'];
/** The playground's own styles, the later over the earlier. */
const STYLES = ['base', 'messages', 'blocks', 'composer', 'windows', 'side', 'frame'];

/**
 * Bundles the pages of the playground and of the reader into dist/page, unless they are there and
 * their inputs are the same. True where they were built. The packages for it are development
 * dependencies; what comes out needs none of them.
 */
export async function ensurePage({ quiet }: { readonly quiet: boolean }): Promise<boolean> {
  const stamp = await hashInputs();
  const built = await readFile(join(PAGE_FOLDER, 'stamp'), 'utf8').catch(() => '');
  if (built === stamp) return false;
  await build(stamp);
  if (!quiet) console.error('Built the pages.');
  return true;
}

async function build(stamp: string): Promise<void> {
  const { build: bundle } = await import('esbuild');
  // Built beside and moved, so that a build that is broken off leaves the old page.
  const fresh = `${PAGE_FOLDER.replace(/\/$/, '')}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const common = {
    outdir: fresh,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    // The licences lie beside the scripts.
    legalComments: 'external',
  } as const;
  await bundle({
    ...common,
    entryPoints: { page: join(SOURCES, 'main.tsx'), reader: join(READER, 'page/main.tsx') },
  });
  // The server's half of the reader: React with it, in its fast build.
  await bundle({
    ...common,
    entryPoints: { 'reader-render': join(READER, 'page/render.tsx') },
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const own = STYLES.map((name) => readFile(join(SOURCES, `styles/${name}.css`), 'utf8'));
  const reader = await readFile(join(READER, 'page/reader.css'), 'utf8');
  const frame = await readFile(join(READER, 'page/frame.css'), 'utf8');
  await writeFile(join(fresh, 'page.css'), [reader, ...(await Promise.all(own))].join('\n'));
  await writeFile(join(fresh, 'reader.css'), `${reader}\n${frame}`);
  await writeFile(join(fresh, 'index.html'), await readFile(join(SOURCES, 'index.html')));
  await writeFile(join(fresh, 'stamp'), stamp);
  await rm(PAGE_FOLDER, { recursive: true, force: true });
  await rename(fresh, PAGE_FOLDER);
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [
    SELF,
    ...(await filesIn(SOURCES)),
    ...(await filesIn(READER)),
    ...(await filesIn(RENDERING)),
  ]) {
    hash.update(basename(path)).update(await readFile(path));
  }
  const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const name of PACKAGES) hash.update(`${name}@${lock.packages[`node_modules/${name}`]?.version}`);
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).toSorted();
}

if (process.argv[1] === SELF) {
  const built = await ensurePage({ quiet: false });
  if (!built) console.error('The pages are up to date.');
}
