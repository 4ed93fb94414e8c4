import { normaliseWord } from '../article/words.ts';
import { rememberingWords } from '../retrieval/word-memory.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBERS = new Map<string, string>(ONES.map((word, at) => [word, String(at)]));
TENS.forEach((ten, at) => {
  const base = 20 + 10 * at;
  NUMBERS.set(ten, String(base));
  for (let one = 1; one <= 9; one++) NUMBERS.set(`${ten}${ONES[one]}`, String(base + one));
});

/** British spellings and how they are spelt in America; both sides of a comparison are rewritten the same way. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [
    /^(col|fav|hon|lab|neighb|harb|behavi|rum|hum|vap|flav|endeav|arm|od|sav|val|vig|parl|cand|clam|rig|tum|splend)our/,
    '$1or',
  ],
  [/(?<=[a-z]{3})is(e|ed|es|ing|ations?|ers?)$/, 'iz$1'],
  [/(?<=[a-z]{3})ys(e|ed|es|ing)$/, 'yz$1'],
  [/^((?:kilo|centi|milli)?(?:cent|met|theat|lit|fib|calib|sab|spect|somb|meag|lust))re(s|d)?$/, '$1er$2'],
  [
    /^(travel|cancel|label|model|signal|fuel|level|counsel|total|rival|quarrel|marshal|dial|tunnel|channel)l(ed|ing|ers?)$/,
    '$1$2',
  ],
  [/^(fulfil|enrol|instal|skil|wil)l?(s|ment|ful|fully)?$/, '$1$2'],
  [/^(def|off|pret|lic)ence(s?)$/, '$1ense$2'],
  [/^(catal|dial|anal|mon|prol)ogue(s?)$/, '$1og$2'],
];
const PAIRS: Readonly<Record<string, string>> = {
  plough: 'plow',
  ploughs: 'plows',
  ploughed: 'plowed',
  snowplough: 'snowplow',
  grey: 'gray',
  programme: 'program',
  programmes: 'programs',
  tyre: 'tire',
  tyres: 'tires',
  kerb: 'curb',
  cheque: 'check',
  aluminium: 'aluminum',
  sceptical: 'skeptical',
  manoeuvre: 'maneuver',
  jewellery: 'jewelry',
  pyjamas: 'pajamas',
  towards: 'toward',
  afterwards: 'afterward',
  whilst: 'while',
  amongst: 'among',
  judgement: 'judgment',
  ok: 'okay',
  '&': 'and',
  '%': 'percent',
};

/**
 * The form by which an editor takes two spellings of a word for one: hyphens and dropped apostrophes are typography,
 * British and American spelling and numbers in words or digits are house style.
 */
export const editorsForm = rememberingWords((word) => {
  const plain = normaliseWord(word).replaceAll(/['-]/g, '');
  const number = NUMBERS.get(plain);
  if (number !== undefined) return number;
  const paired = PAIRS[plain];
  if (paired !== undefined) return paired;
  return AMERICAN.reduce((form, [british, american]) => form.replace(british, american), plain);
});
