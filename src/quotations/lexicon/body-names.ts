import { wordSet } from './word-set.ts';

/**
 * What a word in the name of a body says that it is: "the insurer" for Nordbank Insurance. Nouns for bodies, "_" joining the
 * words of one, and words of names; lower case, collected by the authors.
 */
const BODY_NAMES: Readonly<Record<string, string>> = {
  'airline carrier': 'airline airlines airways air wings',
  auction_house: 'auctions auctioneers',
  'authority local_authority': 'council borough county',
  'automaker carmaker': 'motor motors automotive auto autos',
  brewer: 'brewery breweries brewing ales',
  broadcaster: 'broadcasting television tv radio',
  bus_operator: 'buses bus coaches',
  business_group: 'chamber confederation federation',
  campaign_group: 'action campaign alliance coalition save stop against watch now',
  central_bank: 'bank reserve',
  charity: 'trust foundation aid relief charity hospice shelter rescue samaritans',
  chipmaker: 'semiconductor semiconductors microelectronics chips',
  club: 'fc afc rfc rovers wanderers united albion athletic rangers town city',
  developer: 'homes development developments properties property estate estates land renewables',
  drugmaker: 'pharma pharmaceutical pharmaceuticals therapeutics laboratories biotech',
  energy_company: 'energy power electric electricity gas',
  ferry_operator: 'ferries ferry lines',
  force: 'police constabulary gardaí carabinieri gendarmerie guard navy army',
  fund: 'fund capital equity ventures investments partners',
  housebuilder: 'homes builders',
  housing_association: 'housing homes',
  'industry_body trade_association trade_body': 'federation confederation association chamber',
  insurer: 'insurance assurance mutual life',
  law_firm: 'solicitors llp law attorneys',
  lender: 'bank banking credit finance',
  magazine: 'magazine quarterly monthly',
  miner: 'mining mines minerals metals resources gold lithium copper',
  newspaper:
    'times herald gazette chronicle tribune telegraph post courier guardian examiner mail mirror echo argus journal mercury advertiser observer standard sentinel bugle dispatch inquirer globe independent lantern daily weekly ledger',
  oil_company: 'oil petroleum',
  party:
    'party democrats republicans conservatives labour liberals greens socialists nationalists alliance congress movement front bloc',
  planemaker: 'aerospace aircraft',
  pressure_group: 'action campaign alliance coalition against watch',
  publisher: 'press book books editions publishing publishers media',
  'rail_operator train_operator': 'rail railway railways trains',
  regulator: 'conduct safety authority commission commissioner ombudsman inspectorate regulator standards',
  retailer: 'store stores supermarket supermarkets shop shops retail',
  rights_group: 'rights liberties amnesty',
  steelmaker: 'steel steelworks',
  supermarket: 'supermarket supermarkets stores',
  supplier: 'energy power gas water electric electricity',
  utility: 'water power energy electric gas utilities',
  watchdog:
    'complaints conduct safety authority commission commissioner ombudsman inspectorate regulator standards',
  water_company: 'water',
};

const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(BODY_NAMES).flatMap(([nouns, words]) =>
    nouns.split(' ').map((noun) => [noun, wordSet(words)] as const),
  ),
);

/** Words that show in a name that a noun is for the body; null where names say nothing of such. */
export function namingWords(noun: string): ReadonlySet<string> | null {
  return WORDS.get(noun) ?? null;
}
