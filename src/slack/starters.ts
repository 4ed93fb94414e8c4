import type { AnswerEngine } from '../answering/answer.ts';
import { slice } from '../article/article.ts';
import type { Quotation } from '../quotations/quotation.ts';
import type { StoredArticle } from '../retrieval/store.ts';

/** A question to begin with that the loaded article answers. */
export interface Starter {
  /** What it is good for, in a word or two. */
  readonly label: string;
  readonly text: string;
}

/** Questions drawn from the first article of the library; fewer where it quotes nobody. */
export async function starters(engine: AnswerEngine): Promise<Starter[]> {
  const [first] = await engine.articles();
  const stored = first ? await engine.open(first.id) : null;
  if (!stored) return [{ label: 'What it can do', text: 'help' }];
  const saying = shortSaying(stored);
  const most = mostQuoted(stored);
  const other = saying && named(stored).find((name) => name !== saying.speaker);
  return [
    ...(saying ? [{ label: 'Who said it?', text: `who said “${saying.words}”?` }] : []),
    ...(saying && other ? [{ label: 'Did they really?', text: `did ${other} say “${saying.words}”?` }] : []),
    ...(most ? [{ label: 'Everything they said', text: `quotes ${most}` }] : []),
    { label: 'Who is quoted', text: 'sources' },
    { label: 'The article in brief', text: 'summary in 3' },
  ];
}

/** The last direct quotation of a named person that begins with a short clause: conclusions come last. */
function shortSaying(stored: StoredArticle): { words: string; speaker: string } | null {
  for (const quotation of stored.quotations.toReversed()) {
    const speaker = lastName(quotation);
    const [span] = quotation.spans;
    if (quotation.kind !== 'direct' || quotation.pullQuoteOf !== null || !speaker || !span) continue;
    const clause = /^[^,.;:!?–—]+/u.exec(slice(stored.article, span))?.[0].trim() ?? '';
    const count = clause.split(/\s+/u).length;
    if (count >= 3 && count <= 7) return { words: clause, speaker };
  }
  return null;
}

function mostQuoted(stored: StoredArticle): string | null {
  const counts = new Map<string, number>();
  for (const quotation of stored.quotations) {
    const name = lastName(quotation);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function named({ quotations }: StoredArticle): string[] {
  return [...new Set(quotations.flatMap((quotation) => lastName(quotation) ?? []))];
}

/** People go by their last name, as in the article after the first mention. */
function lastName({ speaker }: Quotation): string | null {
  return speaker?.kind === 'person' ? (speaker.name.split(/\s+/u).at(-1) ?? null) : null;
}
