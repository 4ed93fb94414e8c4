import type { ReaderArticle } from '../reader-article.ts';
import { counted, dateWords } from '../words.ts';

/** Words that a person reads in a minute, silently, of a news text. */
const WORDS_A_MINUTE = 230;

/** Outlet, title, author, date, where it comes from, and what is in it. */
export function ArticleHead({ article, level }: { readonly article: ReaderArticle; readonly level: 1 | 2 }) {
  const { title, outlet, author, published, source, paragraphs, quotations, speakers, text } = article;
  const Heading = level === 1 ? 'h1' : 'h2';
  const numbered = paragraphs.filter(({ n }) => n !== null).length;
  const own = quotations.filter(({ pullQuoteOf }) => pullQuoteOf === null).length;
  const known = speakers.filter(({ kind }) => kind !== 'unattributed').length;
  const minutes = Math.max(1, Math.round((text.match(/\S+/gu)?.length ?? 0) / WORDS_A_MINUTE));
  const facts = [
    counted(numbered, 'paragraph'),
    counted(own, 'quotation'),
    counted(known, 'speaker'),
    `${counted(minutes, 'minute')} to read`,
  ];
  return (
    <header className="head">
      {outlet !== null && <p className="outlet">{outlet}</p>}
      <Heading className="title">{title}</Heading>
      {(author !== null || published !== null) && (
        <p className="byline">
          {author !== null && <>By {author}</>}
          {author !== null && published !== null && ' · '}
          {published !== null && dateWords(published)}
        </p>
      )}
      <p className="facts">
        <span>{facts.join(' · ')}</span>
        {source && (
          <a href={source.url} rel="noopener noreferrer external" target="_blank">
            {source.leadsTo === 'article' ? `Read it at ${source.host}` : `The outlet’s site, ${source.host}`}
          </a>
        )}
      </p>
    </header>
  );
}
