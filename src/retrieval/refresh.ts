import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CorpusFile,
  type CorpusState,
  readScanned,
  scanChanged,
  scanCorpus,
} from '../article/corpus.ts';
import type { ArticleProblem } from '../article/problem.ts';
import { type BuildLock, lockIndex } from './build-lock.ts';
import { makeDrafts, type Order } from './drafts.ts';
import type { Embedder } from './embedder.ts';
import { FileStore } from './file-store.ts';
import {
  analysisVersion,
  checkSegment,
  IndexDamaged,
  type Manifest,
  readManifest,
  type SegmentEntry,
  writeManifest,
} from './index-format.ts';
import { holds, liveCount, withoutDropped } from './live-articles.ts';
import { segmentsToMerge } from './merging.ts';
import type { ModelIdentity } from './model-folder.ts';
import { type Draft, writeSegment } from './segment-writer.ts';

export interface RefreshOptions {
  readonly corpus: string;
  /** Whether the corpus folder may be made later; there is nothing in it then. */
  readonly mayBeMissing?: boolean;
  readonly index: string;
  readonly model: ModelIdentity;
  /** Read every file of the index and build again what is damaged, instead of only what loading would notice. */
  readonly verify?: boolean;
  /** Only these files of the corpus are looked at; what else changed is found the next time. */
  readonly changed?: readonly string[];
  /** An opened state of this index: segments that stay are taken over from it. */
  readonly opened?: FileStore;
  /** Called only when something has to be embedded, and once: a model takes half a second and 200 MB. */
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
  return (await refresh(options)).report;
}

/** Refreshes the index and loads it. What is damaged is built again from the articles, once, and said. */
export async function openFileStore(
  options: RefreshOptions,
): Promise<{ store: FileStore; report: RefreshReport }> {
  const { report, manifest } = await refresh(options);
  // Twice: between the manifest and its files another process may have put a new index in their place.
  const store = (await loadIfWhole(options, manifest)) ?? (await loadIfWhole(options));
  if (store) return { store, report };
  const mended = await refresh({ ...options, verify: true });
  return { report: mended.report, store: await FileStore.load(options.index, mended.manifest) };
}

interface Refreshed {
  readonly report: RefreshReport;
  readonly manifest: Manifest;
}

async function refresh(given: RefreshOptions): Promise<Refreshed> {
  let loading: Promise<Embedder> | null = null;
  const options = { ...given, embedder: () => (loading ??= given.embedder()) };
  const before = await readManifest(options.index);
  const state = await scan(options, before);
  if (before && (await isDone(before, state, options))) return done(before, state);
  const lock = await lockIndex(options.index, () =>
    options.onNotice?.('another process is building this index: waiting for it'),
  );
  try {
    return await buildLocked(options, lock, { before, state });
  } finally {
    await lock.release();
  }
}

function scan({ corpus, changed }: RefreshOptions, before: Manifest | null): Promise<CorpusState> {
  return before && changed
    ? scanChanged(corpus, before.corpus, changed)
    : scanCorpus(corpus, before?.corpus ?? []);
}

function done(manifest: Manifest, state: CorpusState): Refreshed {
  return { manifest, report: reportOf(manifest, state, 0, 0) };
}

async function loadIfWhole(
  { index, opened }: RefreshOptions,
  known: Manifest | null = null,
): Promise<FileStore | null> {
  const manifest = known ?? (await readManifest(index));
  if (!manifest) return null;
  try {
    return await FileStore.load(index, manifest, { ...(opened && { opened }) });
  } catch (error) {
    if (error instanceof IndexDamaged) return null;
    throw error;
  }
}

/** What was found before the lock was there. */
interface Found {
  readonly before: Manifest | null;
  readonly state: CorpusState;
}

/** The part under the lock. What another process did meanwhile is seen, and not done again. */
async function buildLocked(options: RefreshOptions, lock: BuildLock, found: Found): Promise<Refreshed> {
  const { index, model, onNotice } = options;
  const before = await readManifest(index);
  const state = before && before === found.before ? found.state : await scan(options, before);
  if (before && (await isDone(before, state, options))) return done(before, state);
  const usable = before && sameModel(before, options) ? before : null;
  if (before && !usable) onNotice?.('the embedding model changed: building the index again');
  if (!before && existsSync(join(index, 'manifest.json')))
    onNotice?.('the index on the disk is damaged or of another version: building it again');
  const { store: old, kept } = usable ? await openWhole(options, usable, state) : { store: null, kept: [] };
  try {
    const dimension = usable && kept.length > 0 ? usable.dimension : (await options.embedder()).dimension;
    const sameAnalysis = usable?.analysis === analysisVersion();
    const missing = missingOf(state, kept, usable);
    const segments = await writeMissing(options, state, { kept, missing, old, sameAnalysis, dimension });
    const manifest: Manifest = {
      model: { name: model.name, hash: model.hash },
      dimension,
      analysis: analysisVersion(),
      corpus: state.files,
      segments,
    };
    lock.check();
    await writeManifest(index, manifest);
    await removeUnnamed(index, [...segments, ...(before?.segments ?? [])]);
    const same = liveCount(kept);
    const dropped = liveCount(before?.segments ?? []) - same;
    return { manifest, report: reportOf(manifest, state, state.files.length - same, dropped) };
  } finally {
    await old?.close();
  }
}

