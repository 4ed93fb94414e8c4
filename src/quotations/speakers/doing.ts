import { isDoer, isRole } from '../lexicon/nouns.ts';

/** "who has led the union since May": what somebody does says what he or she is. */
const DOING =
  /(?:^| )who (?:has |had |now |also |still )?(leads?|led|heads?|headed|chairs?|chaired|runs?|ran|owns?|owned|coach(?:es|ed)|manages?|managed|edits?|edited|directs?|directed|founded|teaches|taught|follows?|followed|conducts?|conducted|covers?|covered|studies|studied|researches|farms?|farmed|paints?|painted|sings?|sang|writes|wrote|represents?|represented|designs?|designed|organis(?:es|ed)|organiz(?:es|ed)|trains?|trained|keeps?|kept|drives?|drove|advises|advised) (?:the |a |an |its |his |her )?([\p{L} '-]+)/u;
/** Who does it, by the beginning of the verb: the longest that fits. */
const DOERS: Readonly<Record<string, readonly string[]>> = {
  l: ['leader'],
  h: ['head'],
  cha: ['chair'],
  r: ['head', 'manager'],
  o: ['owner'],
  co: ['coach'],
  con: ['conductor'],
  cov: ['reporter'],
  m: ['manager'],
  e: ['editor'],
  d: ['director'],
  des: ['designer'],
  f: ['founder'],
  fol: ['analyst'],
  far: ['farmer'],
  t: ['teacher'],
  tr: ['trainer'],
  stud: ['researcher'],
  res: ['researcher'],
  rep: ['lawyer', 'councillor', 'lawmaker'],
  dri: ['driver'],
  dro: ['driver'],
  pa: ['painter'],
  sa: ['singer'],
  si: ['singer'],
  w: ['writer'],
  org: ['organiser'],
  ke: ['keeper'],
  ad: ['adviser'],
};
/** What those are called who have such a place, or run it. */
const KEEPERS: Readonly<Record<string, string>> = {
  bakery: 'baker',
  brewery: 'brewer',
  butcher: 'butcher',
  café: 'café-owner',
  cafe: 'cafe-owner',
  dairy: 'farmer',
  distillery: 'distiller',
  farm: 'farmer',
  forge: 'blacksmith',
  gallery: 'gallerist',
  garage: 'mechanic',
  grocery: 'grocer',
  hotel: 'hotelier',
  inn: 'innkeeper',
  kiosk: 'shopkeeper',
  orchard: 'grower',
  pharmacy: 'pharmacist',
  pottery: 'potter',
  pub: 'publican',
  ranch: 'rancher',
  restaurant: 'restaurateur',
  salon: 'hairdresser',
  school: 'headteacher',
  shop: 'shopkeeper',
  store: 'shopkeeper',
  vineyard: 'winemaker',
  winery: 'winemaker',
};
/** "owner of the bakery", "who keeps a farm" */
const KEEPING =
  /\b(?:runs?|ran|owns?|owned|owner of|founder of|keeps?|kept|manages?|managed|took over) ([\p{L} '-]+)/u;
/** Where the words end that say what is done, or run. */
const EDGE =
  /^(?:of|for|at|in|on|from|by|to|with|who|which|whose|that|under|since|until|and|across|opposite|near|next|behind|above|beside)$/;
/** How many words of it say which one. */
const WHICH = 3;
/** "head of the observer mission": one of those of whom it is made. */
const MADE_OF = /\b(\p{L}+) (?:mission|team|delegation|crew|squad|unit|corps)\b/gu;

/** What somebody is by what he or she does, or keeps: the words of each calling, the noun last. `role` is in lower case. */
export function callingsByDeed(role: string): string[][] {
  const done = DOING.exec(role);
  return [...(done?.[1] && done[2] ? doneBy(done[1], done[2]) : []), ...keeperOf(role)];
}

/** Whom a body that somebody heads or belongs to is made of, by the words for it: "observer". */
export function membersNamed(role: string): string[] {
  return [...role.matchAll(MADE_OF)].flatMap(([, noun]) =>
    noun !== undefined && (isRole(noun) || isDoer(noun)) ? [noun] : [],
  );
}

function doneBy(verb: string, rest: string): string[][] {
  const start = Object.keys(DOERS)
    .filter((key) => verb.startsWith(key))
    .sort((left, right) => right.length - left.length)[0];
  const which = phraseOf(rest).slice(0, WHICH);
  return (start ? (DOERS[start] ?? []) : []).map((noun) => [...which, noun]);
}

function keeperOf(role: string): string[][] {
  const kept = phraseOf(KEEPING.exec(role)?.[1] ?? '').at(-1) ?? '';
  const keeper = Object.hasOwn(KEEPERS, kept) ? KEEPERS[kept] : undefined;
  return keeper === undefined ? [] : [[keeper]];
}

function phraseOf(rest: string): string[] {
  const words = rest.split(' ');
  const end = words.findIndex((word) => EDGE.test(word));
  return words.slice(0, end < 0 ? words.length : end);
}
