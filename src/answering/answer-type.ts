import { words } from '../article/words.ts';
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
 * Whether a text holds a thing of the kind that a question asks for: a number, a time, a place, a reason.
 * Any text holds a person or a thing. Where the question says what is to be counted and the text has that word,
 * the number has to stand beside it.
 */
export function holdsType(text: string, type: AnswerType | null, question = ''): boolean {
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

/** What follows "how many" up to the verb; its last word is what is counted. */
const COUNTED =
  /\bhow many (?<noun>(?:(?!(?:is|are|was|were|be|been|has|have|had|did|do|does|will|would|can|could|should|may|might|got|get|of|in|at|on|there|for)\b)\p{L}+[ ]?){1,3})/iu;
/** Words between a number and what it counts: "57 of the troops", "councillors voted 11". */
const REACH = 4;

function countsWhatIsAsked(text: string, question: string): boolean {
  const noun = COUNTED.exec(question)?.groups?.noun;
  if (noun === undefined) return true;
  const asked = new Set(words(noun).map(({ form }) => matchForm(form)));
  const own = words(text);
  const places = own.flatMap(({ form }, at) => (asked.has(matchForm(form)) ? [at] : []));
  if (places.length === 0) return true;
  return places.some((place) =>
    own.slice(Math.max(0, place - REACH), place + REACH + 1).some(({ form }) => NUMBER.test(form)),
  );
}
