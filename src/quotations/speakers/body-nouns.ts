import { namingWords } from '../lexicon/body-names.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Entity } from './entity.ts';
import type { Office } from './office.ts';

/** Nouns for what is run to earn money. */
const TRADES = wordSet(`
  company firm business airline retailer maker manufacturer producer operator supplier chain start-up startup giant developer brand
  insurer lender automaker carmaker chipmaker drugmaker planemaker steelmaker housebuilder brewer carrier utility exporter
  distributor miner supermarket
`);
/** Other nouns by which a body already named is called again; the rest ("the council") must be part of its name. */
const POINTING_BACK = wordSet(`
  charity agency organisation organization outlet group broadcaster publisher militia faction force watchdog regulator fund
`);
/** Such nouns that people have too. */
const PEOPLE_TOO = wordSet(`
  operator producer supplier developer publisher brewer exporter distributor manufacturer maker miner broadcaster carmaker automaker
  chipmaker drugmaker planemaker steelmaker housebuilder retailer insurer lender
`);
/** Nouns for those who bear arms without a state. */
const ARMED = /^(?:militia|faction)$/;
/** Words in the names of bodies that are run for something else. */
const PUBLIC =
  /^(?:union|council|ministry|department|agency|committee|commission|court|police|university|school|college|party|church|parliament|assembly|senate|government|federation|association|league|institute|army|regulator|watchdog|authority|tribunal|democrats|republicans|congress|observatory|museum|society|bureau|directorate|office|board|inquiry|service|coastguard|guild|fund|workers|teachers|nurses|drivers|miners)$/;

/** Whether a word in lower case stands in the names of bodies that are no firms. */
export function isPublicWord(word: string): boolean {
  return PUBLIC.test(word);
}

/** Those who work for one. */
const STAFF = /^(?:staff|workforce|crew|employee|worker|team|board|management)$/;

/** Whether a noun alone, behind "the", points back to a body that has been named. */
export function pointsBack(noun: string): boolean {
  return TRADES.has(noun) || POINTING_BACK.has(noun);
}

/** Whether a name is one that clubs have: "Lenz Town". */
export function isClub(name: string): boolean {
  return CLUBS.test(name);
}

const CLUBS =
  / (?:Town|City|United|Rovers|Wanderers|Athletic|Albion|County|Rangers|Celtic|Harriers|Hotspur|Villa|Orient|Argyle|Wednesday|FC|AFC|RFC|CC|RC|Kings|Bears|Hawks|Tigers|Lions|Eagles|Sharks|Wolves|Petrels|Kites)$/;

/** Whether a name is a place and a plural, as teams have: "Stannick Herons". */
export function isNamedLikeTeam(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  return (
    words.length > 1 && words.length < 4 && /[^s]s$/.test(name) && !words.some((word) => PUBLIC.test(word))
  );
}

/** Whether a noun for people is one for firms as well: "the operator". */
export function isBodyToo(noun: string): boolean {
  return PEOPLE_TOO.has(noun);
}

/** Whether such a noun can mean a body: no union and no ministry is "the company". */
export function mayBeCalled({ named, head, plural }: Entity, noun: string): boolean {
  if (!named) return !plural && !(TRADES.has(noun) && STAFF.test(head));
  const words = named.name.toLowerCase().split(/[^\p{L}']+/u);
  if (ARMED.test(noun)) return !words.some((word) => PUBLIC.test(word) && !/^(?:army|party)$/.test(word));
  if (TRADES.has(noun)) return !words.some((word) => PUBLIC.test(word));
  return true;
}

/** Nouns by which a body was introduced that is no firm. */
const NO_FIRMS = wordSet(
  'regulator watchdog charity union party club newspaper magazine website militia faction junta gang sect agency think-tank thinktank nonprofit',
);

/** Groups of people who want something: "the rights group". */
const WANTING = wordSet(
  'campaign customer consumer rights residents tenants pressure action patients advocacy lobby',
);

/** Whether what a body has been called shows that a noun for firms is not for it: no regulator is "the supplier". */
export function isOtherKind(noun: string, known: readonly Pick<Office, 'head' | 'which'>[]): boolean {
  if (!TRADES.has(noun) || known.some(({ head, which }) => head === noun || which.has(noun))) return false;
  return known.some(({ head, which }) => NO_FIRMS.has(head) || [...which].some((word) => WANTING.has(word)));
}

/** Nouns for bodies whose name says so: a team is no force, and of a hundred companies one is a miner. */
const TOLD_BY_NAME = wordSet(`force fund miner authority newspaper magazine party supermarket trade_body
   industry_body trade_association business_group campaign_group pressure_group rights_group housing_association oil_company
   water_company energy_company train_operator rail_operator bus_operator ferry_operator law_firm auction_house`);

/** Whether a noun calls only bodies whose name says so. */
export function isToldByName(noun: string): boolean {
  return TOLD_BY_NAME.has(noun);
}

/** Whether a word of a body's name says that it is what a noun means; null where names say nothing of such. */
export function isNamedFor({ named }: Entity, noun: string): boolean | null {
  const words = namingWords(noun);
  if (!words || !named) return null;
  // "Energy regulator Marmot": the word alone is no name.
  const own = named.name.toLowerCase().split(/[^\p{L}']+/u);
  const telling = LAST_TELLS.has(noun) ? own.slice(-1) : own;
  return own.length > 1 && telling.some((word) => words.has(word));
}

/** Nouns that only the end of a name tells: "Lenz City Council" is no club, a borough's football club no authority. */
const LAST_TELLS = wordSet('club authority local_authority charity party newspaper');
