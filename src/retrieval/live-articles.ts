import { extname } from 'node:path';
import type { CorpusFile, CorpusState } from '../article/corpus.ts';
import type { Manifest, SegmentEntry } from './index-format.ts';

/** Whether an article is a live one of these segments. */
export function holds(segments: readonly SegmentEntry[], id: string): boolean {
  return segments.some(({ live }) => idsOf(live).has(id));
}

const IDS = new WeakMap<SegmentEntry['live'], ReadonlySet<string>>();

/** Made once for a list: of most segments it stays the same from one state of an index to the next. */
function idsOf(live: SegmentEntry['live']): ReadonlySet<string> {
  const ids = IDS.get(live) ?? new Set(live.map(({ id }) => id));
  IDS.set(live, ids);
  return ids;
}

/** The segments with only those articles live whose file still says the same in the same format. */
export function withoutDropped(manifest: Manifest, state: CorpusState): SegmentEntry[] {
  const kindOf = ({ file, hash }: CorpusFile): string => `${hash}${extname(file).toLowerCase()}`;
  const gone = manifest.corpus.filter(notAmong(state.files));
  if (gone.length === 0) return [...manifest.segments];
  const now = new Map(state.files.map((file) => [file.id, file]));
  const isSame = (file: CorpusFile): boolean => {
    const other = now.get(file.id);
    return other !== undefined && kindOf(file) === kindOf(other);
  };
  const dropped = new Set(gone.filter((file) => !isSame(file)).map(({ id }) => id));
  return manifest.segments.map((segment) =>
    segment.live.some(({ id }) => dropped.has(id))
      ? { ...segment, live: segment.live.filter(({ id }) => !dropped.has(id)) }
      : segment,
  );
}

/**
 * Whether a file is another one than all of `files`, or one that was read anew. To be asked of files in the order of
 * their names, which `files` have too: a large corpus is walked through once.
 */
function notAmong(files: readonly CorpusFile[]): (file: CorpusFile) => boolean {
  let at = 0;
  return (file) => {
    while ((files[at]?.file ?? file.file) < file.file) at++;
    return files[at] !== file;
  };
}

/** How many articles count. */
export function liveCount(segments: readonly SegmentEntry[]): number {
  return segments.reduce((sum, segment) => sum + segment.live.length, 0);
}
