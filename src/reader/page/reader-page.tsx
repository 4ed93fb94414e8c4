import { readerPath } from '../../rendering/reader-link.ts';
import { anchorOf, type ReaderArticle, type ReaderFocus } from '../reader-article.ts';
import { ArticleReader } from './article-reader.tsx';
import { Frame } from './frame.tsx';

interface ReaderPageProps {
  readonly article: ReaderArticle;
  readonly focus: ReaderFocus | null;
  /** The person went to a quotation or a paragraph. */
  readonly onFocus?: (focus: ReaderFocus) => void;
}

/** One article, as the served reader shows it. */
export function ReaderPage({ article, focus, onFocus }: ReaderPageProps) {
  return (
    <Frame isIndex={false}>
      <ArticleReader
        article={article}
        focus={focus}
        linkTo={(to) => addressOf(article, to)}
        {...(onFocus && { onFocus })}
      />
    </Frame>
  );
}

/** The address of a focus on the article's page, from the root of the server. */
export function addressOf(article: ReaderArticle, { quotation, paragraph }: ReaderFocus): string {
  if (quotation === undefined) return readerPath(article.id, { paragraph: paragraph ?? null });
  const found = article.quotations.find(({ id }) => id === quotation);
  const start = found?.spans[0]?.start ?? -1;
  const home = article.paragraphs.find((each) => each.start <= start && start < each.end);
  const path = readerPath(article.id, { quotation, paragraph: found?.paragraph ?? null });
  return found?.paragraph === null && home ? `${path}#${anchorOf(home)}` : path;
}
