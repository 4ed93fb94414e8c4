import { useEffect, useRef } from 'react';
import { fullName, type ReaderArticle, type ReaderSpeaker } from '../reader-article.ts';
import { KIND_LABEL, SPEAKER_KIND } from '../words.ts';
import { Badge } from './badge.tsx';
import { EVERYTHING, type Filter } from './kinds.tsx';

interface SpeakersProps {
  readonly article: ReaderArticle;
  readonly filter: Filter;
  /** Index of the quotation that is marked. */
  readonly chosen: number | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onGo: (quotation: number) => void;
  readonly level: 1 | 2;
}

/** Everybody who is quoted, with role and counts; one can be followed alone through the article. */
export function Speakers({ article, filter, chosen, onFilter, onGo, level }: SpeakersProps) {
  const { speakers } = article;
  const list = useRef<HTMLOListElement>(null);
  // On a narrow page the speakers stand side by side, the chosen one grows and may reach beyond the edge.
  useEffect(() => {
    const item = filter.speaker === null ? null : list.current?.children[filter.speaker];
    item?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [filter.speaker]);
  const Heading = level === 1 ? 'h2' : 'h3';
  if (speakers.length === 0) return <p className="nobody">Nobody is quoted in this article.</p>;
  return (
    <section className="speakers">
      <div className="speakers-head">
        <Heading>Who speaks</Heading>
        {(filter.speaker !== null || filter.kind !== null) && (
          <button type="button" className="all" onClick={() => onFilter(EVERYTHING)}>
            Show all
          </button>
        )}
      </div>
      <ol ref={list}>
        {speakers.map((speaker, index) => (
          <li key={`${speaker.kind} ${speaker.name}`} data-on={filter.speaker === index || undefined}>
            <button
              type="button"
              className="speaker"
              aria-pressed={filter.speaker === index}
              onClick={() => onFilter({ ...filter, speaker: filter.speaker === index ? null : index })}
            >
              <Badge speaker={speaker} index={index} />
              <span className="speaker-name">{fullName(speaker)}</span>
              <span className="speaker-count">{totalOf(speaker)}</span>
            </button>
            <p className="speaker-about">
              {aboutOf(speaker)}
              <span className="speaker-counts">{countsOf(speaker)}</span>
            </p>
            {filter.speaker === index && (
              <Steps article={article} speaker={index} chosen={chosen} onGo={onGo} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function aboutOf({ role, kind }: ReaderSpeaker): string {
  return role ?? (kind === 'person' ? '' : SPEAKER_KIND[kind]);
}

function totalOf({ counts }: ReaderSpeaker): number {
  return counts.direct + counts.mixed + counts.indirect;
}

function countsOf({ counts }: ReaderSpeaker): string {
  return (['direct', 'mixed', 'indirect'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${KIND_LABEL[kind]}`)
    .join(', ');
}

interface StepsProps {
  readonly article: ReaderArticle;
  readonly speaker: number;
  readonly chosen: number | null;
  readonly onGo: (quotation: number) => void;
}

/** From one quotation of a speaker to the next. */
function Steps({ article, speaker, chosen, onGo }: StepsProps) {
  const own = article.quotations.flatMap((quotation, index) =>
    quotation.speaker === speaker && quotation.pullQuoteOf === null ? [index] : [],
  );
  const at = chosen === null ? -1 : own.indexOf(chosen);
  const step = (by: number): void => {
    const to = own[(at < 0 && by < 0 ? own.length : at) + by];
    if (to !== undefined) onGo(to);
  };
  return (
    <p className="steps">
      <button type="button" onClick={() => step(-1)} disabled={at === 0}>
        ‹ Previous
      </button>
      <span aria-live="polite">{at < 0 ? `${own.length} in all` : `${at + 1} of ${own.length}`}</span>
      <button type="button" onClick={() => step(1)} disabled={at === own.length - 1}>
        Next ›
      </button>
    </p>
  );
}
