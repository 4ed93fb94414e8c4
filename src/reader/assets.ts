import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

/** Where build-page.ts puts the pages. */
export const ASSETS_FOLDER = fileURLToPath(new URL('../../dist/page/', import.meta.url));

export type Renderer = typeof import('./page/render.tsx');

/** A body, and the same packed. */
export interface Packed {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
}

export interface Assets {
  /** Changes when an asset does. */
  readonly version: string;
  readonly files: ReadonlyMap<string, Packed>;
  readonly renderer: Renderer;
}

/** The built style sheet, script and renderer. Rejects with one line where they are not built. */
export async function readAssets(folder = ASSETS_FOLDER): Promise<Assets> {
  try {
    const [script, style, stamp] = await Promise.all([
      readFile(join(folder, 'reader.js')),
      readFile(join(folder, 'reader.css')),
      readFile(join(folder, 'stamp'), 'utf8'),
    ]);
    const renderer = (await import(pathToFileURL(join(folder, 'reader-render.mjs')).href)) as Renderer;
    return {
      version: stamp.slice(0, 12),
      files: new Map([
        [
          '/assets/reader.js',
          await pack('text/javascript; charset=utf-8', script, constants.Z_BEST_COMPRESSION),
        ],
        ['/assets/reader.css', await pack('text/css; charset=utf-8', style, constants.Z_BEST_COMPRESSION)],
      ]),
      renderer,
    };
  } catch {
    throw new Error('The reader’s page is not built. Run: npm run build-page');
  }
}

/** A body as it is, and as gzip. */
export async function pack(
  type: string,
  body: Buffer | string,
  level: number = constants.Z_BEST_SPEED,
): Promise<Packed> {
  const plain = Buffer.from(body);
  return { type, plain, packed: await promisify(gzip)(plain, { level }) };
}
