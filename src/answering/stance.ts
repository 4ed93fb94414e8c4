import { slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import type { Speaker } from '../quotations/quotation.ts';
import type { Passage, StoredArticle } from '../retrieval/store.ts';
import { genderOf } from './lexicon/roles.ts';
import type { Person } from './people.ts';

/** Verbs that tell what somebody wants, plans, thinks or refuses: news knows it because they said so. */
const STANCE =
  /^(?:accept|accus|admit|agree|announc|appeal|apologi[sz]|argu|ask|back|believ|blam|call|caution|claim|condemn|criti[cq]|declin|defend|demand|denied|deny|denies|describ|dismiss|doubt|expect|explain|favou?r|fear|hail|hope|hoping|insist|intend|ma(?:de|kes?) clear|not|offer|oppos|plan|pledg|prais|predict|prefer|promis|propos|protest|put|question|recall|reckon|refus|regret|reject|rule|say|said|see|spoke|suggest|support|swor|think|thought|threaten|told|tell|urg|vow|want|warn|welcom|wish|worr|wonder|would like)/;
/** What may stand between the subject and that verb. */
const HELPER =
  /^(?:has|have|had|is|was|are|were|does|do|did|will|would|could|can|cannot|may|might|must|should|also|now|then|later|still|not|never|already|even|only|repeatedly|been|again|once|in|on|at|turn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|therefore|instead|however|publicly|openly|flatly|firmly|strongly)$/;
/** "In her view", "to his mind", "her advice": the stance of whom the pronoun means. */
const OWN_VIEW =
  /^(?:In|To|By|From|For) (?:his|her|their|its) (?:own )?(?:view|opinion|mind|eyes?|calculations?|reckoning|judge?ment|estimate|estimation|words|experience|book|account|telling)\b|^(?:His|Her|Their|Its) (?:\p{L}+ )?(?:advice|aim|answer|appeal|argument|belief|claim|conclusion|demand|estimate|explanation|fear|hope|message|plan|prediction|proposal|reply|suggestion|verdict|view|wish|warning)\b/iu;
const PRONOUN = /^(?:But |And |Yet |So |Still, |Later |Instead |Then )?(He|She|They|It)\b/;
/** Words from the subject to the verb: an apposition may stand between. */
const REACH = 14;

/**
 * The sentences that tell what a person wants, thinks, plans or refuses although they quote nothing: with the name as
 * subject, or with a pronoun behind a sentence of that person in the same paragraph. `among`: whole paragraphs of the
 * article; each is read for itself.
 */
export function stancesOf(
  person: Person,
  among: readonly Passage[] = person.stored.passages,
): ReadonlySet<Passage> {
  const found = new Set<Passage>();
  const surname = surnameOf(person);
  let lastOwn: Passage | null = null;
  for (const passage of among) {
    if (lastOwn && lastOwn.paragraph !== passage.paragraph) lastOwn = null;
    const speaker = speakerAt(person.stored, passage);
    if (speaker !== null) {
      lastOwn = speaker === person.speaker.name ? passage : null;
      continue;
    }
    const text = slice(person.stored.article, passage);
    const subject = surname === null ? -1 : subjectEnd(text, surname);
    const pointsBack = lastOwn !== null && pronounFits(text, person);
    if (subject >= 0 && tellsStance(text.slice(subject))) found.add(passage);
    else if (pointsBack && (OWN_VIEW.test(text) || tellsStance(text.replace(PRONOUN, ''))))
      found.add(passage);
    else if (subject < 0 && !pointsBack) continue;
    lastOwn = passage;
  }
  return found;
}

/** Whose stance which of the sentences of one paragraph tells; `people`: everybody who is quoted in the article. */
export function stancesIn(
  stored: StoredArticle,
  sentences: readonly Passage[],
  people: readonly Person[],
): ReadonlyMap<Passage, Speaker> {
  const speaking = new Set(sentences.map((sentence) => speakerAt(stored, sentence)));
  if (!speaking.has(null)) return new Map();
  const text = slice(stored.article, {
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
  });
  // Whoever neither speaks nor is named here has no stance here, and most have neither.
  const present = people.filter((person) => {
    const surname = surnameOf(person);
    return speaking.has(person.speaker.name) || (surname !== null && text.includes(surname));
  });
  return new Map(
    present.flatMap((person) =>
      Array.from(stancesOf(person, sentences), (told) => [told, person.speaker] as const),
    ),
  );
}

/** The name of whoever speaks in the sentence, null if nobody does. */
function speakerAt({ quotations }: StoredArticle, { start, end }: Passage): string | null {
  const spoken = quotations.find(
    ({ pullQuoteOf, spans }) =>
      pullQuoteOf === null && spans.some((span) => span.start < end && span.end > start),
  );
  return spoken ? (spoken.speaker?.name ?? '') : null;
}

/** The word by which the text goes on to call a person or organisation; null for descriptions. */
function surnameOf({ speaker }: Person): string | null {
  const known = SURNAMES.get(speaker);
  if (known !== undefined) return known;
  const surname = readSurname(speaker);
  SURNAMES.set(speaker, surname);
  return surname;
}

const SURNAMES = new WeakMap<Speaker, string | null>();

function readSurname(speaker: Speaker): string | null {
  if (speaker.kind !== 'person' && speaker.kind !== 'organisation') return null;
  const name = speaker.kind === 'person' ? speaker.name.split(/\s+/).at(-1) : speaker.name;
  return name && name.length >= 3 && /^\p{Lu}/u.test(name) ? name : null;
}

/** Where the name ends if the sentence begins with it, an office and first name before it; -1 otherwise. */
function subjectEnd(text: string, name: string): number {
  const at = text.indexOf(name);
  if (at < 0 || at > 60) return -1;
  const before = words(text.slice(0, at));
  const isOwn =
    before.length <= 5 &&
    !/[,;:]\s/.test(text.slice(0, at)) &&
    !/\b(?:and|of|with|by|for|to|against|about)\s$/i.test(text.slice(0, at));
  const after = text.slice(at + name.length);
  return isOwn && !/^(?:['’]s?\b|\p{L})/u.test(after) ? at + name.length : -1;
}

function tellsStance(rest: string): boolean {
  const behind = /^,[^,]{2,80},/.test(rest) ? rest.replace(/^,[^,]{2,80},/, '') : rest;
  for (const { form } of words(behind).slice(0, REACH)) {
    if (HELPER.test(form)) continue;
    return STANCE.test(form);
  }
  return false;
}

function pronounFits(text: string, { quotations, stored, speaker }: Person): boolean {
  if (OWN_VIEW.test(text)) return true;
  const pronoun = PRONOUN.exec(text)?.[1]?.toLowerCase();
  if (pronoun === undefined) return false;
  if (pronoun === 'it') return speaker.kind === 'organisation';
  if (pronoun === 'they') return speaker.kind !== 'person';
  if (speaker.kind === 'organisation' || speaker.kind === 'group') return false;
  const genders = quotations
    .map(({ mention }) => (mention ? genderOf(slice(stored.article, mention).toLowerCase()) : null))
    .filter((gender) => gender !== null);
  return genders.length === 0 || genders.includes(pronoun === 'she' ? 'female' : 'male');
}
