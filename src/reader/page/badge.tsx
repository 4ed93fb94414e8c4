import type { ReaderSpeaker } from '../reader-article.ts';

/** How many colours there are; further speakers take them again, with another edge. */
const COLOURS = 8;
const EDGES = 3;

/** The classes that give a speaker a colour and an edge; a style attribute would break the page's policy. */
export function speakerClass(speaker: ReaderSpeaker | undefined, index: number): string {
  if (!speaker || speaker.kind === 'unattributed') return 'of-nobody';
  return `of-${index % COLOURS} edge-${Math.floor(index / COLOURS) % EDGES}`;
}

/** The letters that stand for a speaker, in their colour. */
export function Badge({ speaker, index }: { readonly speaker: ReaderSpeaker; readonly index: number }) {
  return (
    <span className={`badge ${speakerClass(speaker, index)}`} aria-hidden="true">
      {speaker.monogram}
    </span>
  );
}
