import { isDoer, isPluralRole, isRole, singular } from '../lexicon/nouns.ts';
import { isOffice, spellOut, TITLES } from '../lexicon/titles.ts';
import { wordSet } from '../lexicon/word-set.ts';
import { COUNSEL_PARTICIPLES } from '../lexicon/words.ts';
import { callingsByDeed, membersNamed } from './doing.ts';
import { PHRASE_EDGE } from './phrase-edge.ts';
import { groupsCalled, groupsOf } from './synonyms.ts';

/** One thing that somebody is: "deputy finance minister" is a minister, of finance, and a deputy. */
export interface Office {
  readonly head: string;
  /** Words before the head that say which one. */
  readonly which: ReadonlySet<string>;
  /** Words that make it another office: who was the mayor is not the mayor. */
  readonly rank: ReadonlySet<string>;
  /** Whether it is the title before the name. */
  readonly titled: boolean;
  /** Groups of callings that the head belongs to, and those that it can stand for. */
  readonly groups: readonly string[];
  readonly called: readonly string[];
}

/** "who held Lee’s job until May" */
const FORMER_JOB =
  /^who (?:held|had) (?:his|her|their|.{1,40}'s) (?:old |former )?(?:job|post|seat|office|place)\b/;
/** Whom the other side has for an office. */
const OPPOSITE = /^(?:[\p{L}-]+ )?(?:opposite number|shadow)$/u;
/** Whoever is the general secretary of something leads it. */
const GENERAL_SECRETARY = /\bgeneral secretary\b/;
/** Who leads a union has many titles. */
const UNION_LEADER =
  /\b(?:general secretary|president|head|leader|secretary|conven[eo]r|chair(?:man|woman|person)?) of [^,]{0,60}\b(?:union|workers|federation|guild|local \d+|(?:police|teachers|nurses)['’]? association)\b/;
/** In some countries the secretary of a department is its minister. */
const DEPARTMENTS = wordSet(
  `home foreign health transport education defence environment justice trade business energy housing culture farming
   agriculture interior finance labour works`,
);
/** Who works for a public body and answers for something in it is an official. */
const OFFICIAL =
  /\b(?:head|director|chief|commissioner|inspector|registrar|administrator|secretary|organiser|organizer|officer|co-?ordinator|spokes(?:man|woman|person)) (?:of|at|for|with|in) (?<body>[^,]{0,60}?\b(?:union|federation|guild|council|ministry|department|agency|authority|commission|committee|bureau|office|service|inspectorate|police|government|parliament|county|city|region|province|district|state|commune|board))\b/;
const RANKS = wordSet(
  'vice deputy assistant associate shadow former ex retired onetime one-time then-president co under late',
);
/** Those that say the same. */
const rankOf = (word: string): string => (/^(?:ex|onetime|one-time)$/.test(word) ? 'former' : word);
/** Whoever has retired from something was it. */
const PAST = /^(?:former|retired)$/;
const IDLE = wordSet(
  "the a an his her its their our and or of new current top first s 's ’s head main senior interim caretaker longtime first-team club team republican democratic conservative labour liberal",
);
/** "who was elected mayor": relative clauses that say what somebody is. */
const PREDICATE = /^who (?:is|was|were|became|serves? as|served as|works? as|worked as|has been|had been)\b/;

/** What a role or a title says that somebody is, "lawyer for the president" being a lawyer. */
export function officesOf(title: string | null, role: string | null): Office[] {
  const offices = [...(role === null ? [] : officesIn(role))];
  return title === null ? offices : [...offices, ...titleOffices(title)];
}

/** "Prime Minister" is a minister, but "prime" as no other is. */
function titleOffices(title: string): Office[] {
  const words = title.toLowerCase().split(/\s+/);
  const before = words.slice(0, -1);
  const which = new Set(before.filter((word) => !RANKS.has(word) && !IDLE.has(word)));
  const rank = new Set(before.filter((word) => RANKS.has(word)).map(rankOf));
  const heads = spellOut(words.at(-1) ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return heads.map((head) => ({ ...grouped(head), which, rank, titled: true }));
}

/** "who represents Castle Lenz", "who sits for Lenz" */
const SEATED = /^who (?:now |has )?(?:represent(?:s|ed)|sits? for) \p{Lu}/u;

function officesIn(role: string): Office[] {
  const lower = role.toLowerCase().replaceAll('’', "'");
  if (OPPOSITE.test(lower)) return [officeOf(['opposite number'])];
  if (FORMER_JOB.test(lower)) return [officeOf(['predecessor'])];
  if (COUNSEL_PARTICIPLES.has(lower))
    return [officeOf(['lawyer']), officeOf([lower === 'defending' ? 'barrister' : 'prosecutor'])];
  const seats = SEATED.test(role) ? ['mp', 'councillor', 'member'].map((noun) => officeOf([noun])) : [];
  const doing = [...callingsByDeed(lower).map((words) => officeOf(words)), ...seats];
  const members = membersNamed(lower).map((noun) => officeOf([noun]));
  if (lower.startsWith('who') && doing.length > 0) return [...doing, ...members];
  if (lower.startsWith('who'))
    return PREDICATE.test(lower) ? readOffices(lower.split(/\s+/).slice(2), 8) : [];
  const deputy = /^(?:deputy|vice|assistant) \p{L}/u.test(lower) ? [officeOf(['deputy'])] : [];
  const member = /\bmember of (?:the )?(?:parliament|congress)\b/.test(lower) ? [officeOf(['mp'])] : [];
  const words = lower.replace(/^(?:one|some|two) of (?:the |its |their |his |her )?/, '').split(/[\s,]+/);
  const read = readOffices(words, words.length);
  const other = [...deputy, ...leaderOf(lower), ...officialOf(role), ...member, ...doing, ...members];
  return [...read, ...read.flatMap(ministerOf), ...other];
}

/** The cabinet's "former health secretary" is a former minister, of health. */
function ministerOf(office: Office): Office[] {
  const cabinet = office.head === 'secretary' && [...office.which].some((word) => DEPARTMENTS.has(word));
  return cabinet ? [{ ...office, ...grouped('minister') }] : [];
}

function leaderOf(role: string): Office[] {
  const ranks = ranksIn(role);
  if (UNION_LEADER.test(role)) return [officeOf([...ranks, 'union', 'leader'])];
  // "its general secretary" is a union's, where nothing else is named.
  if (!GENERAL_SECRETARY.test(role)) return [];
  return [officeOf(role.includes(' of ') ? [...ranks, 'leader'] : [...ranks, 'union', 'leader'])];
}

/** "regional organiser of the Bus Drivers’ Union": the union official, and not the health official. */
function officialOf(role: string): Office[] {
  const lower = role.toLowerCase();
  const body = (OFFICIAL.exec(lower) ?? OFFICIAL_OF.exec(lower))?.groups?.body?.split(/[^\p{L}]+/u);
  if (!body && !IN_OFFICE.test(role)) return [];
  const which = (body ?? []).map((word) => (UNIONS.test(word) ? 'union' : word));
  return [officeOf([...ranksIn(lower), ...which, 'official'])];
}

function ranksIn(role: string): string[] {
  return role.split(/[\s,]+/).filter((word) => RANKS.has(word));
}

/** "head of integrity", "registrar": of a public body where no other is named. */
const IN_OFFICE =
  /^(?:\p{Ll}+ )*(?:head of \p{Ll}+|commissioner|inspector|registrar|administrator)(?: of \p{Ll}+)?$/u;
const UNIONS = /^(?:federation|guild|local)$/;

/** "the local’s political director" */
const OFFICIAL_OF =
  /^(?<body>[^,]{0,40}?(?:union|local|federation|guild|council|ministry|department|agency|authority|commission|committee|bureau|police))['’]s (?:\p{L}+ ){0,2}(?:head|director|chief|commissioner|inspector|registrar|administrator|secretary|organi[sz]er|officer|co-?ordinator)$/u;

/** All nouns for people before the first preposition, and those joined by "and". */
function readOffices(words: readonly string[], limit: number): Office[] {
  const offices: Office[] = [];
  let first = 0;
  for (let at = 0; at < Math.min(words.length, limit); at++) {
    const word = (words[at] ?? '').replace(/[^\p{L}\p{N}'-]/gu, '');
    if (/(?:'s|s')$/.test(word) && !isRole(word)) first = at + 1;
    else if (word === 'and') first = at + 1;
    else if (PHRASE_EDGE.test(word)) {
      const next = words.indexOf('and', at);
      if (next < 0) break;
      first = next + 1;
      at = next;
    } else if (isRole(word) || TITLES.has(word) || isPluralRole(word) || isDoer(word)) {
      offices.push(officeAt(words, first, at, word));
    }
  }
  return offices;
}

function officeAt(words: readonly string[], first: number, at: number, word: string): Office {
  const before = words
    .slice(first, at)
    .flatMap((part) => (part.startsWith('ex-') ? ['ex', part.slice(3)] : [part]));
  const whole = isPluralRole(word) ? singular(word) : word;
  // "mum-of-three", "father-of-the-groom", and a head teacher is no other teacher
  const head =
    before.at(-1) === 'head' && whole === 'teacher'
      ? 'headteacher'
      : (/^(\p{L}+)-(?:of|in)-/u.exec(whole)?.[1] ?? whole);
  return {
    ...grouped(head.startsWith('ex-') ? head.slice(3) : head, before.at(-1)),
    which: new Set(before.filter((part) => !RANKS.has(part) && !IDLE.has(part))),
    rank: new Set([
      ...before.filter((part) => RANKS.has(part)).map(rankOf),
      ...(head.startsWith('ex-') ? ['former'] : []),
    ]),
    titled: false,
  };
}

function grouped(head: string, before: string | null = null): Pick<Office, 'head' | 'groups' | 'called'> {
  return { head, groups: groupsOf(head, before), called: groupsCalled(head, before) };
}

/** The office that the words of a description name, its head the last of them. */
export function officeOf(words: readonly string[]): Office {
  const lower = words.map((word) => word.toLowerCase());
  return officeAt(lower, 0, lower.length - 1, lower.at(-1) ?? '');
}

/**
 * How well a description fits an office: null where it is another one ("the mayor", "deputy mayor"; "the finance
 * minister", "foreign minister"), else the number of words in common besides the head.
 */
export function agreement(described: Office, known: Office): number | null {
  // "the deputy minister" for the minister's deputy
  if (known.head === 'deputy' && described.rank.has('deputy')) return 0;
  if (!isSameNoun(described, known) || !isSameRank(described, known)) return null;
  const common =
    [...described.which].filter((word) => known.which.has(word)).length +
    [...described.rank].filter((word) => known.rank.has(word)).length;
  return isApart(described, known) ? null : common;
}

/** "the sales director", "the finance director": such offices are told apart by the words before them. */
export function isApart(described: Office, known: Office): boolean {
  if (!isWide(known.head) || !isSameNoun(described, known)) return false;
  if (described.which.size === 0 || known.which.size === 0) return false;
  return ![...described.which].some((word) => known.which.has(word));
}

/** Whether a noun needs a word before it to say who is meant: one town has many directors. */
export function isWide(head: string): boolean {
  return isOffice(head) || DOMAINS.test(head);
}

/** Nouns that need a word before them to say who is meant, beside the offices. */
const DOMAINS =
  /^(?:leader|boss|director|manager|editor|officer|correspondent|head|executive|official|analyst|expert|counsel|prosecutor|reporter)$/;

/** Compounds that are called by their second half too: "the teacher" for a schoolteacher. */
const COMPOUND =
  /\p{L}(teacher|worker|keeper|driver|player|owner|leader|fighter|grower|farmer|singer|writer|officer|maker|hand)$/u;

function isSameNoun(described: Office, known: Office): boolean {
  return (
    described.head === known.head ||
    described.called.some((group) => known.groups.includes(group)) ||
    described.head === shortOf(known.head)
  );
}

/** "teacher" for "schoolteacher"; the word itself where it has no such end. */
export function shortOf(noun: string): string {
  return COMPOUND.exec(noun)?.[1] ?? noun;
}

/** Who "was a pollster" may still be called so; who was the mayor may not, with another in office. */
function isSameRank(described: Office, known: Office): boolean {
  const [more, less] = described.rank.size > known.rank.size ? [described, known] : [known, described];
  const bothPast = [more, less].every(({ rank }) => [...rank].some((word) => PAST.test(word)));
  const isShared = (word: string, rank: ReadonlySet<string>) =>
    rank.has(word) || (bothPast && PAST.test(word));
  if (![...less.rank].every((word) => isShared(word, more.rank))) return false;
  const extra = [...more.rank].filter((word) => !isShared(word, less.rank));
  if (extra.length === 0) return true;
  return (
    extra.every((word) => (more === known ? PAST.test(word) : word === 'former')) &&
    (more === known ? !isOffice(known.head) : !known.titled)
  );
}
