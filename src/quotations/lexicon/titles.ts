import { wordSet } from './word-set.ts';

/**
 * Words in front of a person's name, collected by the authors. A title is given as `Speaker.title`; with a
 * gender where the title has one. Lower case, with and without the full stop.
 */

const COURTESY_MALE =
  wordSet(`mr mr. sir lord father fr. brother herr monsieur king prince duke uncle grandpa signor señor don rabbi imam
  sheikh shaikh alhaji haji hadji mallam maulana moulana ustaz ustadh otunba`);
const COURTESY_FEMALE = wordSet(
  `mrs mrs. ms ms. miss dame lady sister mother madame queen princess duchess aunt auntie aunty grandma granny madam mme mme. mlle mlle. signora hajiya hajia alhaja sheikha frau baroness señora begum datin puan mallama`,
);

/** Titles of one word. */
export const TITLES: ReadonlySet<string> = new Set([
  ...COURTESY_MALE,
  ...COURTESY_FEMALE,
  ...wordSet(`mx mx. rt dr dr. prof prof. professor rev rev. reverend pastor bishop archbishop cardinal pope ayatollah mullah
    senator sen sen. sens. representative rep rep. reps. congressman congresswoman governor gov gov. president pres. chancellor
    premier minister secretary ambassador amb. mayor cllr cllr. councillor councilman councilwoman councilor alderman judge justice
    magistrate general gen gen. lieutenant lt lt. colonel col col. major maj maj. captain capt capt. commander cmdr cmdr. cdr. admiral adm adm. sergeant
    sgt sgt. corporal cpl cpl. private pvt pvt. officer detective inspector insp insp. superintendent supt supt. constable pc sheriff
    deputy chief marshal commissioner assemblyman assemblywoman delegate speaker emperor emir sultan count countess baron attorney
    brig brig. brigadier commodore cdre cdre. ensign msgr msgr. monsignor archdeacon abbot abbess datuk dato pandit ustad
    canon garda dsp asp csp acp comrade engr engr. barr barr. alhaji alhaja hajiya hajia tun shri smt swami lama padre dom evangelist apostle acharya sardar tunku ven ven. arc arc.
    coach doctor nurse elder chairman chairwoman chairperson dean provost rector sheikh hon. hon det det. dc di dci ds`),
]);

/** Titles of several words that stand together. */
export const LONG_TITLES: readonly string[] = [
  'prime minister',
  'very rev',
  'right rev',
  'most rev',
  'very rev.',
  'right rev.',
  'most rev.',
  'very reverend',
  'right reverend',
  'most reverend',
  'vice president',
  'attorney general',
  'major general',
  'brigadier general',
  'lieutenant general',
  'lieutenant colonel',
  'lt. gen.',
  'lt. col.',
  'lt. gov.',
  'maj. gen.',
  'brig. gen.',
  'rear admiral',
  'vice admiral',
  'chief justice',
  'lord justice',
  'mr justice',
  'mrs justice',
  'district judge',
  'detective sergeant',
  'detective inspector',
  'detective constable',
  'detective superintendent',
  'detective chief superintendent',
  'det sgt',
  'det insp',
  'det con',
  'det supt',
  'det ch insp',
  'chief inspector',
  'detective chief inspector',
  'chief superintendent',
  'chief constable',
  'police constable',
  'police chief',
  'fire chief',
  'first lady',
  'crown prince',
  'secretary of state',
  'secretary of defense',
  'secretary general',
  'lord mayor',
  'lieutenant governor',
  'staff sergeant',
  'master sergeant',
  'wing commander',
  'group captain',
  'squadron leader',
  'flight lieutenant',
  'air marshal',
  'air vice marshal',
  'warrant officer',
  'petty officer',
  'lance corporal',
  'sergeant major',
  'deputy chief constable',
  'assistant chief constable',
  'temporary chief constable',
  'associate professor',
  'assistant professor',
];

/** Offices: with more before it ("Finance Minister", "Shadow Home Secretary") such a title is a role. */
const OFFICES =
  wordSet(`minister secretary president chancellor premier ambassador commissioner chairman chairwoman chairperson
  chief coach speaker attorney general governor mayor dean provost rector delegate deputy marshal`);

/** Whether a title names an office and no rank or form of address. Lower case, of one or more words. */
export function isOffice(title: string): boolean {
  const words = title.split(' ');
  const last = words.at(-1) ?? '';
  return last === 'general'
    ? words.length > 1 && /^(?:attorney|secretary)$/.test(words[0] ?? '')
    : OFFICES.has(last);
}

/** "Mr", "Ms.", "Auntie": says no more than the gender. */
export function isCourtesy(title: string): boolean {
  return /^(?:(?:mr|mrs|ms|miss|mx)\.?|aunt|auntie|aunty|uncle|grandma|grandpa|granny|madam|mme\.?|mlle\.?|signor|signora)$/i.test(
    title,
  );
}

/** Gender a title gives away, or null. */
export function genderOfTitle(title: string): 'male' | 'female' | null {
  for (const word of title.toLowerCase().split(/\s+/)) {
    if (COURTESY_MALE.has(word) || /(?:^|[a-z])(?:congress|council|assembly|chair)man$/.test(word))
      return 'male';
    if (COURTESY_FEMALE.has(word) || /woman$/.test(word)) return 'female';
  }
  return null;
}

/** What somebody with such a title is called in the next sentence: "Prof." -> "the professor". */
const NOUNS: Readonly<Record<string, string>> = {
  prof: 'professor academic',
  professor: 'academic',
  dr: 'doctor physician scientist',
  ds: 'detective sergeant officer',
  di: 'detective inspector officer',
  dc: 'detective constable officer',
  dci: 'detective inspector officer',
  sen: 'senator lawmaker',
  senator: 'lawmaker',
  rep: 'representative congressman congresswoman lawmaker',
  congressman: 'lawmaker',
  congresswoman: 'lawmaker',
  gov: 'governor',
  gen: 'general commander',
  brig: 'brigadier commander',
  col: 'colonel',
  capt: 'captain',
  lt: 'lieutenant',
  sgt: 'sergeant officer',
  sergeant: 'officer',
  cllr: 'councillor',
  rev: 'reverend pastor minister priest vicar',
  father: 'priest vicar',
  fr: 'priest',
  pope: 'pontiff',
  queen: 'monarch',
  king: 'monarch',
  pc: 'officer constable',
  detective: 'officer',
  inspector: 'officer detective',
  superintendent: 'officer',
  constable: 'officer',
  det: 'detective officer',
  pm: 'prime-minister',
  pres: 'president',
  justice: 'judge',
};

/** A title with the nouns that stand for it. */
export function spellOut(title: string): string {
  const words = title.toLowerCase().replaceAll('.', '').split(/\s+/);
  return words.flatMap((word) => [word, NOUNS[word] ?? '']).join(' ');
}
