import { type ReactNode, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { COPY_FORMATS, type CopyFormat, citationText, FORMAT_LABEL } from '../citation-text.ts';
import type { ReaderArticle, ReaderFocus } from '../reader-article.ts';
import { rowsOf } from '../rows.ts';
import { ArticleHead } from './article-head.tsx';
import { ArticleText } from './article-text.tsx';
import { copyToClipboard } from './clipboard.ts';
import { EVERYTHING, type Filter, Kinds } from './kinds.tsx';
import { MentionTip } from './mention-tip.tsx';
import { bringIntoView, quotationOf } from './places.ts';
import { QuotationCard } from './quotation-card.tsx';
import { Search } from './search.tsx';
import { Speakers } from './speakers.tsx';
import { Strip } from './strip.tsx';
import { useListener } from './use-listener.ts';

/**
 * The seam of the reader. Put `<ArticleReader article={…} focus={…} />` anywhere on a page whose
 * style sheet includes reader.css (build-page.ts appends it to the playground's too): it takes the
 * width of what is around it, narrow or wide, and asks for nothing else. `article` comes from
 * `readerArticle(stored)` in ../make-article.ts, made where the store is. To move it, hand it a new
 * `focus` object: the same quotation in a new object moves it again.
 */
export interface ArticleReaderProps {
  readonly article: ReaderArticle;
  /** What to scroll to and to mark; null: nothing. */
  readonly focus?: ReaderFocus | null;
  /** The person went to a quotation or a paragraph. */
  readonly onFocus?: (focus: ReaderFocus) => void;
  /** A quotation was copied. */
  readonly onCopy?: (copied: { readonly quotation: string; readonly format: CopyFormat }) => void;
  /** The address of a focus, where it has one. */
  readonly linkTo?: (focus: ReaderFocus) => string;
  /** 1 where the reader is the page; 2 where it stands on a page with a heading of its own. */
  readonly headingLevel?: 1 | 2;
  /** Stands above the speakers, in the same column. */
  readonly children?: ReactNode;
}

/** An article with who says what in it. */
export function ArticleReader(props: ArticleReaderProps) {
  const { article, focus = null, headingLevel = 1 } = props;
  const rows = useMemo(() => rowsOf(article), [article]);
  const [selected, setSelected] = useState<ReaderFocus | null>(focus);
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const [format, setFormat] = useState<CopyFormat>('plain');
  const [card, setCard] = useState<{ readonly quotation: number; readonly from: HTMLElement } | null>(null);
  const [said, setSaid] = useState({ text: '', time: 0 });
  const body = useRef<HTMLDivElement>(null);
  const chosen = quotationOf(article, selected);
  const pinned = chosen === null ? (selected?.paragraph ?? null) : null;

  const followed = useRef<ReaderFocus | null>(null);
  useEffect(() => {
    if (focus === null || followed.current === focus) return;
    followed.current = focus;
    setSelected(focus);
    setCard(null);
    bringIntoView(body.current, article, focus);
  }, [focus, article]);

  const go = (to: ReaderFocus): void => {
    setSelected(to);
    setCard(null);
    bringIntoView(body.current, article, to);
    props.onFocus?.(to);
  };
  const goToQuotation = (index: number): void => {
    const quotation = article.quotations[index];
    if (quotation) go({ quotation: quotation.id });
  };
  const choose = (next: Filter): void => startTransition(() => setFilter(next));
  const copy = async (index: number, as: CopyFormat): Promise<void> => {
    const quotation = article.quotations[index];
    if (!quotation) return;
    const copied = await copyToClipboard(citationText(article, quotation, as));
    const text = copied ? `Copied as ${FORMAT_LABEL[as]}.` : 'The browser did not let it be copied.';
    setSaid(({ time }) => ({ text, time: time + 1 }));
    if (copied) props.onCopy?.({ quotation: quotation.id, format: as });
  };
  const press = (target: Element): boolean => {
    const button = target.closest<HTMLElement>('[data-do]');
    const quotation = Number(button?.dataset.quotation);
    if (!button || !article.quotations[quotation]) return false;
    if (button.dataset.do === 'copy') void copy(quotation, format);
    else if (button.dataset.do === 'go') goToQuotation(quotation);
    else setCard(card?.quotation === quotation ? null : { quotation, from: button });
    return true;
  };
  useListener(body, 'click', (event) => {
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (event.target instanceof Element && !isSelecting && press(event.target)) event.preventDefault();
  });

  return (
    <div className="reader">
      <div className="reader-page">
        <ArticleHead article={article} level={headingLevel} />
        <div className="reader-tools">
          {article.quotations.length > 0 && (
            <Strip
              article={article}
              body={body}
              filter={filter}
              chosen={chosen}
              onGo={goToQuotation}
              onGoToParagraph={(paragraph) => go({ paragraph })}
            />
          )}
          <div className="reader-bar">
            <Search article={article} body={body} />
            <Kinds filter={filter} onFilter={choose} />
            <label className="reader-format">
              <span>Copy as</span>
              <select value={format} onChange={(event) => setFormat(readFormat(event.target.value))}>
                {COPY_FORMATS.map((each) => (
                  <option key={each} value={each}>
                    {FORMAT_LABEL[each]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </div>
        <div className="reader-columns">
          <aside className="reader-side" aria-label="Speakers">
            {props.children}
            <Speakers
              article={article}
              filter={filter}
              chosen={chosen}
              onFilter={choose}
              onGo={goToQuotation}
              level={headingLevel}
            />
          </aside>
          <div className="reader-body" ref={body}>
            <ArticleText
              article={article}
              rows={rows}
              body={body}
              filter={filter}
              chosen={chosen}
              pinned={pinned}
            />
          </div>
        </div>
      </div>
      <MentionTip article={article} body={body} />
      {card && (
        <QuotationCard
          key={card.quotation}
          article={article}
          index={card.quotation}
          from={card.from}
          linkTo={props.linkTo}
          onCopy={(as) => void copy(card.quotation, as)}
          onGo={goToQuotation}
          onFilter={(speaker) => choose({ ...EVERYTHING, speaker })}
          onClose={() => setCard(null)}
        />
      )}
      <p role="status" className="reader-said">
        {said.text !== '' && <span key={said.time}>{said.text}</span>}
      </p>
    </div>
  );
}

function readFormat(value: string): CopyFormat {
  return COPY_FORMATS.find((format) => format === value) ?? 'plain';
}
