import { type AnswerType, type Reader, understood } from '../understanding.ts';

/** What may stand before the word that asks: "by when", "with how many", "at what". */
const BEFORE =
  '(?:and |but |so |or |now )?(?:(?:at|on|in|by|since|until|till|from|for|with|to|of|under|after|before|over|during|through|against|via|about|around|behind|between|near) )?';

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'time',
    new RegExp(
      `^${BEFORE}(?:when\\b|(?:what|which) (?:time|day|date|year|month|week|hour)\\b|how long ago\\b|what(?:'s|’s| is| was) the (?:date|deadline)\\b)`,
      'i',
    ),
  ],
  [
    'number',
    new RegExp(
      `^(?:\\w+ ){0,2}how (?:many|much|long|old|far|big|large|tall|high|often|deep|wide|heavy|fast|expensive|few|large a|big a)\\b|^${BEFORE}(?:what|which) (?:number|percentage|share|proportion|amount|price|age|sum|fraction|depth|height|speed|distance|cost|rate)\\b|^what(?:'s|’s|s| is| was| were| are)? the (?:\\w+ )?(?:number|percentage|share|cost|price|bill|toll|amount|total|age|budget|size|turnout|margin|score|rate|figure|population|depth|height|length|weight|speed|distance)\\b`,
      'i',
    ),
  ],
  [
    'place',
    new RegExp(
      `^${BEFORE}(?:where\\b|(?:what|which) (?:country|city|town|place|village|region|area|state|street|venue|district|building|location|part)\\b|whereabouts\\b)`,
      'i',
    ),
  ],
  [
    'reason',
    /^(?:and |but |so )?(?:why\b|how come\b|what (?:caused|made|led|prompted|triggered|explains)\b|for (?:what|which) reason\b|what(?:'s|’s|s| is| was| were)? the (?:\w+ )?(?:reason|cause|motive)\b|what reasons?\b)/i,
  ],
  [
    'person',
    /^(?:who|whom|which (?:person|man|woman|official|minister|company|organi[sz]ation|team|group))\b/i,
  ],
];
const QUESTION = new RegExp(
  `^${BEFORE}(?:who|whom|whose|what|when|where|why|how|which)\\b|^(?:and |but |so |or )?(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|during|any|is there|are there)\\b`,
  'i',
);

/** Any other question: what the article says as a fact. */
export const readFact: Reader = (question) => {
  const { masked } = question;
  if (!QUESTION.test(masked) && !/\?\s*$/.test(masked)) return null;
  const answerType = TYPES.find(([, pattern]) => pattern.test(masked))?.[0] ?? 'thing';
  return understood(question, { request: 'fact', content: masked.replace(/[?!.\s]+$/, ''), answerType });
};
