import { isRole } from '../lexicon/nouns.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Token } from '../sentence.ts';
import { type NameRun, nameText } from './names.ts';
import { roleBehind } from './roles.ts';

/** What the words around a name tell about its bearer. */
export interface Evidence {
  readonly title: string | null;
  readonly role: string | null;
  readonly person: boolean;
}

export const NO_EVIDENCE: Evidence = { title: null, role: null, person: false };

/** What stands around a name: titles and roles before it, an apposition behind it. */
export function evidenceFor(tokens: readonly Token[], run: NameRun, text: string): Evidence {
  const titleWords = run.titleFirst < run.first ? nameText(text, tokens, run.titleFirst, run.first) : null;
  const behind = roleBehind(tokens, run.end);
  const clause = behind ? text.slice(behind.start, behind.end) : null;
  const around =
    roleBefore(tokens, run, text) ?? roleAhead(tokens, run, text) ?? roleAsPredicate(tokens, run, text);
  const role = clause !== null && (!/^who/.test(clause) || around === null) ? clause : around;
  const who = tokens[run.end]?.text === ',' && /^(?:who|whose)$/.test(tokens[run.end + 1]?.lower ?? '');
  return { title: titleWords, role, person: titleWords !== null || role !== null || who };
}

/** "team member Ann Lee", "Afghan Ambassador Ann Lee": the description right before the name. */
function roleBefore(tokens: readonly Token[], run: NameRun, text: string): string | null {
  // "Vicar the Rev Ann Lee"
  const article =
    tokens[run.titleFirst - 1]?.lower === 'the' && isRole(tokens[run.titleFirst - 2]?.lower ?? '');
  const end = article ? run.titleFirst - 1 : run.titleFirst;
  const compound = parentOf(tokens, end);
  if (compound !== null) return nameText(text, tokens, compound, end);
  const head = tokens[end - 1];
  const quoteEdge = head && head.quote !== tokens[run.first]?.quote;
  const called = head?.lower === 'named' || head?.lower === 'called';
  if (called && tokens[end - 2]) return nameText(text, tokens, groupStart(tokens, end - 2), end - 1);
  const ends = head && !quoteEdge && isRole(head.lower);
  if (!ends) return roleWithOf(tokens, end, text) ?? titledRole(tokens, run, text);
  const first = groupStart(tokens, end - 1);
  return first < end ? nameText(text, tokens, first, end) : null;
}

/** "Mum-of-three Ann Lee": index of the first word, or null. */
function parentOf(tokens: readonly Token[], end: number): number | null {
  const first = end - 5;
  const words = tokens.slice(Math.max(0, first), end).map((token) => token.lower);
  const fits =
    words.length === 5 && words[1] === '-' && words[2] === 'of' && words[3] === '-' && isRole(words[0] ?? '');
  return fits ? first : null;
}

/** "US Secretary of State Ann Lee": a capitalised title with more before it is a role as well. */
function titledRole(tokens: readonly Token[], run: NameRun, text: string): string | null {
  if (run.titleFirst === run.first) return null;
  const first = groupStart(tokens, run.titleFirst);
  if (first >= run.titleFirst) return null;
  return nameText(text, tokens, first, run.first);
}

/** Start of the noun group that ends at `last`, without its article. */
function groupStart(tokens: readonly Token[], last: number): number {
  let first = last;
  while (first > 0) {
    const token = tokens[first - 1];
    if (!token || token.quote !== tokens[last]?.quote) break;
    const joins =
      /^(?:NOUN|PROPN|ADJ|NUM|PART)$/.test(token.tag) || token.text === '-' || token.lower === "'s";
    const of = token.lower === 'of' && first - 1 > 0 && isRole(tokens[first - 2]?.lower ?? '');
    if (!joins && !of) break;
    first--;
  }
  while (tokens[first]?.lower === "'s" || tokens[first]?.text === '-' || tokens[first]?.lower === 'not')
    first++;
  return first;
}

/** "Ann Lee is the chair of the club." */
function roleAsPredicate(tokens: readonly Token[], run: NameRun, text: string): string | null {
  if (
    !/^(?:is|was|'s)$/.test(tokens[run.end]?.lower ?? '') ||
    !/^(?:a|an|the)$/.test(tokens[run.end + 1]?.lower ?? '')
  )
    return null;
  const phrase = readNounPhrase(tokens, run.end + 1);
  if (!phrase || !isRole(tokens[phrase.head]?.lower ?? '')) return null;
  return nameText(text, tokens, run.end + 2, phrase.end);
}

/** "Leader of the council Ann Lee": the role noun stands before "of". */
function roleWithOf(tokens: readonly Token[], end: number, text: string): string | null {
  if (tokens[end - 1]?.tag === 'PUNCT') return null;
  for (let at = end - 2; at >= 1 && at > end - 7; at--) {
    if (!/^(?:of|for|at)$/.test(tokens[at]?.lower ?? '')) continue;
    if (!isRole(tokens[at - 1]?.lower ?? '')) return null;
    const first = groupStart(tokens, at - 1);
    const before = tokens[first - 1];
    const opens = !before || before.tag === 'DET' || before.tag === 'PUNCT' || before.tag === 'CCONJ';
    return opens ? nameText(text, tokens, first, end) : null;
  }
  return null;
}

/** "the coach, Ann Lee, said": the description stands before the comma. */
function roleAhead(tokens: readonly Token[], run: NameRun, text: string): string | null {
  if (tokens[run.titleFirst - 1]?.text !== ',') return null;
  const head = tokens[run.titleFirst - 2];
  const closes =
    /^(?:,|VERB|AUX)$/.test(tokens[run.end]?.text ?? '') ||
    /^(?:VERB|AUX|PUNCT)$/.test(tokens[run.end]?.tag ?? '');
  if (!head || !closes) return null;
  for (let first = run.titleFirst - 2; first >= 0 && first > run.titleFirst - 16; first--) {
    const token = tokens[first];
    if (
      !token ||
      token.quote >= 0 ||
      /^[,.;:]$/.test(token.text) ||
      (/^(?:VERB|AUX|CCONJ|SCONJ)$/.test(token.tag) && token.lower !== "'s")
    )
      return null;
    const determiner = /^(?:the|a|an|his|her|their|its|our|one|another)$/.test(token.lower);
    const possessive = tokens[first + 2]?.lower === "'s" && first === 0;
    if (!determiner && !possessive) continue;
    const from = determiner ? first + 1 : first;
    const roleWord = tokens.slice(from, run.titleFirst - 1).some((part) => isRole(part.lower));
    if (roleWord) return nameText(text, tokens, from, run.titleFirst - 1);
  }
  return null;
}
