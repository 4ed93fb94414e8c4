import { singular } from '../lexicon/nouns.ts';
import { wordSet } from '../lexicon/word-set.ts';

/** Nouns that papers use for the same person in turn. */
const ALIKE = [
  'manager boss coach',
  'boss executive ceo chief',
  'goalkeeper keeper',
  'captain skipper',
  'mother mum mom',
  'father dad',
  'grandmother gran granny nan grandma',
  'grandfather grandad granddad grandpa',
  'head headteacher headmaster headmistress principal',
  'chair chairman chairwoman chairperson',
  'spokesman spokeswoman spokesperson',
  'priest vicar rector pastor reverend canon curate',
  'lawyer barrister solicitor attorney counsel advocate qc kc',
  'writer author novelist',
  'director filmmaker film-maker',
  'colleague co-author collaborator co-worker',
  'professor academic lecturer',
  'lawmaker senator congressman congresswoman representative mp legislator deputy backbencher parliamentarian',
  'policeman policewoman constable officer detective',
  'medic paramedic doctor',
  'entrepreneur founder businessman businesswoman',
  'convener convenor',
  'councillor councilman councilwoman councilor',
  'pupil student',
];

/** The keys of the groups of each of them. */
const KEYS = new Map<string, readonly string[]>();
for (const [at, words] of ALIKE.entries()) {
  for (const word of wordSet(words)) KEYS.set(word, [...(KEYS.get(word) ?? []), `~alike ${at}`]);
}

/** General nouns and the callings that they take in. */
const WIDER: readonly { readonly noun: RegExp; readonly takesIn: RegExp }[] = [
  {
    noun: /^(?:scientist|researcher|expert|academic)$/,
    takesIn:
      /ologist$|physicist$|chemist$|^(?:researcher|scientist|astronomer|botanist|economist|historian|professor|psychiatrist|mathematician|statistician|hydrographer|lecturer)$/,
  },
  {
    noun: /^politician$/,
    takesIn: /^(?:minister|senator|mp|councillor|congressman|congresswoman|lawmaker|mayor|governor)$/,
  },
  {
    noun: /^musician$/,
    takesIn:
      /^(?:singer|pianist|violinist|guitarist|drummer|cellist|organist|composer|bassist|saxophonist|trumpeter|flautist)$/,
  },
  { noun: /^(?:artist)$/, takesIn: /^(?:painter|sculptor|illustrator|photographer)$/ },
  { noun: /^(?:clergyman|cleric)$/, takesIn: /^(?:vicar|priest|rector|bishop|dean|imam|rabbi|pastor)$/ },
  {
    noun: /^(?:player|footballer|sportsman|sportswoman)$/,
    takesIn:
      /^(?:striker|winger|goalkeeper|midfielder|defender|forward|captain|skipper|full-back|centre-half|fly-half|prop|hooker|flanker)$/,
  },
  {
    noun: /^(?:officer)$/,
    takesIn: /^(?:constable|sergeant|inspector|detective|superintendent|policeman|policewoman)$/,
  },
  { noun: /^(?:soldier)$/, takesIn: /^(?:sergeant|corporal|private|lieutenant|captain|gunner|sapper)$/ },
];

/** Keys of the groups of callings that a noun in lower case can stand for: "boss" for a manager, "scientist" for a botanist. */
export function groupsCalled(noun: string): string[] {
  const one = singular(noun);
  return [
    ...(KEYS.get(one) ?? []),
    ...WIDER.flatMap(({ noun: wider }, at) => (wider.test(one) ? [`~wider ${at}`] : [])),
  ];
}

/** Keys of the groups that a calling in lower case belongs to. */
export function groupsOf(noun: string): string[] {
  const one = singular(noun);
  return [
    ...(KEYS.get(one) ?? []),
    ...WIDER.flatMap(({ takesIn }, at) => (takesIn.test(one) ? [`~wider ${at}`] : [])),
  ];
}

/** Whether a noun in lower case can call somebody who was introduced by another. */
export function callsToo(noun: string, known: string): boolean {
  const groups = groupsOf(known);
  return groupsCalled(noun).some((group) => groups.includes(group));
}
