import { DEEDS } from '../lexicon/deeds.ts';
import { PHRASE_EDGE } from './phrase-edge.ts';

/** Who does a thing to a noun: by the noun, the forms of the verb and the calling. */
interface Deed {
  readonly third: string;
  readonly past: readonly string[];
  readonly calling: string;
}

/** Verbs with a past of their own: past, then participle where it differs. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bind: 'bound',
  blow: 'blew blown',
  breed: 'bred',
  build: 'built',
  buy: 'bought',
  catch: 'caught',
  choose: 'chose chosen',
  cut: 'cut',
  dig: 'dug',
  draw: 'drew drawn',
  drive: 'drove driven',
  fly: 'flew flown',
  forecast: 'forecast',
  give: 'gave given',
  grind: 'ground',
  grow: 'grew grown',
  hang: 'hung',
  hear: 'heard',
  hold: 'held',
  keep: 'kept',
  lay: 'laid',
  lead: 'led',
  let: 'let',
  make: 'made',
  mow: 'mowed mown',
  put: 'put',
  ride: 'rode ridden',
  ring: 'rang rung',
  run: 'ran run',
  say: 'said',
  see: 'saw seen',
  sell: 'sold',
  sew: 'sewed sewn',
  shoe: 'shod',
  sit: 'sat',
  sweep: 'swept',
  take: 'took taken',
  teach: 'taught',
  tell: 'told',
  throw: 'threw thrown',
  weave: 'wove woven',
  write: 'wrote written',
};

const BY_NOUN = readDeeds();
const VERB_FORMS = new Set([...BY_NOUN.values()].flat().flatMap(({ third, past }) => [third, ...past]));
/** Between a verb and what it is done to: "works | in | a mine". */
const PREPOSITION = /^(?:in|at|on)$/;

/**
 * What somebody is called by the verb and its object, in words of lower case: "drives a taxi in Lenz" a taxi driver (the words of
 * each calling). `past`: "drove a taxi" too, as in a clause with "who".
 */
export function callingsByObject(words: readonly string[], past: boolean): string[][] {
  const at = words.findIndex((word) => VERB_FORMS.has(word));
  const verb = words[at] ?? '';
  const deeds = BY_NOUN.get(objectBehind(words, at)) ?? [];
  const isDone = past || /^ha(?:s|ve)$/.test(words[at - 1] ?? '');
  const callings = deeds.flatMap((deed) =>
    verb === deed.third || (isDone && deed.past.includes(verb)) ? [deed.calling] : [],
  );
  return [...new Set(callings)].map((calling) => calling.split('_'));
}

/** Who has such a place, or runs it: "baker" for a bakery. */
export function keepersOf(place: string): string[] {
  const deeds = BY_NOUN.get(place) ?? [];
  return [...new Set(deeds.flatMap(({ third, calling }) => (KEEPS.test(third) ? [calling] : [])))];
}

const KEEPS = /^(?:runs|owns|keeps)$/;

/** The head of the phrase behind a verb: "canteen" in "runs the law firm’s canteen in Lenz". */
function objectBehind(words: readonly string[], verb: number): string {
  const from = PREPOSITION.test(words[verb + 1] ?? '') ? verb + 2 : verb + 1;
  const behind = words.slice(from);
  const edge = behind.findIndex((word) => PHRASE_EDGE.test(word));
  return behind.slice(0, edge < 0 ? behind.length : edge).at(-1) ?? '';
}

function readDeeds(): ReadonlyMap<string, readonly Deed[]> {
  const byNoun = new Map<string, Deed[]>();
  for (const [calling, phrases] of Object.entries(DEEDS)) {
    for (const phrase of phrases.split(', ')) {
      const [third = '', noun = ''] = phrase.split(' ');
      byNoun.set(noun, [...(byNoun.get(noun) ?? []), { third, past: pastOf(third), calling }]);
    }
  }
  return byNoun;
}

/** Past and participle of a verb in the third person. */
function pastOf(third: string): readonly string[] {
  const base = third.endsWith('ies')
    ? `${third.slice(0, -3)}y`
    : third.replace(/(?<=sh|ch|x|ss|zz)es$|s$/, '');
  const irregular = Object.hasOwn(IRREGULAR, base) ? IRREGULAR[base] : undefined;
  if (irregular) return irregular.split(' ');
  if (base.endsWith('e')) return [`${base}d`];
  return base.endsWith('y') && !/[aeiou]y$/.test(base) ? [`${base.slice(0, -1)}ied`] : [`${base}ed`];
}
