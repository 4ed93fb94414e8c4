import { cueForm } from '../lexicon/cue-verbs.ts';
import { isFirstName } from '../lexicon/first-names.ts';
import { isDemonym, isDoer, isPluralRole, isRole, singular } from '../lexicon/nouns.ts';
import { PLACES } from '../lexicon/places.ts';
import { isCourtesy, isOffice, TITLES } from '../lexicon/titles.ts';
import { POSSESSIVES, TIME_NOUNS } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Token } from '../sentence.ts';
import { compoundHead } from './compound.ts';
import { behindLetters, type NameRun, nameOpening, nameText } from './names.ts';
import { groupStart } from './noun-group.ts';
import { roleBehind } from './roles.ts';

/** What the words around a name tell about its bearer. */
export interface Evidence {
  readonly title: string | null;
  readonly role: string | null;
  /** What else is told: "boyfriend" in "her boyfriend, Otto Lee, a plasterer". */
  readonly also: string | null;
  readonly person: boolean;
  /** Years as the article writes them, in digits. */
  readonly age: string | null;
}

export const NO_EVIDENCE: Evidence = { title: null, role: null, also: null, person: false, age: null };

/** What stands around a name: titles and roles before it, an apposition behind it. */
export function evidenceFor(tokens: readonly Token[], run: NameRun, text: string): Evidence {
  const office = officeBefore(tokens, run);
  const titled = run.titleFirst < run.first && office === null;
  // "Sens. Lee and Moss": a title of several is none of one.
  const several = /^(?:sens|reps|govs)\.?$/.test(tokens[run.first - 1]?.lower ?? '');
  const titleWords = titled && !several ? nameText(text, tokens, run.titleFirst, run.first) : null;
  const behind = roleBehind(tokens, run.end);
  const clause = behind ? text.slice(behind.start, behind.end) : null;
  const around =
    (office === null ? null : nameText(text, tokens, office, run.first)) ??
    roleBefore(tokens, run, text) ??
    roleAhead(tokens, run, text) ??
    roleAsPredicate(tokens, run, text);
  const weaker = clause !== null && (/^who/.test(clause) || AFFILIATION.test(clause));
  const [role, also] = clause !== null && !(weaker && around !== null) ? [clause, around] : [around, clause];
  const who = tokens[run.end]?.text === ',' && /^(?:who|whose)$/.test(tokens[run.end + 1]?.lower ?? '');
  const age = ageBehind(tokens, run.end);
  return {
    title: titleWords,
    role,
    also: also ?? relationAhead(tokens, run, text),
    age,
    person: titleWords !== null || role !== null || who || age !== null,
  };
}