/** Those segments of an index that are whole, with only the articles live that the corpus still has. */
async function openWhole(
  { index, verify, opened, onNotice }: RefreshOptions,
  manifest: Manifest,
  state: CorpusState,
): Promise<{ store: FileStore; kept: SegmentEntry[] }> {
  const damaged = verify ? await damagedSegments(index, manifest) : new Set<string>();
  const segments = withoutDropped(manifest, state).filter(({ name }) => !damaged.has(name));
  const store = await FileStore.load(
    index,
    { ...manifest, segments },
    { onDamaged: ({ name }) => damaged.add(name), ...(opened && !verify && { opened }) },
  );
  if (damaged.size > 0) onNotice?.('the index on the disk is damaged: building it again from the articles');
  return { store, kept: segments.filter(({ name }) => !damaged.has(name)) };
}

/** Names of the segments of which a file is not what its seal says, or that cannot be loaded. */
async function damagedSegments(index: string, manifest: Manifest): Promise<Set<string>> {
  const damaged = new Set<string>();
  for (const entry of manifest.segments) {
    await checkSegment(join(index, 'segments'), entry).catch(() => damaged.add(entry.name));
  }
  const segments = manifest.segments.filter(({ name }) => !damaged.has(name));
  const onDamaged = ({ name }: SegmentEntry): unknown => damaged.add(name);
  await (await FileStore.load(index, { ...manifest, segments }, { onDamaged })).close();
  return damaged;
}

/** The files that no segment that is kept has. */
function missingOf(
  { files, read }: CorpusState,
  kept: readonly SegmentEntry[],
  before: Manifest | null,
): CorpusFile[] {
  // An index holds its whole corpus: while all of its segments stay as they are, only what was read may be missing.
  const allStay =
    before?.segments.length === kept.length && kept.every((segment, at) => segment === before.segments[at]);
  return files.filter(({ id }) => (!allStay || read.has(id)) && !holds(kept, id));
}

interface Plan {
  readonly kept: readonly SegmentEntry[];
  readonly missing: readonly CorpusFile[];
  readonly old: FileStore | null;
  readonly sameAnalysis: boolean;
  readonly dimension: number;
}

/** The segments of the new index: those that stay, and one with everything else. */
async function writeMissing(
  options: RefreshOptions,
  state: CorpusState,
  { kept, missing, old, sameAnalysis, dimension }: Plan,
): Promise<SegmentEntry[]> {
  const rewritten = new Set(sameAnalysis ? segmentsToMerge(kept, missing.length > 0) : kept);
  const staying = kept.filter((segment) => !rewritten.has(segment) && segment.live.length > 0);
  const toWrite = rewritten.size === 0 ? missing : state.files.filter(({ id }) => !holds(staying, id));
  if (toWrite.length === 0) return staying;
  // What is missing is nowhere to be taken from.
  const from = rewritten.size === 0 ? null : old;
  const orders = toWrite.map((file) => orderFor(options, file, from, sameAnalysis));
  const drafts = makeDrafts(orders, options.embedder, options.onProgress);
  const name = `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
  return [...staying, await writeSegment(join(options.index, 'segments'), name, dimension, drafts)];
}

function orderFor(
  options: RefreshOptions,
  file: CorpusFile,
  old: FileStore | null,
  sameAnalysis: boolean,
): Order {
  return {
    read: () => readScanned(options.corpus, file),
    old: () => oldDraft(old, file.id),
    sameAnalysis,
  };
}

/** A record that turns out to be damaged is made again like one that is not there. */
async function oldDraft(old: FileStore | null, id: string): Promise<Draft | null> {
  try {
    return (await old?.draft(id)) ?? null;
  } catch (error) {
    if (error instanceof IndexDamaged) return null;
    throw error;
  }
}

/** Whether there is nothing to do. With `verify` every file of the index is read for that. */
async function isDone(manifest: Manifest, state: CorpusState, options: RefreshOptions): Promise<boolean> {
  if (!isCurrent(manifest, state, options)) return false;
  return !options.verify || (await damagedSegments(options.index, manifest)).size === 0;
}

function isCurrent(manifest: Manifest, state: CorpusState, options: RefreshOptions): boolean {
  return (
    sameModel(manifest, options) &&
    manifest.analysis === analysisVersion() &&
    manifest.corpus.length === state.files.length &&
    manifest.corpus.every((file, at) => isSameFile(file, state.files[at]))
  );
}

function isSameFile(before: CorpusFile, now: CorpusFile | undefined): boolean {
  if (before === now) return true;
  return (
    before.file === now?.file &&
    before.size === now.size &&
    before.changed === now.changed &&
    before.id === now.id &&
    before.hash === now.hash
  );
}

function sameModel(manifest: Manifest, { model }: RefreshOptions): boolean {
  return manifest.model.name === model.name && manifest.model.hash === model.hash;
}

/**
 * Deletes segments that neither the new manifest nor the one before names (a reader may still load the latter),
 * and what a killed builder left.
 */
async function removeUnnamed(index: string, named: readonly SegmentEntry[]): Promise<void> {
  const keep = new Set(named.map(({ name }) => name));
  for (const name of await readdir(join(index, 'segments'))) {
    if (!keep.has(name)) await rm(join(index, 'segments', name), { recursive: true, force: true });
  }
  for (const name of await readdir(index)) {
    if (name.endsWith('.tmp')) await rm(join(index, name), { force: true });
  }
}

function reportOf(manifest: Manifest, state: CorpusState, added: number, dropped: number): RefreshReport {
  let passages = 0;
  for (const { live } of manifest.segments) for (const article of live) passages += article.passages;
  return { articles: state.files.length, passages, added, dropped, problems: state.problems };
}
