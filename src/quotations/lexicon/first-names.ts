import { FEMALE_NAMES } from './female-names.ts';
import { COUNTED_FEMALE_NAMES } from './female-names-counted.ts';
import { MALE_NAMES } from './male-names.ts';
import { COUNTED_MALE_NAMES } from './male-names-counted.ts';
import { wordSet } from './word-set.ts';

/** Unlisted names in -a are mostly women's; the men's among the common ones are listed above or here. */
const FEMALE_ENDING =
  /^(?!(?:abdalla|abdulla|asa|baba|bala|dima|elisha|ezra|gianluca|hosea|ilya|hamza|ilkka|isa|issa|jukka|khalifa|kasozi|kolya|joshua|judea|krishna|luka|mischa|mustafa|musa|misha|nikola|okonkwa|pekka|petya|shiva|shota|siva|toma|vanya|yahya|taha|zakaria|zeca)$)\p{L}{2,}a$/u;

/**
 * Gender that the first of a person's names suggests, or null. The counted names are often surnames too and tell only
 * before another name.
 */
export function genderOfName(name: string): 'male' | 'female' | null {
  const [first = '', ...others] = name.split(/[\s.]+/).filter(Boolean);
  const lower = plain(first);
  if (others.length > 0 && COUNTED_FEMALE_NAMES.has(lower)) return 'female';
  if (others.length > 0 && COUNTED_MALE_NAMES.has(lower)) return 'male';
  const male = MALE_NAMES.has(lower);
  const female = FEMALE_NAMES.has(lower);
  if (male === female) return male || BOTH.has(lower) || !FEMALE_ENDING.test(lower) ? null : 'female';
  return male ? 'male' : 'female';
}

/** Whether only the ending of a person's first name suggests a gender. */
export function isGenderGuessed(name: string): boolean {
  const [first = '', ...others] = name.split(/[\s.]+/).filter(Boolean);
  const lower = plain(first);
  const counted = others.length > 0 && (COUNTED_FEMALE_NAMES.has(lower) || COUNTED_MALE_NAMES.has(lower));
  return !counted && !FIRST_NAMES.has(lower) && FEMALE_ENDING.test(lower);
}

/** The lists have names as they are written without accents, and a few with them. */
function plain(name: string): string {
  const lower = name.toLowerCase();
  if (FIRST_NAMES.has(lower) || !ACCENTED.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[łøıđ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

const ACCENTS = /\p{Mn}/gu;
const ACCENTED = /[\u0080-\uffff]/;
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ı: 'i', đ: 'd' };

/** Whether a word is known as a first name. */
export function isFirstName(name: string): boolean {
  return FIRST_NAMES.has(plain(name));
}

/** Names of men and women alike. */
const BOTH =
  wordSet(`alex alexis angel ariel bailey blake casey chris dana drew francis jamie jan jackie jean jordan jo kelly kerry
 kim kyle lee leslie olu lindsay lindsey loren lynn marion morgan nikita pat quinn reese riley robin rowan sam sandy sasha shannon shelby skyler
 stacy taylor terry tracy val noor noa sol wei jun ming kai rené andrea nicola simone oluwaseun ayodele temitope tolu opeyemi olamide kelechi chinonso abiodun bolaji onyekachi taiwo kehinde surya rudra soma sora lerato kaya simba arya`);

const FIRST_NAMES: ReadonlySet<string> = new Set([...MALE_NAMES, ...FEMALE_NAMES, ...BOTH]);
