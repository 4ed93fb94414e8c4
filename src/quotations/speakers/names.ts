import { isFirstName } from '../lexicon/first-names.ts';
import { isCapitalRole, isRole } from '../lexicon/nouns.ts';
import { isOffice, LONG_TITLES, TITLES } from '../lexicon/titles.ts';
import type { Token } from '../sentence.ts';
import { hasArticle, isBodyWord, isOrganisation, isRegion } from './bodies.ts';
import { behindTime, ownsHouse } from './name-runs.ts';
import { isSecondSyllable } from './syllables.ts';

/** A proper name in a sentence: token indices, end exclusive. */
export interface NameRun {
  readonly first: number;
  readonly end: number;
  /** First token of the titles before it; `first` where there are none. */
  readonly titleFirst: number;
  readonly kind: 'person' | 'organisation' | 'unsure';
}

const PARTICLES =
  /^(?:al|el|de|del|della|der|den|van|von|bin|ibn|ben|la|le|da|di|du|dos|ter|ez|abu|of-the|y|st\.)$/;

const NAME_TAGS: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'X', 'VERB', 'INTJ']);
const NO_NAMES = new Set(['I', "I'm", 'The', 'A', 'An']);

/** Whether a token can stand in a name: capitalised and no function word, or a particle between capitals. */
export function isNameToken(token: Token | undefined): boolean {
  if (!token?.capital) return false;
  if (NO_NAMES.has(token.text)) return false;
  return NAME_TAGS.has(token.tag);
}

/** Capitalised words in a row, particles, initials and hyphens between them included. */
export function properRun(tokens: readonly Token[], first: number, limit: number): number {
  let end = first;
  let at = first;
  while (at < limit) {
    const token = tokens[at];
    if (isNameToken(token)) {
      at++;
      end = at;
      // An initial and its full stop may be two tokens.
      if (
        tokens[at]?.text === '.' &&
        (token?.text.length ?? 0) <= 1 &&
        isNameToken(tokens[at + 1]) &&
        at + 1 < limit
      )
        at++;
      continue;
    }
    if (!token || end === first) break;
    if (isSecondSyllable(tokens, at) && (at - 1 > first || opensName(tokens, at))) {
      at += 2;
      end = at;
      continue;
    }
    const glued = token.text === '-' || token.text === '’' || token.text === "'" || token.text === '/';
    const bridge =
      PARTICLES.test(token.lower) || token.text === '&' || (glued && token.start === tokens[at - 1]?.end);
    const body = /^(?:of|for|on|and)$/.test(token.lower) && isBody(tokens, first, at);
    if (!bridge && !body && !ownsHouse(tokens, first, at)) break;
    let next = at + 1;
    if (body && tokens[next]?.lower === 'the') next++;
    if (tokens[next]?.text === '-' || PARTICLES.test(tokens[next]?.lower ?? '')) next++;
    if (next >= limit || !isNameToken(tokens[next])) break;
    at = next;
  }
  return end;
}

/** "Min-ji Seo": the surname stands behind. */
function opensName(tokens: readonly Token[], hyphen: number): boolean {
  return isNameToken(tokens[hyphen + 2]) && (tokens[hyphen - 1]?.text.length ?? 0) < 6;
}

/** "Institute of Hydrography": behind the head of an organisation's name "of" goes on with the name. */
function isBody(tokens: readonly Token[], first: number, at: number): boolean {
  for (let word = first; word < at; word++) if (BODIES.test(tokens[word]?.lower ?? '')) return true;
  return false;
}

const BODIES =
  /^(?:institute|university|department|ministry|bank|council|association|society|guild|school|academy|observatory|center|centre|house|office|bureau|board|committee|commission|college|church|federation|chamber|agency|organization|organisation|foundation|museum|trust|league|union|authority|confederation|coalition|alliance|directorate|tribunal|court|inspectorate|institution|hospital|fund|registry|assembly)$/;

/**
 * The name that a noun phrase ends in: "Afghan Ambassador Ann Lee" -> "Ann Lee". Null where the phrase holds
 * no proper name at its end.
 */
export function nameIn(tokens: readonly Token[], first: number, end: number): NameRun | null {
  const limit = end - bracketLength(tokens, end);
  const last = runsIn(tokens, first, limit).at(-1);
  if (!last || last.end < limit) return null;
  return refine(tokens, last, first);
}

