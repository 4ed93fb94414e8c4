import { type AnswerType, type Reader, understood } from '../understanding.ts';

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'time',
    /^(?:and |but |so )?(?:when\b|(?:at |on |in |by |since |until )?(?:what|which) (?:time|day|date|year|month|week|hour)\b|how long ago\b|what(?:'s|’s| is| was) the (?:date|deadline)\b)/i,
  ],
  [
    'number',
    /^(?:\w+ ){0,2}how (?:many|much|long|old|far|big|large|tall|high|often|deep|wide|heavy|fast|expensive|few|large a|big a)\b|^(?:what|which) (?:number|percentage|share|proportion|amount|price|age|sum|fraction)\b|^what(?:'s|’s|s| is| was| were| are)? the (?:\w+ )?(?:number|percentage|share|cost|price|bill|toll|amount|total|age|budget|size|turnout|margin|score|rate|figure)\b/i,
  ],
  [
    'place',
    /^(?:and |but |so )?(?:where\b|(?:in |at |from |to |on )?(?:what|which) (?:country|city|town|place|village|region|area|state|street|venue|district|building|location|part)\b|whereabouts\b)/i,
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
const QUESTION =
  /^(?:and |but |so |or )?(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|in what|at what|on what|for how|by how|to what|from what|for what|in which|on which|at which|during|any|is there|are there|since when|until when|how come)\b/i;

/** Any other question: what the article says as a fact. */
export const readFact: Reader = (question) => {
  const { masked } = question;
  if (!QUESTION.test(masked) && !/\?\s*$/.test(masked)) return null;
  const answerType = TYPES.find(([, pattern]) => pattern.test(masked))?.[0] ?? 'thing';
  return understood(question, { request: 'fact', content: masked.replace(/[?!.\s]+$/, ''), answerType });
};
