import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { type CorpusFile, type CorpusState, scanCorpus } from '../article/corpus.ts';
import type { ArticleProblem } from '../article/problem.ts';
import { readArticle } from '../article/read.ts';
import { makeDrafts, type Order } from './drafts.ts';
import type { Embedder } from './embedder.ts';
import { FileStore } from './file-store.ts';
import {
  analysisVersion,
  INDEX_FORMAT,
  IndexDamaged,
  type Manifest,
  readManifest,
  type SegmentEntry,
  writeManifest,
} from './index-format.ts';
import type { ModelIdentity } from './model-folder.ts';
import { writeSegment } from './segment-writer.ts';

/** More segments than this are written into one: every question searches each of them. */
const MAX_SEGMENTS = 8;
/** Segments whose passages are dropped to more than this share are written anew without them. */
const MAX_DEAD_SHARE = 0.25;
/** A builder that has not touched its lock for this long is gone. */
const LOCK_STALE_MS = 20_000;

export interface RefreshOptions {
  readonly corpus: string;
  readonly index: string;
  readonly model: ModelIdentity;
  /** Called only when something has to be embedded. */
  readonly embedder: () => Promise<Embedder>;
  /** `done` of `total` articles are analysed and embedded. */
  readonly onProgress?: (done: number, total: number) => void;
  /** One line for the user: why an index is built again, that another process is building. */
  readonly onNotice?: (line: string) => void;
}

export interface RefreshReport {
  readonly articles: number;
  readonly passages: number;
  readonly added: number;
  readonly dropped: number;
  readonly problems: readonly ArticleProblem[];
}

/**
 * Brings the index folder up to the corpus folder: new and changed articles are analysed and embedded, the rest
 * stays. The index in place stays whole until the new one is; on an error it is what it was.
 */
export async function refreshIndex(options: RefreshOptions): Promise<RefreshReport> {
  const before = await readManifest(options.index);
  const state = await scanCorpus(options.corpus, before?.corpus ?? []);
  if (before && isCurrent(before, state, options)) return reportOf(before, state, 0, 0);
  await mkdir(join(options.index, 'segments'), { recursive: true });
  const release = await acquire(options);
  try {
    return await buildLocked(options);
  } finally {
    await release();
  }
}

/** Refreshes the index and loads it. A damaged one is built again from the articles, once, and said. */
export async function openFileStore(
  options: RefreshOptions,
): Promise<{ store: FileStore; report: RefreshReport }> {
  const report = await refreshIndex(options);
  try {
    return { store: await loadCurrent(options.index), report };
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error;
    options.onNotice?.('the index on the disk is damaged: building it again from the articles');
    await rm(join(options.index, 'manifest.json'), { force: true });
    return { report: await refreshIndex(options), store: await loadCurrent(options.index) };
  }
}

async function loadCurrent(folder: string): Promise<FileStore> {
  const manifest = await readManifest(folder);
  if (!manifest) throw new IndexDamaged('there is no manifest');
  return FileStore.load(folder, manifest);
}

async function acquire({ index, onNotice }: RefreshOptions): Promise<() => Promise<void>> {
  const file = { stale: LOCK_STALE_MS, lockfilePath: join(index, 'build.lock') };
  try {
    return await lock(index, file);
  } catch {
    onNotice?.('another process is building this index: waiting for it');
    return lock(index, { ...file, retries: { retries: 2400, factor: 1, minTimeout: 250 } });
  }
}

/** The part under the lock. What another process did meanwhile is seen, and not done again. */
async function buildLocked(options: RefreshOptions): Promise<RefreshReport> {
  const before = await readManifest(options.index);
  const state = await scanCorpus(options.corpus, before?.corpus ?? []);
  if (before && isCurrent(before, state, options)) return reportOf(before, state, 0, 0);
  const usable = before && sameModel(before, options) ? before : null;
  if (before && !usable) options.onNotice?.('the embedding model changed: building the index again');
  const kept = usable ? withoutDropped(usable, state) : [];
  const old = usable && (await loadOrNull(options.index, { ...usable, segments: kept }));
  try {
    const dimension = usable?.dimension ?? (await options.embedder()).dimension;
    const sameAnalysis = usable?.analysis === analysisVersion();
    const plan = { kept: old ? kept : [], old, sameAnalysis, dimension };
    const segments = await writeMissing(options, state, plan);
    const manifest: Manifest = {
      format: INDEX_FORMAT,
      model: { name: options.model.name, hash: options.model.hash },
      dimension,
      analysis: analysisVersion(),
      corpus: state.files,
      segments,
    };
    await writeManifest(options.index, manifest);
    await removeUnnamed(options.index, [...segments, ...(before?.segments ?? [])]);
    const same = liveCount(kept);
    return reportOf(manifest, state, state.files.length - same, liveCount(before?.segments ?? []) - same);
  } finally {
    await old?.close();
  }
}

