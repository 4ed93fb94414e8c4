import type { Article, Paragraph } from '../article/article.ts';
import { words } from '../article/words.ts';
import type { Quotation } from './quotation.ts';

/**
 * A quotation for each pull quote of the article, linked to the one whose words it repeats: same kind, same
 * speaker, never a second source.
 */
export function linkPullQuotes(article: Article, quotations: readonly Quotation[]): Quotation[] {
  const pulled = article.paragraphs.filter((paragraph) => paragraph.pullQuote);
  if (pulled.length === 0) return [];
  const contents = quotations.map((quotation) => ({ quotation, forms: formsOf(article, quotation) }));
  return pulled.flatMap((paragraph) => {
    const lifted = liftedText(article, paragraph);
    const key = ` ${words(article.text.slice(lifted.start, lifted.end))
      .map((word) => word.form)
      .join(' ')} `;
    const marked = contents.find(
      ({ quotation, forms }) => quotation.kind !== 'indirect' && forms.includes(key),
    );
    const parent = marked ?? contents.find(({ forms }) => forms.includes(key));
    if (!parent) return [];
    return [
      {
        ...parent.quotation,
        id: `${article.id}:${lifted.start}`,
        paragraph: null,
        spans: [lifted],
        pullQuoteOf: parent.quotation.id,
        rule: 'pull-quote',
      },
    ];
  });
}

function formsOf(article: Article, quotation: Quotation): string {
  const forms = quotation.spans.flatMap((span) => words(article.text.slice(span.start, span.end)));
  return ` ${forms.map((word) => word.form).join(' ')} `;
}

/** The words of the pull quote without marks, quote sign or signature. */
function liftedText(article: Article, paragraph: Paragraph): { start: number; end: number } {
  const shown = article.text.slice(paragraph.start, paragraph.end);
  const head = /^(?:>\s*)?["“‘']?\s*/u.exec(shown)?.[0].length ?? 0;
  const signature = /\s*[—–-]\s*[^—–\n]{2,60}$/u.exec(shown);
  const body =
    signature && /["”’.!?]\s*$/u.test(shown.slice(0, signature.index)) ? signature.index : shown.length;
  const tail = /\s*["”’']?\s*$/u.exec(shown.slice(0, body))?.[0].length ?? 0;
  const end = paragraph.start + body - tail;
  const start = paragraph.start + head;
  return end > start ? { start, end } : { start: paragraph.start, end: paragraph.end };
}
