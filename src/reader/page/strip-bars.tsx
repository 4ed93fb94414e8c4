import { memo, useMemo } from 'react';
import type { QuotationKind } from '../../quotations/quotation.ts';
import type { ReaderArticle, ReaderQuotation } from '../reader-article.ts';
import { speakerClass } from './badge.tsx';
import { type Filter, shows } from './kinds.tsx';

/** Speakers with a lane of their own; the others share the last one. */
export const LANES = 6;
export const LANE_HEIGHT = 10;
/** The whole length of the article, in units of the drawing. */
export const LENGTH = 1000;
const SHORTEST = 3;
/** What is drawn later lies over the earlier: a direct quotation inside a reported one is seen. */
const LAYERS: readonly QuotationKind[] = ['indirect', 'mixed', 'direct'];

interface StripBarsProps {
  readonly article: ReaderArticle;
  readonly filter: Filter;
  readonly chosen: number | null;
  /** Offset at which the drawing begins. */
  readonly first: number;
  /** Units of the drawing for each code unit. */
  readonly scale: number;
}

/** Who speaks where: one path for each speaker and kind, however many quotations there are. */
export const StripBars = memo(function StripBars({ article, filter, chosen, first, scale }: StripBarsProps) {
  const bars = useMemo(() => barsOf(article, first, scale), [article, first, scale]);
  const marked = chosen === null ? undefined : article.quotations[chosen];
  return (
    <>
      {bars.map(({ sample, path }) => (
        <path
          key={`${sample.speaker} ${sample.kind}`}
          className={`${classesOf(article, sample)}${shows(filter, sample) ? '' : ' is-back'}`}
          d={path}
        />
      ))}
      {marked && (
        <path className={`${classesOf(article, marked)} is-chosen`} d={pathOf(marked, first, scale)} />
      )}
    </>
  );
});

interface Bars {
  /** Any of the quotations: all have its speaker and kind. */
  readonly sample: ReaderQuotation;
  readonly path: string;
}

function barsOf({ quotations }: ReaderArticle, first: number, scale: number): Bars[] {
  const groups = new Map<string, { sample: ReaderQuotation; path: string }>();
  for (const quotation of quotations) {
    const key = `${quotation.speaker} ${quotation.kind}`;
    const path = `${groups.get(key)?.path ?? ''}${pathOf(quotation, first, scale)}`;
    groups.set(key, { sample: quotation, path });
  }
  return [...groups.values()].toSorted(
    (left, right) => LAYERS.indexOf(left.sample.kind) - LAYERS.indexOf(right.sample.kind),
  );
}

function pathOf({ spans, speaker }: ReaderQuotation, first: number, scale: number): string {
  const top = Math.min(speaker, LANES) * LANE_HEIGHT + 1.5;
  return spans
    .map(({ start, end }) => {
      const width = round(Math.max(SHORTEST, (end - start) * scale));
      return `M${round((start - first) * scale)} ${top}h${width}v${LANE_HEIGHT - 3}h-${width}z`;
    })
    .join('');
}

function classesOf({ speakers }: ReaderArticle, { speaker, kind }: ReaderQuotation): string {
  return `bar is-${kind} ${speakerClass(speakers[speaker], speaker)}`;
}

/** To a hundredth: the drawing is no finer, and the page no longer. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