interface Plan {
  readonly kept: readonly SegmentEntry[];
  readonly old: FileStore | null;
  readonly sameAnalysis: boolean;
  readonly dimension: number;
}

/** The segments of the new index: those that stay, and one with everything else. */
async function writeMissing(
  options: RefreshOptions,
  state: CorpusState,
  { kept, old, sameAnalysis, dimension }: Plan,
): Promise<SegmentEntry[]> {
  const present = new Set(kept.flatMap((segment) => segment.live));
  const missing = state.files.filter(({ id }) => !present.has(id));
  const stays = sameAnalysis && deadShare(kept) <= MAX_DEAD_SHARE && kept.length < MAX_SEGMENTS;
  const toWrite = stays ? missing : state.files;
  const alive = stays ? kept.filter((segment) => segment.live.length > 0) : [];
  if (toWrite.length === 0) return alive;
  const orders = toWrite.map((file) => orderFor(options, state, file, old, sameAnalysis));
  const drafts = makeDrafts(orders, options.embedder, options.onProgress);
  const name = `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
  return [...alive, await writeSegment(join(options.index, 'segments'), name, dimension, drafts)];
}

function orderFor(
  options: RefreshOptions,
  state: CorpusState,
  file: CorpusFile,
  old: FileStore | null,
  sameAnalysis: boolean,
): Order {
  return {
    read: async () => state.read.get(file.id) ?? (await readArticle(join(options.corpus, file.file))),
    old: async () => (await old?.draft(file.id)) ?? null,
    sameAnalysis,
  };
}

/** The segments with only those articles live whose text is still the corpus's. */
function withoutDropped(manifest: Manifest, state: CorpusState): SegmentEntry[] {
  const hashBefore = new Map(manifest.corpus.map(({ id, hash }) => [id, hash]));
  const same = new Set(state.files.filter(({ id, hash }) => hashBefore.get(id) === hash).map(({ id }) => id));
  return manifest.segments.map((segment) => ({
    ...segment,
    live: segment.live.filter((id) => same.has(id)),
  }));
}

async function loadOrNull(folder: string, manifest: Manifest): Promise<FileStore | null> {
  return FileStore.load(folder, manifest).catch(() => null);
}

function isCurrent(manifest: Manifest, state: CorpusState, options: RefreshOptions): boolean {
  return (
    sameModel(manifest, options) &&
    manifest.analysis === analysisVersion() &&
    JSON.stringify(manifest.corpus) === JSON.stringify(state.files)
  );
}

function sameModel(manifest: Manifest, { model }: RefreshOptions): boolean {
  return manifest.model.name === model.name && manifest.model.hash === model.hash;
}

function liveCount(segments: readonly SegmentEntry[]): number {
  return segments.reduce((sum, segment) => sum + segment.live.length, 0);
}

function deadShare(segments: readonly SegmentEntry[]): number {
  const all = segments.reduce((sum, segment) => sum + segment.articles, 0);
  return all === 0 ? 0 : 1 - liveCount(segments) / all;
}

/** Deletes segments that neither the new manifest nor the one before names: a reader may still load the latter. */
async function removeUnnamed(index: string, named: readonly SegmentEntry[]): Promise<void> {
  const keep = new Set(named.map(({ name }) => name));
  for (const name of await readdir(join(index, 'segments'))) {
    if (!keep.has(name)) await rm(join(index, 'segments', name), { recursive: true, force: true });
  }
}

function reportOf(manifest: Manifest, state: CorpusState, added: number, dropped: number): RefreshReport {
  const passages = manifest.segments.reduce((sum, segment) => sum + segment.passages, 0);
  return { articles: state.files.length, passages, added, dropped, problems: state.problems };
}
