import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import type { CorpusFile } from '../article/corpus.ts';
import { type FileSeal, sealOf as sealOfFile, stateOf, writeDurably } from './durable.ts';
import type { ArticleSummary } from './store.ts';

/** Raised whenever a file's layout changes; an index of another format is rebuilt from the articles. */
const INDEX_FORMAT = 3;

export const SEGMENT_FILES = [
  'table.json',
  'passages.bin',
  'hnsw.bin',
  'articles.jsonl',
  'vectors.f32',
  'tokens.i8',
  'keywords.bin',
] as const;
export type SegmentFile = (typeof SEGMENT_FILES)[number];

export interface LiveArticle {
  readonly id: string;
  readonly passages: number;
}

export interface SegmentEntry {
  readonly name: string;
  readonly files: Readonly<Record<SegmentFile, FileSeal>>;
  /** The segment's articles that still count. The others were changed or removed since. */
  readonly live: readonly LiveArticle[];
  readonly articles: number;
  readonly passages: number;
}

/** The one file that says what the index is; whatever it does not name does not belong to it. */
export interface Manifest {
  readonly model: { readonly name: string; readonly hash: string };
  readonly dimension: number;
  /** Version of the code that finds passages and quotations. */
  readonly analysis: string;
  readonly corpus: readonly CorpusFile[];
  readonly segments: readonly SegmentEntry[];
}

/** A row of a segment's table: an article, and where its record and its passages lie. */
export interface ArticleRow extends ArticleSummary {
  readonly hash: string;
  readonly offset: number;
  readonly bytes: number;
  readonly crc: number;
  readonly firstPassage: number;
  readonly passages: number;
}

/** The index on the disk is not what its manifest says. `why` goes into a line for the user. */
export class IndexDamaged extends Error {
  constructor(why: string) {
    super(`the index is damaged (${why}); run "npm run index" to build it again from the articles`);
    this.name = 'IndexDamaged';
  }
}

/** The manifest as a file: what it says, under its own seal. */
interface ManifestFile {
  readonly format: number;
  readonly sha256: string;
  readonly manifest: Manifest;
}

/**
 * The manifest of an index folder, or null when there is none that this program wrote and nobody changed. A large one
 * takes a twentieth of a second to read: one that was read before is remembered as long as the file is the same.
 */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const path = join(folder, MANIFEST_FILE);
  try {
    const state = await stateOf(path);
    const known = KNOWN.get(path);
    if (known?.state === state) return known.manifest;
    const manifest = unsealed(await readFile(path, 'utf8'));
    // One that was replaced meanwhile is read again the next time.
    if (manifest && state === (await stateOf(path))) KNOWN.set(path, { state, manifest });
    return manifest;
  } catch {
    return null;
  }
}

const MANIFEST_FILE = 'manifest.json';
/** Indexes that one process goes back to: the shared one and those of a few workspaces. */
const KNOWN = new LRUCache<string, { readonly state: string; readonly manifest: Manifest }>({ max: 16 });

/** What a manifest's file says, null where it is of another format or its seal is broken. */
function unsealed(text: string): Manifest | null {
  const file: ManifestFile = JSON.parse(text);
  if (file.format !== INDEX_FORMAT) return null;
  const body = text.slice(beginning(file.sha256).length, -ENDING.length);
  const isAsWritten = text.startsWith(beginning(file.sha256)) && file.sha256 === sealOf(body);
  return isAsWritten || file.sha256 === sealOf(JSON.stringify(file.manifest)) ? file.manifest : null;
}

const beginning = (sha256: string): string =>
  `{"format":${INDEX_FORMAT},"sha256":${JSON.stringify(sha256)},"manifest":`;
const ENDING = '}\n';

/** Makes `manifest` the index, in one step. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, MANIFEST_FILE);
  const body = Buffer.from(JSON.stringify(manifest));
  KNOWN.delete(path);
  await writeDurably(path, Buffer.concat([Buffer.from(beginning(sealOf(body))), body, Buffer.from(ENDING)]));
  // Nobody else writes it meanwhile: the index is locked.
  KNOWN.set(path, { state: await stateOf(path), manifest });
}

function sealOf(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Throws IndexDamaged unless every file of the segment is what its seal says. */
export async function checkSegment(root: string, { name, files }: SegmentEntry): Promise<void> {
  for (const file of SEGMENT_FILES) await checkSeal(join(root, name, file), files[file]);
}

/** Throws IndexDamaged unless the file is what its seal says. */
export async function checkSeal(path: string, seal: FileSeal | undefined): Promise<void> {
  const found = await sealOfFile(path).catch(() => null);
  if (!seal || !found || found.bytes !== seal.bytes || found.sha256 !== seal.sha256) {
    throw new IndexDamaged(`${path} is not as it was written`);
  }
}

let version: string | null = null;

/** A hash over the sources that turn text into passages and quotations: an index of other sources is stale. */
export function analysisVersion(): string {
  version ??= hashOfSources();
  return version;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const own = dirname(fileURLToPath(import.meta.url));
  for (const folder of ['../article', '../quotations']) hashFolder(join(own, folder));
  for (const file of readdirSync(own)) {
    if (file.startsWith('passages.')) hash.update(readFileSync(join(own, file)));
  }
  return hash.digest('hex').slice(0, 16);

  function hashFolder(folder: string): void {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.isDirectory()) hashFolder(join(folder, entry.name));
      else hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
    }
  }
}
