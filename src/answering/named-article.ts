import { words } from '../article/words.ts';
import type { ArticleSummary } from '../retrieval/store.ts';
import { MAX_QUESTION } from './question-text.ts';
import { matchForm } from './word-forms.ts';

/** "in the Harbour Post piece", "in the story about the bell", "(the ferry article)". */
const NAMED =
  /[\s,(]*\b(?:in|from|of|per) (?:the |that |this |your )?(?:(?<before>[^,?.!‹›]{3,60}?) (?:article|piece|story|report)\b|(?:article|piece|story) (?:about|on|called|titled|entitled) (?<behind>[^,?!‹›]{3,80}))[\s,)]*/i;
/** Share of the phrase's words that outlet and title must have. */
const ENOUGH = 0.6;
const SMALL_WORDS = new Set('the a an of on in about and to for its their his her'.split(' '));

/**
 * The article that a question names by outlet or title, and the question without that phrase; null when it names
 * none, or more than one equally well.
 */
export function namedArticle(
  question: string,
  articles: readonly ArticleSummary[],
): { readonly articleId: string; readonly rest: string } | null {
  const short = question.slice(0, MAX_QUESTION).replace(/\s+/g, ' ');
  const match = NAMED.exec(short);
  const phrase = match?.groups?.before ?? match?.groups?.behind;
  if (!match || phrase === undefined) return null;
  const asked = words(phrase)
    .map(({ form }) => form)
    .filter((form) => !SMALL_WORDS.has(form))
    .map(matchForm);
  if (asked.length === 0) return null;
  const scored = articles
    .map(({ id, title, outlet }) => {
      const held = new Set(words(`${title} ${outlet ?? ''}`).map(({ form }) => matchForm(form)));
      return { id, share: asked.filter((form) => held.has(form)).length / asked.length };
    })
    .sort((a, b) => b.share - a.share);
  const [best, next] = scored;
  if (!best || best.share < ENOUGH || (next && next.share === best.share)) return null;
  const rest = `${short.slice(0, match.index)} ${short.slice(match.index + match[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
  return { articleId: best.id, rest };
}
