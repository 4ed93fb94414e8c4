import { ALIKE } from './alike.ts';
import { isRole } from './nouns.ts';
import { WIDER } from './wider.ts';
import { wordSet } from './word-set.ts';

/** Nouns for people that say nothing of what they do: they fit somebody with any calling. Collected by the authors. */
const QUALITIES = wordSet(`
  teenager teen adolescent youngster youth child schoolchild toddler infant baby newborn tot boy girl schoolboy
  schoolgirl lad minor juvenile man woman gentleman lady adult twentysomething thirtysomething fiftysomething
  quadragenarian quinquagenarian sexagenarian septuagenarian octogenarian nonagenarian centenarian
  supercentenarian pensioner retiree veteran newcomer rookie debutant debutante prodigy wunderkind prospect
  novice amateur outsider underdog contender challenger rival finalist semi-finalist quarter-finalist winner
  victor champion runner-up medallist medalist record-holder record-breaker title-holder entrant competitor
  contestant participant nominee laureate prizewinner prize-winner award-winner recipient honouree graduate
  alumnus alumna dropout trainee apprentice beginner learner stalwart legend icon star hero heroine trailblazer
  pioneer maverick millionaire multimillionaire billionaire victim survivor casualty sufferer patient amputee
  donor diabetic asthmatic evacuee rescuer bystander onlooker eyewitness witness passer-by spectator visitor
  guest host hostess passenger commuter motorist pedestrian traveller traveler tourist holidaymaker walker
  caller customer shopper client diner subscriber buyer purchaser seller bidder tenant lodger renter
  leaseholder homeowner householder resident local villager islander townsman neighbour neighbor migrant
  immigrant emigrant expatriate expat refugee exile returnee foreigner citizen taxpayer voter ratepayer
  shareholder investor saver borrower debtor creditor policyholder beneficiary claimant applicant appellant
  petitioner plaintiff complainant defendant accused suspect offender culprit perpetrator convict prisoner
  inmate detainee hostage fugitive absconder juror signatory campaigner protester critic supporter backer fan
  admirer enthusiast devotee volunteer member candidate hopeful incumbent successor predecessor appointee
  recruit employee colleague jobseeker whistleblower interviewee panellist owner co-owner father mother mum mom
  dad parent grandparent grandmother grandfather great-grandmother great-grandfather widow widower wife husband
  bride bridegroom groom fiancé fiancée newlywed divorcee bachelor spinster son daughter brother sister sibling
  twin orphan godfather godmother uncle aunt nephew niece cousin relative heir heiress descendant friend ally
  confidant confidante partner roommate flatmate housemate classmate teammate team-mate namesake vegetarian
  vegan teetotaller atheist christian muslim hindu sikh catholic protestant buddhist feminist left-hander
  right-hander southpaw englishman englishwoman irishman irishwoman scotsman scot welshman welshwoman frenchman
  frenchwoman dutchman dutchwoman american australian aussie canadian kiwi indian pakistani nigerian kenyan
  ghanaian german italian spaniard swede dane norwegian finn pole belgian austrian brazilian argentine russian
  ukrainian briton londoner mancunian liverpudlian dubliner glaswegian geordie yorkshireman yorkshirewoman
  cornishman ulsterman texan californian queenslander tasmanian fortysomething favourite favorite head official
  boss chief activist expert professional insider opponent leader tycoon pupil student democrat republican
  liberal conservative tory socialist communist nationalist unionist green independent captive inhabitant
  settler believer
`);

/** Nouns that tell how old somebody is, in years. */
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  teenager: [13, 19],
  teen: [13, 19],
  adolescent: [12, 18],
  schoolchild: [4, 18],
  toddler: [1, 3],
  tot: [1, 4],
  schoolboy: [4, 18],
  schoolgirl: [4, 18],
  twentysomething: [20, 29],
  thirtysomething: [30, 39],
  fiftysomething: [50, 59],
  quadragenarian: [40, 49],
  quinquagenarian: [50, 59],
  pensioner: [60, 130],
  sexagenarian: [60, 69],
  septuagenarian: [70, 79],
  octogenarian: [80, 89],
  nonagenarian: [90, 99],
  centenarian: [100, 130],
  supercentenarian: [110, 130],
  fortysomething: [40, 49],
};

const LISTED = wordSet([...ALIKE, ...Object.keys(WIDER), ...Object.values(WIDER)].join(' '));

/** Whether a noun in lower case is one of the callings that papers use in turn. */
export function isListedCalling(noun: string): boolean {
  return LISTED.has(noun);
}

/** Whether a noun in lower case says what somebody does for a living, or in office. */
export function isCalling(noun: string): boolean {
  return (isRole(noun) || LISTED.has(noun)) && !QUALITIES.has(noun);
}

/** Whether a noun in lower case tells how old somebody is. */
export function tellsAge(noun: string): boolean {
  return Object.hasOwn(AGES, noun);
}

/** Whether somebody of that age may be called so; null where the noun tells no age. */
export function fitsAge(noun: string, age: string | null): boolean | null {
  const span = Object.hasOwn(AGES, noun) ? AGES[noun] : undefined;
  if (!span || age === null) return null;
  return Number(age) >= span[0] && Number(age) <= span[1];
}
