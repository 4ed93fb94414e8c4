import { isParticiple } from '../asides.ts';
import { WEEKDAYS } from '../lexicon/words.ts';
import type { Speaker } from '../quotation.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import type { Mention } from './mention.ts';

/** A description longer than this many tokens is cut back to its head phrase. */
const MAX_TOKENS = 24;

/**
 * The speaker that an unnamed phrase describes: its fullest form ("nurse who worked nights"), a slice of the
 * article without a leading article.
 */
export function descriptionOf(view: View, source: Source, mention: Mention): Speaker {
  const end = extended(view, source);
  const closing = view.tokens[end - 1];
  const name = view.article.text.slice(mention.span.start, closing?.end ?? mention.span.end);
  return { name, title: null, role: null, kind: kindOf(view, source, mention) };
}

/** With a relative clause or participle that belongs to the phrase: "a study published in May". */
function extended(view: View, source: Source): number {
  const { tokens } = view;
  const next = tokens[source.end];
  if (!next || next.quote >= 0) return source.end;
  const bridged =
    source.fullEnd > source.end || /^(?:to|by|from)$/.test(tokens[source.first - 1]?.lower ?? '');
  const according = view.tokens[source.first - 2]?.lower === 'according';
  const that = next.lower === 'that' && (according || source.fullEnd > source.end);
  const relative = that || (bridged && /^(?:who|which|whose|whom)$/.test(next.lower));
  const participle =
    next.tag === 'VERB' && isParticiple(next, tokens[source.end + 1]) && source.fullEnd > source.end;
  const governed = /^(?:to|by|from)$/.test(tokens[source.first - 1]?.lower ?? '');
  const reduced = governed && next.tag === 'VERB' && /(?:ed|en|wn)$/.test(next.lower);
  const adjective = next.tag === 'ADJ' && source.fullEnd > source.end;
  if (!relative && !participle && !adjective && !reduced) return source.end;
  let end = Math.max(source.fullEnd, source.end);
  // "a review completed last year, a copy of which was seen", "a person who works there, who asked not to be named": what a
  // comma sets off is left out.
  if (end > source.end) {
    const comma = tokens.findIndex(({ text }, at) => at > source.end && at < end && text === ',');
    if (comma > 0) end = comma;
  }
  if (end === source.end) {
    while (
      end < tokens.length &&
      !/^[,.;:!?]$/.test(tokens[end]?.text ?? '') &&
      (tokens[end]?.quote ?? -1) < 0
    )
      end++;
  }
  // "a document filed Thursday says"
  if (participle && WEEKDAYS.has(tokens[end]?.lower ?? '')) end++;
  return end - source.first > MAX_TOKENS ? source.end : end;
}

function kindOf(view: View, source: Source, mention: Mention): Speaker['kind'] {
  if (mention.kind === 'document') return 'document';
  if (mention.kind === 'organisation' && !mention.plural) return 'organisation';
  const joined = view.tokens.slice(source.first + 1, source.end - 1).some((token) => token.lower === 'and');
  return mention.plural && joined ? 'group' : 'unnamed';
}