function bracketLength(tokens: readonly Token[], end: number): number {
  if (!/^[)\]]$/.test(tokens[end - 1]?.text ?? '')) return tokens[end - 1]?.text === '.' ? 1 : 0;
  for (let at = end - 2; at > end - 14; at--) if (/^[([]$/.test(tokens[at]?.text ?? '')) return end - at;
  return 0;
}

/** All runs of capitalised words in a range. */
export function runsIn(
  tokens: readonly Token[],
  first: number,
  end: number,
): { first: number; end: number }[] {
  const runs: { first: number; end: number }[] = [];
  for (let at = first; at < end; ) {
    const to = properRun(tokens, at, end);
    if (to > at) runs.push({ first: behindTime(tokens, at, to), end: to });
    at = Math.max(to, at + 1);
  }
  return runs;
}

/** Behind the letters after a name: "Ann Lee KC, | said". */
export function behindLetters(tokens: readonly Token[], end: number): number {
  return POSTNOMINALS.test(tokens[end]?.text ?? '') ? end + 1 : end;
}

/**
 * Where the words before a name end: before "the" of "the Rt Rev Ann Lee" and before the party of "Labour's Ann Lee".
 */
export function nameOpening(tokens: readonly Token[], titleFirst: number): number {
  const before = tokens[titleFirst - 1]?.lower;
  if (before === 'the') return titleFirst - 1;
  if (before !== "'s" && before !== '’s') return titleFirst;
  let first = titleFirst - 2;
  while (first > 0 && tokens[first - 1]?.capital && first > titleFirst - 5) first--;
  return tokens[first]?.capital && tokens[first - 1]?.text === ',' ? first : titleFirst;
}

/** Letters behind a person's name. */
export const POSTNOMINALS =
  /^(?:MP|MPs|MEP|MSP|MLA|TD|QC|KC|SC|BL|SJ|OP|OSB|FRS|DBE|KBE|GBE|CMG|CVO|JP|MLC|MHA|MNA|DSO|QPM|FRCS|FRCP|DPhil|LLB|MSc|MBA|OBE|MBE|CBE|PhD|Ph\.D\.|MD|M\.D\.|RN|CPA|Esq\.?)$/;

/** "Sgt. Leona Banks": behind a form of address or a rank stands a person whatever the name is like. */
function mayBePerson(tokens: readonly Token[], first: number, end: number): boolean {
  const title = tokens[first - 1]?.lower ?? '';
  if (
    TITLES.has(title) &&
    !isOffice(title) &&
    !/^(?:sister|brother|father|mother|private|king|queen|prince|princess|general|major|justice)$/.test(title)
  )
    return true;
  return !isOrganisation(tokens, first, end);
}

/** Nouns right before the name of a body: "the insurer Nordbank", "pollster Lund". */
const NAMED_BODIES =
  /^(?:insurer|lender|retailer|carmaker|automaker|airline|drugmaker|chipmaker|housebuilder|charity|pollster|company|firm|start-up|startup|newspaper|magazine|website|broadcaster|supermarket|group|union|agency|network|party|think-tank|tank|watchdog|club|operator|developer|giant|chain|regulator)$/;

/** "Rival Lenz SpA", "Insurer Nordbank AG": a calling with a capital because the sentence begins with it. */
function behindCalling(tokens: readonly Token[], run: { first: number; end: number }): number {
  const opening = tokens[run.first];
  const starts = run.first === 0 || /^[.!?]$/.test(tokens[run.first - 1]?.text ?? '');
  if (!opening || !starts || run.end - run.first < 3) return run.first;
  return opening.lower === 'rival' || NAMED_BODIES.test(opening.lower) ? run.first + 1 : run.first;
}

/** Separates titles, roles and name inside a run of capitals, and says what the name is likely to be. */
export function refine(
  tokens: readonly Token[],
  run: { first: number; end: number },
  floor: number,
): NameRun {
  const last = tokens[run.end - 1];
  if (last && run.end - run.first > 2 && POSTNOMINALS.test(last.text))
    return refine(tokens, { first: run.first, end: run.end - 1 }, floor);
  const titleEnd = lastTitle(tokens, run);
  if (titleEnd > run.first && titleEnd < run.end && mayBePerson(tokens, titleEnd, run.end)) {
    return { first: titleEnd, end: run.end, titleFirst: titleStart(tokens, titleEnd, floor), kind: 'person' };
  }
  const behindBody = personBehindBody(tokens, run, floor);
  if (behindBody > run.first) return untitled({ first: behindBody, end: run.end }, 'person');
  if (isOrganisation(tokens, run.first, run.end))
    return untitled({ first: behindCalling(tokens, run), end: run.end }, 'organisation');
  for (let at = run.first; at + 1 < run.end; at++) {
    if (
      tokens[at]?.capital &&
      isFirstName(tokens[at]?.lower ?? '') &&
      !isFirstName(tokens[at - 1]?.lower ?? '')
    ) {
      return untitled({ first: at, end: run.end }, 'person');
    }
  }
  const before = tokens[run.first - 1];
  // "the insurer Nordbank"
  const calls = /^(?:called|named)$/.test(before?.lower ?? '') ? tokens[run.first - 2] : before;
  if (calls && !calls.capital && (run.first > floor || calls !== before) && NAMED_BODIES.test(calls.lower)) {
    return untitled(run, 'organisation');
  }
  const role = before && run.first > floor && isRole(before.lower) && !before.capital;
  if (!role && (isRegion(tokens, run) || hasArticle(tokens, run))) return untitled(run, 'organisation');
  return untitled(run, role ? 'person' : 'unsure');
}

function untitled({ first, end }: { first: number; end: number }, kind: NameRun['kind']): NameRun {
  return { first, end, titleFirst: first, kind };
}

/**
 * "CEO of the Harbour Council | Ewan Sorley": where the name of a body runs on into a person's. A known first
 * name shows it, else a role before the body, whose bearer must still be named. Index of the name's first word, or
 * `run.first` where there is none.
 */
function personBehindBody(
  tokens: readonly Token[],
  run: { first: number; end: number },
  floor: number,
): number {
  for (let at = run.end - 2; at > run.first + 1 && at >= run.end - 3; at--) {
    if (isBodyWord(tokens, at) || isBodyWord(tokens, at + 1)) return run.first;
    if (!isBodyWord(tokens, at - 1) || tokens[at]?.text === '-') continue;
    if (isFirstName(tokens[at]?.lower ?? '')) return at;
    const of = tokens[run.first - 1]?.lower === 'the' ? run.first - 2 : run.first - 1;
    const role = of > floor - 4 && /^(?:of|at|for)$/.test(tokens[of]?.lower ?? '');
    if (role && isRole(tokens[of - 1]?.lower ?? '')) return at;
  }
  // "Head of Communications Liv Aune": a department of one word.
  const [first, second] = [tokens[run.first], tokens[run.first + 1]];
  const one = first !== undefined && run.end - run.first === 3 && isBodyWord(tokens, run.first);
  const headed = tokens[run.first - 1]?.lower === 'of' && isRole(tokens[run.first - 2]?.lower ?? '');
  return one && headed && second && !isBodyWord(tokens, run.first + 1) ? run.first + 1 : run.first;
}

/** End of the last title or capitalised role inside a run: "House Speaker | Ann Lee". */
function lastTitle(tokens: readonly Token[], run: { first: number; end: number }): number {
  for (let at = run.end - 1; at > run.first; at--) {
    const word = tokens[at - 1]?.lower ?? '';
    if (tokens[at]?.text === '-') continue;
    // "Dean Cobb": before a single word "Dean" is his first name; "the Dean Cobb" would be his office.
    const article = tokens[at - 2]?.lower === 'the';
    if (!article && run.end - at === 1 && isFirstName(word)) continue;
    // "Capt. Prince Odum": behind a rank such a title is his first name.
    if (GIVEN_TITLES.test(word) && at - 2 >= run.first && isRank(tokens[at - 2]?.lower ?? '')) continue;
    if (TITLES.has(word) || isCapitalRole(word)) {
      // "Judge" and "Baker" are surnames too: behind a first name they are no title.
      if (at - 2 >= run.first && isFirstName(tokens[at - 2]?.lower ?? '') && !TITLES.has(word)) continue;
      return at;
    }
  }
  return run.first;
}

/** Titles that are given to children as names. */
const GIVEN_TITLES =
  /^(?:prince|sultan|duke|earl|king|major|baron|count|marshal|don|emir|dean|bishop|judge)$/;
/** Titles before which no other title comes second. */
const NO_RANKS = /^(?:lord|sir|crown|grand|archduke|field|air|sergeant|rear|lady|dame|the|chief|vice)$/;

function isRank(word: string): boolean {
  return TITLES.has(word) && !isOffice(word) && !NO_RANKS.test(word);
}

const LONG_TITLE_ENDS = new Set(LONG_TITLES.map((title) => title.split(' ').at(-1) ?? ''));

/** How far the title reaches to the left of a name: "Lt. Gen.", "Prime Minister", "Prof." */
export function titleStart(tokens: readonly Token[], nameFirst: number, floor: number): number {
  const last = tokens[nameFirst - 1]?.lower ?? '';
  for (let length = LONG_TITLE_ENDS.has(last) ? 3 : 0; length >= 2; length--) {
    const from = nameFirst - length;
    if (from < floor) continue;
    const words = tokens
      .slice(from, nameFirst)
      .map((token) => token.lower)
      .join(' ');
    // "the fire chief Ann Lee" has a role there, and no title.
    if (LONG_TITLES.includes(words)) return tokens[from]?.capital ? from : nameFirst;
  }
  let at = nameFirst;
  while (at > floor && TITLES.has(tokens[at - 1]?.lower ?? '') && tokens[at - 1]?.capital) {
    if (at < nameFirst && endsLongerRole(tokens, at - 1, floor)) break;
    at--;
  }
  return at;
}

/** "Chief Financial Officer | Dr. Ann Lee": the office before a title belongs to the words before it. */
function endsLongerRole(tokens: readonly Token[], at: number, floor: number): boolean {
  const office = tokens[at]?.lower ?? '';
  const before = tokens[at - 1];
  if (at <= floor || (office !== 'officer' && !isOffice(office))) return false;
  return before?.capital === true && before.tag !== 'DET' && !TITLES.has(before.lower);
}

/** The words of a token range, without white space at the edges. */
export function nameText(text: string, tokens: readonly Token[], first: number, end: number): string {
  const opening = tokens[first];
  const closing = tokens[end - 1];
  return opening && closing ? text.slice(opening.start, closing.end) : '';
}
