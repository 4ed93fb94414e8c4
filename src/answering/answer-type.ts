import { words } from '../article/words.ts';
import { isOfAnotherKind } from './lexicon/kinds.ts';
import { countryOf } from './lexicon/places.ts';
import type { AnswerType } from './understanding.ts';
import { matchForm } from './word-forms.ts';

const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|once|a third|quarter|double[ds]?|triple[ds]?|several|none|nobody|no one|single|every|each|always|never|daily|weekly|monthly|yearly)\b/i;
const TIME =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:1[6-9]|20)\d\d\b|\b(?:mornings?|afternoons?|evenings?|nights?|overnight|midnight|noon|dawn|dusk|today|yesterday|tomorrow|tonight|weeks?|months?|years?|decades?|centur(?:y|ies)|hours?|minutes?|spring|summer|autumn|winter|christmas|easter|season|weekend|ago|earlier|later|soon)\b|\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m)/i;
const PLACE =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Ff]rom|[Tt]o|[Oo]utside|[Ii]nside|[Ii]nto|[Oo]ff|[Aa]long|[Aa]cross|[Bb]etween|[Bb]ehind|[Uu]nder|[Oo]ver|[Tt]hrough|[Tt]oward|[Tt]owards|[Aa]round|[Bb]eneath|[Bb]eside)\s+(?:the |a |an |its |his |her |their )?(?:\p{Lu}|\p{L}+ (?:of|in|at|near|outside)\b|\p{L}+)/u;
const REASON =
  /\b(?:because|since|due to|owing to|thanks to|so that|so as to|in order to|as a result|reasons?|caused?|causes|led to|leads to|stems? from|blam(?:e|es|ed)|meant to|aimed at|as \p{L}+ (?:is|are|was|were|had|has)|for fear|to \p{L}+|after|for)\b/iu;

/**
 * Whether a text holds a thing of the kind that a question asks for: a number, a time, a place, a reason. Where the
 * question tells more ("how much did it cost", "how old", "how many soldiers", "what is the name of") it must be a sum
 * of money, an age, a number that counts things, a name. Any text holds a person or a thing.
 */
export function holdsType(text: string, type: AnswerType | null, question = ''): boolean {
  const measure = MEASURES.find(({ asked }) => asked.test(question));
  if (measure) return measure.held(text, question);
  switch (type) {
    case 'number':
      return NUMBER.test(text) && countsWhatIsAsked(text, question);
    case 'time':
      return TIME.test(text);
    case 'place':
      return PLACE.test(text);
    case 'reason':
      return REASON.test(text);
    case 'person':
    case 'thing':
    case null:
      return true;
  }
}

/** A kind of answer that the words of the question tell, and how a text shows it. */
interface Measure {
  readonly asked: RegExp;
  readonly held: (text: string, question: string) => boolean;
}

const MONEY =
  /[$£€¥]\s?\d|\b(?:dollars?|pounds?|euros?|cents?|pence|francs?|yen|yuan|crowns?|kron\w+|pesos?|rupees?|roubles?|rubles?|shekels?|lira|dirhams?|dinars?|riyals?)\b|\bfree\b|\b(?:USD|EUR|GBP)\b/iu;
