import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGE_FOLDER } from '../src/playground/page-server.ts';

const SOURCES = fileURLToPath(new URL('../src/playground/page/', import.meta.url));
const SELF = fileURLToPath(import.meta.url);
const PACKAGES = ['react', 'react-dom', 'slack-blocks-to-jsx', 'esbuild'];

/**
 * Bundles the playground's page into dist/page, unless it is there and its inputs are the same.
 * True where it was built. The packages for it are development dependencies.
 */
export async function ensurePage({ quiet }: { readonly quiet: boolean }): Promise<boolean> {
  const stamp = await hashInputs();
  const built = await readFile(join(PAGE_FOLDER, 'stamp'), 'utf8').catch(() => '');
  if (built === stamp) return false;
  await build(stamp);
  if (!quiet) console.error('Built the playground’s page.');
  return true;
}

async function build(stamp: string): Promise<void> {
  const { build: bundle } = await import('esbuild');
  // Built beside and moved, so that a build that is broken off leaves the old page.
  const fresh = `${PAGE_FOLDER.replace(/\/$/, '')}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await bundle({
    entryPoints: { page: join(SOURCES, 'main.tsx') },
    outdir: fresh,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const require = createRequire(import.meta.url);
  const blocks = await readFile(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');
  const own = await readFile(join(SOURCES, 'page.css'), 'utf8');
  // The package's layer comes below ours, whatever the weight of its selectors.
  await writeFile(join(fresh, 'page.css'), `@layer blocks {\n${blocks}\n}\n${own}`);
  await writeFile(join(fresh, 'index.html'), await readFile(join(SOURCES, 'index.html')));
  await writeFile(join(fresh, 'stamp'), stamp);
  await rm(PAGE_FOLDER, { recursive: true, force: true });
  await rename(fresh, PAGE_FOLDER);
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(SOURCES)).toSorted();
  for (const path of [SELF, ...names.map((name) => join(SOURCES, name))]) {
    hash.update(path.slice(SOURCES.length)).update(await readFile(path));
  }
  const state = fileURLToPath(new URL('../src/playground/page-state.ts', import.meta.url));
  hash.update(await readFile(state));
  const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const name of PACKAGES) hash.update(`${name}@${lock.packages[`node_modules/${name}`]?.version}`);
  return hash.digest('hex');
}

if (process.argv[1] === SELF) {
  const built = await ensurePage({ quiet: false });
  if (!built) console.error('The playground’s page is up to date.');
}
