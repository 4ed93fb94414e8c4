import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { passageUrl } from '../../rendering/source-link.ts';
import { COPY_FORMATS, type CopyFormat, FORMAT_LABEL, quotedWords } from '../citation-text.ts';
import { fullName, type ReaderArticle, type ReaderFocus, type ReaderQuotation } from '../reader-article.ts';
import {
  confidenceWords,
  FORM_WORDS,
  KIND_LABEL,
  KIND_MEANING,
  POLARITY_LABEL,
  ruleWords,
  SPEAKER_KIND,
} from '../words.ts';
import { Badge } from './badge.tsx';
import { placeBeside } from './floating.ts';

interface QuotationCardProps {
  readonly article: ReaderArticle;
  readonly index: number;
  /** What was pressed to open it; the focus goes back there. */
  readonly from: HTMLElement;
  readonly linkTo: ((focus: ReaderFocus) => string) | undefined;
  readonly onCopy: (format: CopyFormat) => void;
  readonly onGo: (quotation: number) => void;
  readonly onFilter: (speaker: number) => void;
  readonly onClose: () => void;
}

/** Everything about one quotation: who, how it is known and how surely, and buttons that copy it. */
export function QuotationCard(props: QuotationCardProps) {
  const { article, index, from, onClose } = props;
  const card = useRef<HTMLDivElement>(null);
  const title = useId();
  const quotation = article.quotations[index];
  const speaker = quotation && article.speakers[quotation.speaker];

  useLayoutEffect(() => {
    const { current } = card;
    if (!current) return;
    current.showPopover();
    placeBeside(current, from);
    current.focus({ preventScroll: true });
    return () => {
      const hadFocus = current.contains(document.activeElement);
      current.hidePopover();
      if (hadFocus) from.focus({ preventScroll: true });
    };
  }, [from]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isLeaving = event.key === 'Tab' && card.current && isAtEdge(card.current, event.shiftKey);
      if (event.key !== 'Escape' && !isLeaving) return;
      event.preventDefault();
      onClose();
    };
    const onPointer = ({ target }: Event): void => {
      const isInside = target instanceof Node && (card.current?.contains(target) || from.contains(target));
      if (!isInside) onClose();
    };
    const onFocus = ({ target }: Event): void => {
      if (target instanceof Node && !card.current?.contains(target) && target !== from) onClose();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onFocus);
    };
  }, [from, onClose]);

  if (!quotation || !speaker) return null;
  const sure = confidenceWords({ confidence: quotation.confidence, speaker });
  return (
    <div ref={card} className="card" role="dialog" aria-labelledby={title} tabIndex={-1} popover="manual">
      <div className="card-head">
        <Badge speaker={speaker} index={quotation.speaker} />
        <p id={title} className="card-name">
          {fullName(speaker)}
        </p>
        <button type="button" className="close" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      <p className="hidden">{quotedWords(article, quotation)}</p>
      {speaker.role !== null && <p className="card-role">{speaker.role}</p>}
      {speaker.kind !== 'person' && <p className="card-role">{SPEAKER_KIND[speaker.kind]}</p>}
      <p className={`sure is-${sure.level}`} title={sure.meaning}>
        {sure.label}. <span>{sure.meaning}</span>
      </p>
      <Facts article={article} quotation={quotation} />
      <p className="card-copy">
        <span>Copy with its source:</span>
        {COPY_FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => props.onCopy(format)}>
            {FORMAT_LABEL[format]}
          </button>
        ))}
      </p>
      <Links {...props} quotation={quotation} />
    </div>
  );
}

/** Whether the next press of Tab would leave the card, for an end of the page that nobody is reading. */
function isAtEdge(card: HTMLElement, backwards: boolean): boolean {
  const inside = [...card.querySelectorAll<HTMLElement>('button, a[href]')];
  const { activeElement } = document;
  if (backwards) return activeElement === card || activeElement === inside[0];
  return activeElement === inside.at(-1);
}

function Facts({
  article,
  quotation,
}: {
  readonly article: ReaderArticle;
  readonly quotation: ReaderQuotation;
}) {
  const { kind, polarity, cue, addressee, via, mention, pullQuoteOf, paragraph } = quotation;
  const place = paragraph === null ? 'Pull quote' : `¶${paragraph}`;
  return (
    <dl>
      <Fact name="Where">{place}</Fact>
      <Fact name="Speech">
        {KIND_LABEL[kind]}: {KIND_MEANING[kind]}
      </Fact>
      {polarity !== 'said' && <Fact name="Sense">{POLARITY_LABEL[polarity]}</Fact>}
      {pullQuoteOf === null && cue && <Fact name="Cue">“{article.text.slice(cue.start, cue.end)}”</Fact>}
      {mention && (
        <Fact name="Called">
          “{article.text.slice(mention.start, mention.end)}”, {FORM_WORDS[mention.form]}
          {mention.antecedent?.paragraph != null && `; last named in ¶${mention.antecedent.paragraph}`}
        </Fact>
      )}
      {addressee !== null && <Fact name="Told to">{addressee}</Fact>}
      {via !== null && <Fact name="Passed on by">{via}</Fact>}
      <Fact name="Found by">{ruleWords(quotation)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Links({
  article,
  quotation,
  linkTo,
  onGo,
  onFilter,
}: QuotationCardProps & { readonly quotation: ReaderQuotation }) {
  const { source } = article;
  const [first] = quotation.spans;
  const parent = article.quotations.findIndex(({ id }) => id === quotation.pullQuoteOf);
  return (
    <p className="card-links">
      {parent >= 0 && (
        <button type="button" onClick={() => onGo(parent)}>
          Go to ¶{article.quotations[parent]?.paragraph}, which it repeats
        </button>
      )}
      <button type="button" onClick={() => onFilter(quotation.speaker)}>
        All from this speaker
      </button>
      {linkTo && <a href={linkTo({ quotation: quotation.id })}>Link to this quotation</a>}
      {source?.leadsTo === 'article' && first && (
        <a href={passageUrl(source, article, first)} rel="noopener noreferrer external" target="_blank">
          At {source.host}
        </a>
      )}
    </p>
  );
}
