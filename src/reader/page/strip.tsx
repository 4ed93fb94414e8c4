import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import { fullName, type ReaderArticle } from '../reader-article.ts';
import { paragraphAt } from '../rows.ts';
import { counted, KIND_LABEL } from '../words.ts';
import { Badge } from './badge.tsx';
import type { Filter } from './kinds.tsx';
import { inView } from './places.ts';
import { LANE_HEIGHT, LANES, LENGTH, round, StripBars } from './strip-bars.tsx';

interface StripProps {
  readonly article: ReaderArticle;
  readonly body: RefObject<HTMLElement | null>;
  readonly filter: Filter;
  readonly chosen: number | null;
  readonly onGo: (quotation: number) => void;
  readonly onGoToParagraph: (n: number) => void;
}

/**
 * The whole length of the article on one line, a lane for each speaker: who speaks where. A click
 * goes there; with the keyboard it is a slider whose steps are the quotations.
 */
export function Strip({ article, body, filter, chosen, onGo, onGoToParagraph }: StripProps) {
  const [first, last] = boundsOf(article);
  const lanes = Math.min(article.speakers.length, LANES + 1);
  const height = lanes * LANE_HEIGHT;
  const scale = LENGTH / Math.max(1, last - first);
  const own = useMemo(() => ownQuotations(article), [article]);
  const at = chosen === null ? 0 : Math.max(0, own.indexOf(parentOf(article, chosen)));

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 10,
      PageDown: -10,
      Home: -own.length,
      End: own.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = own[Math.max(0, Math.min(own.length - 1, chosen === null && step === 1 ? 0 : at + step))];
    if (to !== undefined) onGo(to);
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const offset = first + ((event.clientX - box.left) / box.width) * (last - first);
    const lane = Math.floor(((event.clientY - box.top) / box.height) * lanes);
    const near = nearestIn(article, own, lane, offset, (last - first) * 0.015);
    if (near !== null) onGo(near);
    else onGoToParagraph(numberAt(article, offset));
  };
  return (
    <div className="strip">
      <div className="strip-names" aria-hidden="true">
        {article.speakers.slice(0, lanes).map((speaker, index) =>
          index < LANES ? (
            <Badge key={speaker.monogram} speaker={speaker} index={index} />
          ) : (
            <span key="more" className="badge of-nobody">
              +
            </span>
          ),
        )}
      </div>
      <div
        className={`strip-lanes lanes-${lanes}`}
        role="slider"
        tabIndex={0}
        aria-label="Quotations through the article"
        aria-valuemin={1}
        aria-valuemax={own.length}
        aria-valuenow={at + 1}
        aria-valuetext={describe(article, own, at)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <svg
          viewBox={`0 0 ${LENGTH} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {Array.from({ length: lanes }, (_, lane) => (
            <line
              key={article.speakers[lane]?.monogram}
              className="strip-line"
              x1={0}
              x2={LENGTH}
              y1={(lane + 0.5) * LANE_HEIGHT}
              y2={(lane + 0.5) * LANE_HEIGHT}
            />
          ))}
          <ReadingPlace article={article} body={body} first={first} scale={scale} height={height} />
          <StripBars article={article} filter={filter} chosen={chosen} first={first} scale={scale} />
        </svg>
      </div>
    </div>
  );
}

interface ReadingPlaceProps {
  readonly article: ReaderArticle;
  readonly body: RefObject<HTMLElement | null>;
  readonly first: number;
  readonly scale: number;
  readonly height: number;
}

/** Which part of the article is in view. */
function ReadingPlace({ article, body, first, scale, height }: ReadingPlaceProps) {
  const [seen, setSeen] = useState<readonly [number, number] | null>(null);
  useEffect(() => {
    let waiting = 0;
    const look = (): void => {
      waiting = 0;
      setSeen(body.current && rowsInView(body.current));
    };
    const soon = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(look);
    };
    soon();
    const options = { passive: true, capture: true };
    document.addEventListener('scroll', soon, options);
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(waiting);
      document.removeEventListener('scroll', soon, options);
      window.removeEventListener('resize', soon);
    };
  }, [body]);
  const start = seen && article.paragraphs[seen[0]]?.start;
  const end = seen && article.paragraphs[seen[1]]?.end;
  if (start === null || end === null || start === undefined || end === undefined) return null;
  const x = round((start - first) * scale);
  return <rect className="strip-view" x={x} width={round((end - start) * scale)} y={0} height={height} />;
}

/** First and last row that can be seen. What is not laid out yet is not asked for its place. */
function rowsInView(body: HTMLElement): readonly [number, number] | null {
  const seen = inView(body).flatMap(inView);
  const [first] = seen;
  const last = seen.at(-1);
  return first && last ? [Number(first.dataset.row), Number(last.dataset.row)] : null;
}

function boundsOf({ paragraphs, text }: ReaderArticle): readonly [number, number] {
  return [paragraphs[0]?.start ?? 0, paragraphs.at(-1)?.end ?? text.length];
}

/** The quotations that are no pull quotes: those repeat one. */
function ownQuotations({ quotations }: ReaderArticle): number[] {
  return quotations.flatMap(({ pullQuoteOf }, index) => (pullQuoteOf === null ? [index] : []));
}

function parentOf({ quotations }: ReaderArticle, index: number): number {
  const parent = quotations[index]?.pullQuoteOf;
  return parent ? quotations.findIndex(({ id }) => id === parent) : index;
}

function nearestIn(
  { quotations }: ReaderArticle,
  own: readonly number[],
  lane: number,
  offset: number,
  within: number,
): number | null {
  let best: number | null = null;
  let least = within;
  for (const index of own) {
    const quotation = quotations[index];
    if (!quotation || Math.min(quotation.speaker, LANES) !== lane) continue;
    for (const { start, end } of quotation.spans) {
      const away = Math.max(0, start - offset, offset - end);
      if (away >= least) continue;
      least = away;
      best = index;
    }
  }
  return best;
}

/** The number of the paragraph at an offset, or of the next that has one. */
function numberAt({ paragraphs }: ReaderArticle, offset: number): number {
  const at = paragraphAt(paragraphs, offset);
  return paragraphs.slice(at).find(({ n }) => n !== null)?.n ?? 1;
}

function describe(article: ReaderArticle, own: readonly number[], at: number): string {
  const quotation = article.quotations[own[at] ?? -1];
  const speaker = quotation && article.speakers[quotation.speaker];
  if (!quotation || !speaker) return counted(own.length, 'quotation');
  return `${at + 1} of ${own.length}: ${fullName(speaker)}, ${KIND_LABEL[quotation.kind]}, paragraph ${quotation.paragraph}`;
}
