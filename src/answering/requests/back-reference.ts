import type { Span } from '../../article/article.ts';
import type { StoredArticle } from '../../retrieval/store.ts';
import type { Citation, Place } from '../answer.ts';
import { citeQuotation, citeSentence, sharedLength } from '../citations.ts';
import { confirmText, factText, where, whoSaidText } from '../compose.ts';
import { quotationsAt } from '../places.ts';
import { type Reply, reply, type Turn } from '../turn.ts';

/** "who said that?", "where exactly?", "show me the context": about what the answer before cited first. */
export async function answerBackReference(turn: Turn): Promise<Reply> {
  const last = placeMeant(turn);
  const stored = last && (await turn.store.open(last.articleId));
  const cited = stored && last ? citeAgain(stored, last.spans) : null;
  if (!stored || !cited) {
    return reply({
      request: 'help',
      outcome: 'help',
      text: turn.memory.last
        ? 'The answer before shows no such passage. Ask “where?” or “who said that?” about what it shows.'
        : 'There is no answer before this one to refer to. Ask about the article first, for example “summary”.',
    });
  }
  const found = { request: 'who-said', outcome: 'answered', speaker: cited.speaker?.name ?? null } as const;
  const topic = turn.memory.topic;
  if (turn.understanding.followUp === 'who-said-that') {
    return reply({ ...found, topic, text: whoSaidText(cited), citations: [cited] });
  }
  if (turn.understanding.followUp === 'confirm') {
    const wasAnswered = turn.memory.answer?.answered ?? true;
    return wasAnswered
      ? reply({ ...found, topic, text: confirmText(cited, true), citations: [cited] })
      : reply({
          request: 'who-said',
          outcome: 'not-found',
          text: confirmText(cited, false),
          nearest: [cited],
        });
  }
  if (turn.understanding.followUp === 'nth')
    return reply({ ...found, topic, text: factText(cited), citations: [cited] });
  const outlet = stored.article.outlet ? ` (${stored.article.outlet})` : '';
  const place = `${where(cited) || 'A pull quote'} of ${stored.article.paragraphs.filter(({ n }) => n !== null).length} in “${stored.article.title}”${outlet}.`;
  if (turn.understanding.followUp === 'where')
    return reply({ ...found, topic, text: place, citations: [cited] });
  return reply({
    ...found,
    topic,
    text: `${place} These are the sentences around it.`,
    citations: [cited, ...around(stored, cited)],
  });
}

/** What the answer before cited first, or its nth passage where one is asked for. */
function placeMeant({ understanding, memory }: Turn): Place | null {
  const { nth } = understanding;
  if (nth === null) return memory.last;
  const shown = memory.answer?.shown ?? [];
  return shown.at(nth > 0 ? nth - 1 : nth) ?? null;
}

function citeAgain(stored: StoredArticle, spans: readonly Span[]): Citation | null {
  const [first] = spans;
  if (!first) return null;
  const [quotation] = quotationsAt(stored, first).sort(
    (a, b) => sharedLength(b.spans, first) - sharedLength(a.spans, first),
  );
  if (quotation) return citeQuotation(stored, quotation);
  const passage = stored.passages.find(({ start, end }) => start < first.end && end > first.start);
  return passage ? citeSentence(stored, passage, null) : null;
}

/** The sentences just before and just after what was cited. */
function around(stored: StoredArticle, cited: Citation): Citation[] {
  const start = Math.min(...cited.spans.map((span) => span.start));
  const end = Math.max(...cited.spans.map((span) => span.end));
  const before = stored.passages.filter((passage) => passage.end <= start).at(-1);
  const after = stored.passages.find((passage) => passage.start >= end);
  return [before, after]
    .filter((passage) => passage !== undefined)
    .map((passage) => citeSentence(stored, passage, quotationsAt(stored, passage)[0] ?? null));
}
