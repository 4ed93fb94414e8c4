import { isDoer, isRole } from '../lexicon/nouns.ts';
import { NEGATIONS } from '../lexicon/words.ts';
import type { Token } from '../sentence.ts';
import { callingsByObject, keepersOf } from './deed.ts';
import { PHRASE_EDGE } from './phrase-edge.ts';

/** Who does it, by the verb forms of what is done: "who has led the union since May" is its leader. */
const DOERS = byWord({
  leader: 'lead leads led',
  head: 'head heads headed run runs ran',
  chair: 'chair chairs chaired',
  manager: 'manage manages managed run runs ran',
  owner: 'own owns owned',
  coach: 'coach coaches coached',
  editor: 'edit edits edited',
  director: 'direct directs directed',
  founder: 'founded',
  teacher: 'teach teaches taught',
  analyst: 'follow follows followed',
  conductor: 'conduct conducts conducted',
  reporter: 'cover covers covered',
  researcher: 'study studies studied research researches researched',
  farmer: 'farm farms farmed',
  painter: 'paint paints painted',
  singer: 'sing sings sang',
  writer: 'write writes wrote',
  designer: 'design designs designed',
  organiser: 'organise organises organised organize organizes organized',
  trainer: 'train trains trained',
  keeper: 'keep keeps kept',
  driver: 'drive drives drove',
  adviser: 'advise advises advised',
});
/** "who represents the east ward" sits in a council or a parliament; who represents people is their lawyer. */
const REPRESENTS = /^represent(?:s|ed)?$/;
const SEAT = /^(?:ward|district|constituency|seat|riding|precinct|borough)$/;
/** What is a calling only where it is done to a subject or a market. */
const WATCHES = /^(?:cover|follow)/;
const ONLINE = /\bon (?:social|the internet|instagram|facebook)\b/;
/** "who speaks for the opposition" */
const SPEAKS_FOR = /(?:^| )who speaks for /;
/** What was done for a time that is over. */
const OVER = /\bused to\b|\b(?:until|till) \p{L}|\bfrom \d{4} to\b|\bbetween \d{4} and\b/u;
const DOING =
  /(?:^| )who (?:has |had |used to )?(?:now |also |still |once )?(?<verb>\p{L}+) (?<whose>his |her )?(?:the |a |an |its )?(?<rest>[\p{L} '-]+)/u;
/** "owner of the bakery", "who keeps a farm" */
const KEEPING =
  /\b(?:runs?|ran|owns?|owned|owner of|keeps?|kept|manages?|managed|took over) (?<rest>[\p{L} '-]+)/u;
/** Who runs a school, or manages it, teaches; who owns one does not. */
const SCHOOLING =
  /\b(?:runs?|ran|manages?|managed) (?:[\p{L}-]+ ){0,3}school(?=$|,| (?:of|for|in|at|on|near|with|and)\b)/u;
/** Callings by the trade of the firm that somebody runs or is a partner of: "who runs the polling firm Hale". */
const TRADES = byWord({
  accountant: 'accountancy accounting audit',
  architect: 'architecture architectural',
  builder: 'building construction',
  consultant: 'consulting consultancy',
  developer: 'property development',
  engineer: 'engineering',
  haulier: 'haulage trucking',
  investor: 'investment venture equity',
  lawyer: 'law',
  pollster: 'polling survey',
  publisher: 'publishing',
});
const FIRM =
  /\b(?:runs?|ran|owns?|owner|partner|founder|founded|head|heads|chief|director|president|chair\p{L}*|principal)\b.{0,40}?\b(\p{L}+) (?:firm|company|business|practice|house|capital)\b(?!['’])/u;
/** "partner at Hale Capital": houses that invest say so by their name. */
const INVESTING =
  /\b(?:partner|founder|manager|director) (?:at|of|in) [^,]*\b(?:capital|ventures|equity|investments)\b/;
/** "who coordinates the residents’ group": those who lead such a thing campaign. */
const CAMPAIGNING =
  /\b(?:co-?ordinat\p{L}+|leads?|led|heads?|runs?|ran|found\p{L}+|organi[sz]\p{L}+|chairs?|director|leader|head|chair\p{L}*|spokes\p{L}+|member) (?:of |for |with )?(?:[\p{L}’'-]+ ){0,4}?(?:residents['’]|campaign|rights|pressure|protest|tenants['’]|environmental|action) (?:group|movement|campaign|coalition|alliance|network)\b/u;
/** How many words of it say which one. */
const WHICH = 3;
/** "head of the observer mission": one of those of whom it is made. */
const MADE_OF = /\b(\p{L}+) (?:mission|team|delegation|crew|squad|unit|corps)\b/gu;

/**
 * What somebody is by what he or she does, or keeps: the words of each calling, the noun last, "former" first where it is
 * over. `role` is in lower case.
 */
export function callingsByDeed(role: string): string[][] {
  const clause = /^who ([^,;:]*)/.exec(role)?.[1]?.split(/[^\p{L}'-]+/u) ?? [];
  const byObject = callingsByObject(clause, true);
  const callings = [
    ...doneBy(role),
    ...keeperOf(role),
    ...ofTrade(role),
    ...byObject,
    ...(CAMPAIGNING.test(role) ? [['campaigner'], ['activist']] : []),
  ];
  return OVER.test(role) ? callings.map((words) => ['former', ...words]) : callings;
}

/** "| drives a taxi in Lenz": callings that the verb of a subject tells, in the present; `from` is where the subject ends. */
export function callingsTold(tokens: readonly Token[], from: number): string[][] {
  let verb = from;
  while (/^(?:ADV|AUX)$/.test(tokens[verb]?.tag ?? '') && !NEGATIONS.has(tokens[verb]?.lower ?? '')) verb++;
  if (tokens[verb]?.tag !== 'VERB' || tokens[verb]?.quote !== -1) return [];
  const end = tokens.findIndex(
    ({ tag, quote }, at) => at > verb && (quote >= 0 || tag === 'PUNCT' || tag === 'VERB'),
  );
  const first = tokens[verb - 1]?.tag === 'AUX' ? verb - 1 : verb;
  return callingsByObject(
    tokens.slice(first, end < 0 ? tokens.length : end).map(({ lower }) => lower),
    false,
  );
}

/** Whom a body that somebody heads or belongs to is made of, by the words for it: "observer". */
export function membersNamed(role: string): string[] {
  return [...role.matchAll(MADE_OF)].flatMap(([, noun]) =>
    noun !== undefined && (isRole(noun) || isDoer(noun)) ? [noun] : [],
  );
}

function doneBy(role: string): string[][] {
  if (SPEAKS_FOR.test(role)) return [['spokesperson']];
  const { verb = '', rest = '', whose } = DOING.exec(role)?.groups ?? {};
  // "who covers her hair", "who follows the club on social media"
  if (WATCHES.test(verb) && (whose !== undefined || ONLINE.test(rest))) return [];
  const phrase = phraseOf(rest);
  const nouns = REPRESENTS.test(verb) ? representatives(phrase) : (DOERS.get(verb) ?? []);
  return nouns.map((noun) => [...phrase.slice(0, WHICH), noun]);
}

function representatives(phrase: readonly string[]): readonly string[] {
  return phrase.some((word) => SEAT.test(word)) ? ['councillor', 'lawmaker'] : ['lawyer'];
}

function keeperOf(role: string): string[][] {
  if (SCHOOLING.test(role)) return [['headteacher']];
  const kept = phraseOf(KEEPING.exec(role)?.groups?.rest ?? '').at(-1) ?? '';
  return keepersOf(kept).map((noun) => noun.split('_'));
}

function ofTrade(role: string): string[][] {
  if (INVESTING.test(role)) return [['investor']];
  const trade = FIRM.exec(role)?.[1] ?? '';
  return (TRADES.get(trade) ?? []).map((noun) => [noun]);
}

function phraseOf(rest: string): string[] {
  const words = rest.split(' ');
  const end = words.findIndex((word) => PHRASE_EDGE.test(word));
  return words.slice(0, end < 0 ? words.length : end);
}

/** The nouns of each word, from the words of each noun. */
function byWord(words: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const nouns = new Map<string, string[]>();
  for (const [noun, list] of Object.entries(words)) {
    for (const word of list.split(' ')) nouns.set(word, [...(nouns.get(word) ?? []), noun]);
  }
  return nouns;
}