/** "her husband, the poet Otto Lee", "the mediator, retired general Otto Lee": before a comma, and what else he is. */
function relationAhead(tokens: readonly Token[], run: NameRun, text: string): string | null {
  let comma = run.titleFirst - 1;
  while (comma > run.titleFirst - 6 && /^(?:NOUN|ADJ|DET)$/.test(tokens[comma]?.tag ?? '')) comma--;
  const noun = tokens[comma - 1];
  if (tokens[comma]?.text !== ',' || !noun || noun.capital || !isRole(noun.lower)) return null;
  if (noun.quote !== tokens[run.first]?.quote) return null;
  for (let at = comma - 2; at > comma - 5; at--) {
    const word = tokens[at]?.lower ?? '';
    if (POSSESSIVES.has(word) || /^['’]s?$/.test(word) || (word === 'the' && comma < run.titleFirst - 1))
      return nameText(text, tokens, at + 1, comma);
  }
  return null;
}

/** "Energy minister Ann Lee, a Liberal,": to what party somebody belongs says less than an office. */
const AFFILIATION =
  /^(?:(?:first-term|lifelong|registered|moderate|fellow) )?(?:democrat|republican|liberal|socialist|conservative|tory|independent|green|centrist|communist|unionist|nationalist)$/i;

/** "Ann Lee, 34," and "Ann Lee (34)". */
function ageBehind(tokens: readonly Token[], at: number): string | null {
  const clause =
    tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'who' && tokens[at + 2]?.lower === 'is';
  if (clause && /^[1-9]\d?$/.test(tokens[at + 3]?.text ?? '')) return tokens[at + 3]?.text ?? null;
  if (!/^[,(]$/.test(tokens[at]?.text ?? '') || !/^[,).]$/.test(tokens[at + 2]?.text ?? '')) return null;
  const age = tokens[at + 1]?.text ?? '';
  return /^[1-9]\d?$/.test(age) ? age : null;
}

/** "Shadow Home Secretary Ann Lee", "Deputy Prime Minister Ann Lee": where the role begins; null where a title stands alone. */
function officeBefore(tokens: readonly Token[], run: NameRun): number | null {
  if (run.titleFirst === run.first) return null;
  const title = tokens
    .slice(run.titleFirst, run.first)
    .map((token) => token.lower)
    .join(' ');
  if (!isOffice(title) || tokens[run.titleFirst]?.quote !== tokens[run.titleFirst - 1]?.quote) return null;
  const first = groupStart(tokens, run.titleFirst);
  return first < run.titleFirst ? first : null;
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
  if (called && isRole(tokens[end - 2]?.lower ?? ''))
    return nameText(text, tokens, groupStart(tokens, end - 2), end - 1);
  // "the former miler Ann Lee": any noun of doing before a full name.
  const doer = head?.tag === 'NOUN' && isDoer(head.lower) && run.kind === 'person' && run.end - run.first > 1;
  const ends = head && !quoteEdge && (isRole(head.lower) || doer);
  const opening = ends ? null : openingWords(tokens, run, end);
  if (opening !== null) return nameText(text, tokens, opening, end);
  if (!ends) return roleWithOf(tokens, end, text) ?? titledRole(tokens, run, text);
  const first = groupStart(tokens, end - 1);
  return first < end ? nameText(text, tokens, first, end) : null;
}

/**
 * "Steeplejack Ann Lee", "Goal attack Ann Lee": nouns that begin a sentence right before a full name say who it is, known as
 * callings or not. Index of the first of them, or null.
 */
function openingWords(tokens: readonly Token[], run: NameRun, end: number): number | null {
  if (!isFullPerson(run) || run.titleFirst !== run.first || end < 1) return null;
  let first = end;
  while (first > 0 && first > end - 3 && isOpeningWord(tokens[first - 1], run, tokens)) first--;
  const starts =
    first === 0 || (/^[.!?]$/.test(tokens[first - 1]?.text ?? '') && tokens[first]?.quote === -1);
  const last = tokens[end - 1];
  if (first === end || !starts || !tokens[first]?.capital || !/^(?:NOUN|PROPN)$/.test(last?.tag ?? ''))
    return null;
  return tokens[run.end]?.lower === 'and' || singular(last?.lower ?? '') !== last?.lower ? null : first;
}

function isOpeningWord(token: Token | undefined, run: NameRun, tokens: readonly Token[]): boolean {
  if (!token || token.quote !== tokens[run.first]?.quote || !/^(?:NOUN|PROPN|ADJ)$/.test(token.tag))
    return false;
  if (isFirstName(token.lower) || TIME_NOUNS.has(token.lower) || PLACES.has(token.lower)) return false;
  return !isDemonym(token.lower) && !TITLES.has(token.lower) && /^\p{Lu}?\p{Ll}{3,}$/u.test(token.text);
}

/** "Mum-of-three Ann Lee": index of the first word, or null. */
function parentOf(tokens: readonly Token[], end: number): number | null {
  const first = compoundHead(tokens, end - 1);
  return first < end - 1 && isRole(tokens[first]?.lower ?? '') ? first : null;
}

/**
 * "US Secretary of State Ann Lee": a capitalised title with more before it is a role as well. "Mr." is none, nor is a
 * rank that somebody no longer has ("Retired Gen.").
 */
function titledRole(tokens: readonly Token[], run: NameRun, text: string): string | null {
  if (run.titleFirst === run.first || isCourtesy(tokens[run.first - 1]?.lower ?? '')) return null;
  const first = groupStart(tokens, run.titleFirst);
  const only =
    run.titleFirst - first === 1 && /^(?:retired|former|late|acting)$/.test(tokens[first]?.lower ?? '');
  if (first >= run.titleFirst || (only && !isOffice(tokens[run.first - 1]?.lower ?? ''))) return null;
  return nameText(text, tokens, first, run.first);
}

/** "Ann Lee is the chair of the club." */
function roleAsPredicate(tokens: readonly Token[], run: NameRun, text: string): string | null {
  const at = predicateAt(tokens, run.end);
  if (at < 0) return null;
  const article = /^(?:a|an|the)$/.test(tokens[at]?.lower ?? '');
  const phrase = readNounPhrase(tokens, at);
  if (!phrase || !isRole(tokens[phrase.head]?.lower ?? '')) return null;
  return nameText(text, tokens, article ? at + 1 : at, phrase.coreEnd);
}

/** Where the predicate of a verb of being or becoming begins: "is | the chair", "works as | a nurse"; -1 for none. */
function predicateAt(tokens: readonly Token[], from: number): number {
  let at = from;
  if (/^(?:has|had)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'been') at++;
  const verb = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  const article = /^(?:a|an|the)$/;
  if (/^(?:is|was|'s|been|became|remains)$/.test(verb)) {
    if (article.test(next)) return at + 1;
    if (/^(?:appointed|named|elected|made|chosen)$/.test(next) && tokens[at + 2]?.tag !== 'ADP')
      return at + 2;
    return verb === 'became' ? at + 1 : -1;
  }
  if (/^(?:works|worked|serves|served|acts|acted)$/.test(verb) && next === 'as') return at + 2;
  return -1;
}

/** "Leader of the council Ann Lee": the role noun stands before "of". */
function roleWithOf(tokens: readonly Token[], end: number, text: string): string | null {
  if (/^(?:PUNCT|ADP|DET|CCONJ)$/.test(tokens[end - 1]?.tag ?? '')) return null;
  for (let at = end - 2; at >= 1 && at > end - 7; at--) {
    if (!/^(?:of|for|at)$/.test(tokens[at]?.lower ?? '')) continue;
    if (!isRole(tokens[at - 1]?.lower ?? '')) return null;
    const first = groupStart(tokens, at - 1);
    const before = tokens[first - 1];
    const opens =
      !before ||
      before.tag === 'VERB' ||
      before.tag === 'DET' ||
      before.tag === 'PUNCT' ||
      before.tag === 'CCONJ';
    return opens ? nameText(text, tokens, first, end) : null;
  }
  return null;
}

/** "the coach, Ann Lee, said": the description stands before the comma. */
function roleAhead(tokens: readonly Token[], run: NameRun, text: string): string | null {
  const comma = nameOpening(tokens, run.titleFirst) - 1;
  if (tokens[comma]?.text !== ',') return null;
  const head = tokens[comma - 1];
  const behind = tokens[behindLetters(tokens, run.end)];
  const closes =
    /^(?:,|of|from|at)$/.test(behind?.text ?? '') || /^(?:VERB|AUX|PUNCT)$/.test(behind?.tag ?? '');
  if (!head || !closes) return null;
  for (let first = comma - 1; first >= 0 && first > comma - 15; first--) {
    const token = tokens[first];
    if (!token || token.quote >= 0 || /^[,.;:]$/.test(token.text)) return null;
    const adjective = /^(?:the|a|an|'s|his|her|their|its|our)$/.test(tokens[first - 1]?.lower ?? '');
    const relative = /^(?:who|which|that)$/.test(tokens[first - 1]?.lower ?? '');
    const joins =
      adjective ||
      token.lower === "'s" ||
      relative ||
      (token.lower === 'and' && isRole(tokens[first - 1]?.lower ?? ''));
    if (/^(?:VERB|AUX|CCONJ|SCONJ)$/.test(token.tag) && !joins) return null;
    const determiner = /^(?:the|a|an|his|her|their|its|our|whose|one|another)$/.test(token.lower);
    const owner = tokens.slice(first, comma).some((part) => part.lower === "'s");
    const edge = first === 0 || /^(?:PUNCT|VERB|AUX|ADP|SCONJ)$/.test(tokens[first - 1]?.tag ?? '');
    const possessive = owner && edge && token.tag === 'PROPN';
    // "Police spokesman, Sgt. Ann Lee, said": at the start of a sentence papers leave out "the".
    const bare = first === 0 && isHeadline(tokens, comma);
    if (!determiner && !possessive && !bare) continue;
    const from = determiner && token.lower !== 'one' ? first + 1 : first;
    const before = tokens[first - 1];
    const opens = first === 0 || /^(?:PUNCT|CCONJ)$/.test(before?.tag ?? '');
    // “…,” replied her opposite number, Ann Lee.
    const inverted =
      before?.tag === 'VERB' && cueForm(before.lower) !== null && tokens[first - 2]?.text === ',';
    const closed = (opens && behind?.text === ',') || (inverted && /^[,.]$/.test(behind?.text ?? '.'));
    const own = closed && POSSESSIVES.has(token.lower) && isFullPerson(run);
    const roleWord = tokens
      .slice(from, comma)
      .some(
        (part) =>
          isRole(part.lower) ||
          (part === head && own && part.tag === 'NOUN') ||
          (part === head && isDoer(part.lower)) ||
          (token.lower === 'one' && isPluralRole(part.lower)),
      );
    if (roleWord) return nameText(text, tokens, from, comma);
  }
  return null;
}

function isFullPerson(run: NameRun): boolean {
  return run.kind === 'person' && run.end - run.first > 1;
}

/** Whether a sentence begins with nothing but a description up to this comma. */
function isHeadline(tokens: readonly Token[], comma: number): boolean {
  const words = tokens.slice(0, comma);
  const head = words.at(-1)?.lower ?? '';
  return (
    comma < 6 &&
    isRole(head) &&
    words.every(({ tag, quote }) => quote < 0 && /^(?:NOUN|PROPN|ADJ)$/.test(tag))
  );
}