const AGE =
  /\b\d{1,3}-year-old|\baged?\b.{0,60}\d|,\s\d{1,3}\b|\bof \d{1,3}\b|\b(?:is|was|were) \d{1,3}\b|\b(?:\d[\d,]*|\p{L}+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:years?|months?|centur(?:y|ies))\b|\bborn\b|\bin (?:his|her|their) \p{L}+ies\b|\bage of \p{L}+(?:teen|ty)|\b(?:is|was|were|am|are|turn(?:s|ed)|aged?|at) (?:\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:-\p{L}+)?(?=[,.;:!?)”’"]|$| (?:and|but|or|when|who|at|in|on|now|today|then|years?)\b)/iu;
/** How long something takes or took: so many units of time, or from when until when. */
const DURATION =
  /\b(?:(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?|half an?|several|few|some|many|another|dozens? of|hundreds? of|whole|all|entire|\p{L}+(?:th|nd|rd|st)) (?:\p{L}+ )?|(?:half-|\p{L}+-))(?:seconds?|minutes?|hours?|days?|nights?|mornings?|afternoons?|evenings?|weeks?|weekends?|fortnights?|months?|seasons?|winters?|summers?|terms?|years?|decades?|centur(?:y|ies)|generations?)\b|\b(?:fortnight|overnight|since|until|till|for life|lifetime|forever|ever since|for good|indefinitely)\b/iu;
const WEIGHT = /\b(?:kilos?|kilogram\w*|kg|tonn?es?|tons?|pounds?|lbs?|grams?|ounces?|stone)\b/i;
const LENGTH =
  /\b(?:(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|feet|foot|ft|inch(?:es)?|cm|mm|yards?|blocks?|storeys?|stories)\b|\d(?:m|km|cm|mm)\b/i;

/** In order; the first that the question's words ask for holds. */
const MEASURES: readonly Measure[] = [
  {
    asked:
      /\bhow much\b.*\b(?:costs?|pa(?:y|ys|id)|earn\w*|money|worth|spen[dt]\w*|price\w*|charg\w+|s(?:ell|ells|old)|b(?:uy|uys|ought)|salary|suing|sue|fined?|compensat\w+|donat\w+)\b|\bhow expensive\b|\bwhat(?:'s|’s|s| is| was| were)? the (?:\p{L}+ )?(?:cost|price|bill|budget|fee|fine)\b/iu,
    held: (text) => MONEY.test(text),
  },
  {
    asked:
      /\bhow long\b(?! ago)(?!er)|\bfor how (?:many|much) (?:time|years?|months?|weeks?|days?|hours?)\b/i,
    held: (text) => DURATION.test(text) || LENGTH.test(text),
  },
  { asked: /\bhow old\b|\bwhat age\b/i, held: (text) => AGE.test(text) },
  { asked: /\bhow (?:heavy|much \p{L}* ?weigh)\b/iu, held: (text) => NUMBER.test(text) && WEIGHT.test(text) },
  {
    asked:
      /\bhow (?:tall|high|deep|wide|thick)\b|\b(?:what|which) (?:depth|height|altitude)\b|\bhow far (?:away|from|apart|is it|to|off)\b/i,
    held: (text) => NUMBER.test(text) && LENGTH.test(text),
  },
  { asked: /\b(?:which|what) (?:countr(?:y|ies)|nations?)\b/i, held: namesCountry },
  {
    asked:
      /\bnames? of (?!(?:the )?god)|\bwhat(?:'s|’s|s)? .*\bnames?\b|\bwhat (?:is|was|are|were) .*\bcalled\b/i,
    held: holdsNewName,
  },
  {
    asked: /\bhow many\b/i,
    held: (text, question) => countsThings(text, question) && countsWhatIsAsked(text, question),
  },
];

function namesCountry(text: string): boolean {
  return (
    words(text).some(({ form }) => countryOf(form.replace(/'s$/, '')) !== null) || holdsNewName(text, '')
  );
}

/** A capitalised word inside a sentence that the question has not. */
function holdsNewName(text: string, question: string): boolean {
  const known = new Set(words(question).map(({ form }) => form));
  return words(text).some(({ start, end, form }) => {
    const before = text.slice(Math.max(0, start - 2), start);
    return (
      start > 0 &&
      /^\p{Lu}\p{Ll}/u.test(text.slice(start, end)) &&
      !/[.!?“"‘]\s?$/u.test(before) &&
      !known.has(form.replace(/'s$/, ''))
    );
  });
}

/** What a number may measure instead of counting things. */
const UNIT =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centuries|percent|per|%|km|miles?|(?:kilo|centi|milli)?met(?:re|er)s?|feet|foot|inches|degrees?|cents?|pence|dollars?|pounds?|euros?|kilos?|kg|tonn?es?|tons?|megawatts?|a\.?m|p\.?m|am|pm|years?-old|year-old|times)$/i;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const COUNTING =
  /^(?:\d{1,3}(?:,\d{3})+|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?|hundreds?|thousands?|millions?|billions?|dozens?|half|both|none|nobody|no|single|only|every|each|all|several|few|third|quarter|one|thirds)$/iu;

/** Whether a number counts something: not a year, a date, a sum of money, and no unit behind it but the one asked for. */
function countsThings(text: string, question: string): boolean {
  const asked = new Set(askedNoun(question).map(matchForm));
  const own = words(text);
  return own.some(({ form, start, end }, at) => {
    if (!COUNTING.test(form)) return false;
    const behind = own.slice(at + 1, at + 3).map((word) => word.form);
    const unit = behind.find((word) => UNIT.test(word) || MONTH.test(word));
    if (unit !== undefined) return asked.has(matchForm(unit));
    const isPartOfNumber = /^[.:]\d/.test(text.slice(end)) || /\d[.:]$/.test(text.slice(0, start));
    if (isPartOfNumber) return false;
    if (MONTH.test(own[at - 1]?.form ?? '') || /[$£€¥]\s?$/u.test(text.slice(0, start))) return false;
    if (/^%/.test(text.slice(end)) && !asked.has('percent')) return false;
    return !/^(?:1[5-9]|20)\d\d$/.test(form);
  });
}

/** What follows "how many" up to the verb; its last word is what is counted. */
const COUNTED =
  /\bhow many (?<noun>(?:(?!(?:is|are|was|were|be|been|has|have|had|did|do|does|will|would|can|could|should|may|might|got|get|of|in|at|on|there|for)\b)\p{L}+[ ]?){1,3})/iu;
/** Words between a number and what it counts: "57 of the troops", "councillors voted 11". */
const REACH = 4;

function askedNoun(question: string): string[] {
  return words(COUNTED.exec(question)?.groups?.noun ?? '').map(({ form }) => form);
}

function countsWhatIsAsked(text: string, question: string): boolean {
  if (isOfAnotherKind(text, question)) return false;
  const asked = new Set(askedNoun(question).map(matchForm));
  if (asked.size === 0) return true;
  const own = words(text);
  const places = own.flatMap(({ form }, at) => (asked.has(matchForm(form)) ? [at] : []));
  if (places.length === 0) return true;
  return places.some((place) =>
    own.slice(Math.max(0, place - REACH), place + REACH + 1).some(({ form }) => NUMBER.test(form)),
  );
}
