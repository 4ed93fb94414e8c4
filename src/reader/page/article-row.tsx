import { memo } from 'react';
import { anchorOf, fullName, type ReaderArticle } from '../reader-article.ts';
import type { Piece, Row } from '../rows.ts';
import { confidenceWords, KIND_LABEL, POLARITY_LABEL, shortName } from '../words.ts';
import { Badge, speakerClass } from './badge.tsx';
import { type Filter, shows } from './kinds.tsx';

interface ArticleRowProps {
  readonly article: ReaderArticle;
  readonly row: Row;
  readonly filter: Filter;
  /** Index of the quotation that is marked here. */
  readonly chosen: number | null;
  /** Whether the paragraph itself is marked. */
  readonly isPinned: boolean;
}

/** A paragraph with its number, its words and who speaks in it. */
export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { article, row, chosen, isPinned } = props;
  const { paragraph } = row;
  const anchor = anchorOf(paragraph);
  const name = paragraph.n === null ? 'Pull quote' : `Paragraph ${paragraph.n}`;
  const classes = [
    'row',
    paragraph.n === null ? 'is-pull' : '',
    chosen !== null || isPinned ? 'is-marked' : '',
  ];
  return (
    <div id={anchor} className={classes.filter(Boolean).join(' ')} data-row={row.index}>
      <a className="number" href={`#${anchor}`} aria-label={name}>
        {paragraph.n === null ? '❝' : paragraph.n}
      </a>
      {paragraph.n === null ? (
        <blockquote className="words">
          <p>
            <Pieces {...props} />
          </p>
        </blockquote>
      ) : (
        <p className="words">
          <Pieces {...props} />
        </p>
      )}
      {row.begins.length + row.goesOn.length > 0 && (
        <ul className="notes" aria-label={`Who speaks in ${name.toLowerCase()}`}>
          {row.goesOn.map((index) => (
            <Note key={index} article={article} index={index} filter={props.filter} chosen={chosen} goesOn />
          ))}
          {row.begins.map((index) => (
            <Note key={index} article={article} index={index} filter={props.filter} chosen={chosen} />
          ))}
        </ul>
      )}
    </div>
  );
});

function Pieces({ article, row, filter, chosen }: ArticleRowProps) {
  return row.pieces.map((piece) => (
    <PieceOfText key={piece.start} article={article} piece={piece} filter={filter} chosen={chosen} />
  ));
}

interface PieceProps {
  readonly article: ReaderArticle;
  readonly piece: Piece;
  readonly filter: Filter;
  readonly chosen: number | null;
}

function PieceOfText({ article, piece, filter, chosen }: PieceProps) {
  const text = article.text.slice(piece.start, piece.end);
  const words =
    piece.mention === null ? text : <MentionLink article={article} index={piece.mention} text={text} />;
  const quotation = piece.quotation === null ? undefined : article.quotations[piece.quotation];
  if (!quotation) return piece.isCue ? <span className="cue">{words}</span> : words;
  const speaker = article.speakers[quotation.speaker];
  const classes = [
    'said',
    `is-${quotation.kind}`,
    speakerClass(speaker, quotation.speaker),
    shows(filter, quotation) ? '' : 'is-back',
    piece.quotation === chosen ? 'is-chosen' : '',
    piece.isOwn ? 'is-own' : '',
  ];
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      data-do="card"
      data-quotation={piece.quotation}
      data-label={piece.labelled ? speaker?.monogram : undefined}
    >
      {words}
    </span>
  );
}

/** The phrase that names the speaker. A link to where the name stands, which works without a script. */
function MentionLink({ article, index, text }: { article: ReaderArticle; index: number; text: string }) {
  const quotation = article.quotations[index];
  const place = quotation?.mention?.antecedent?.paragraph ?? quotation?.paragraph ?? null;
  if (!quotation) return text;
  return (
    <a
      className={`phrase ${speakerClass(article.speakers[quotation.speaker], quotation.speaker)}`}
      href={`#p${place}`}
      aria-haspopup="dialog"
      data-do="card"
      data-mention={index}
      data-quotation={index}
    >
      {text}
    </a>
  );
}

interface NoteProps {
  readonly article: ReaderArticle;
  readonly index: number;
  readonly filter: Filter;
  readonly chosen: number | null;
  /** It began in a paragraph before. */
  readonly goesOn?: boolean;
}

/** A line in the margin: who speaks and how, a button for more, and one that copies it. */
function Note({ article, index, filter, chosen, goesOn = false }: NoteProps) {
  const quotation = article.quotations[index];
  const speaker = quotation && article.speakers[quotation.speaker];
  if (!quotation || !speaker) return null;
  const classes = ['note', shows(filter, quotation) ? '' : 'is-back', index === chosen ? 'is-chosen' : ''];
  const unsure = confidenceWords({ confidence: quotation.confidence, speaker }).level === 'low';
  const how = [
    goesOn ? 'goes on' : KIND_LABEL[quotation.kind],
    POLARITY_LABEL[quotation.polarity],
    unsure ? 'not certain' : '',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')} aria-current={index === chosen ? 'true' : undefined}>
      <button type="button" className="who" data-do="card" data-quotation={index} aria-haspopup="dialog">
        <Badge speaker={speaker} index={quotation.speaker} />
        <span className="who-name" title={fullName(speaker)}>
          {shortName(speaker)}
        </span>{' '}
        <span className="how">{how.filter(Boolean).join(', ')}</span>
      </button>
      {quotation.pullQuoteOf !== null && <ParentLink article={article} id={quotation.pullQuoteOf} />}
      {!goesOn && (
        <button
          type="button"
          className="copy"
          data-do="copy"
          data-quotation={index}
          aria-label={`Copy ${shortName(speaker)}’s words with their source`}
        >
          Copy
        </button>
      )}
    </li>
  );
}

/** A pull quote leads to the quotation that it repeats, and is no second source. */
function ParentLink({ article, id }: { readonly article: ReaderArticle; readonly id: string }) {
  const parent = article.quotations.findIndex((quotation) => quotation.id === id);
  const place = article.quotations[parent]?.paragraph;
  if (place === undefined || place === null) return null;
  return (
    <a className="parent" href={`#p${place}`} data-do="go" data-quotation={parent}>
      repeats ¶{place}
    </a>
  );
}
