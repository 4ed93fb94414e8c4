import { type Reader, understood } from '../understanding.ts';

const PATTERNS: readonly RegExp[] = [
  /^(?<who>(?!all\b|the\b|who\b|what\b|list\b|show\b|give\b)[^‹›?]{2,40}?)(?:['’]s?)? (?:quotes|quotations)$/i,
  /^(?:all )?(?:the )?(?:quotes?|quotations?)(?: (?:of|by|from))? (?<who>.+)$/i,
  /\b(?:everything|all|anything)(?: that)? (?<who>.{2,60}?) (?:said|says|has said|had said|told (?:them|us|\w+)|is quoted (?:as )?saying|stated|claimed|claims)\b(?! (?:about|on|that|regarding))/i,
  /\b(?:all|every|each|list|show|give me)(?: of| me)?(?: all)?(?: of)?(?: the)? (?<who>.{2,60}?)['’]?s? (?:quotes?|quotations?|statements?|words|remarks|comments|lines)\b(?! (?:about|on|regarding))/i,
  /\b(?:all|every|each|list|show|give me)(?: of| me)?(?: all)?(?: of)?(?: the)? (?:quotes?|quotations?|statements?|remarks|comments|direct quotes|words)(?: (?:of|by|from|attributed to))(?: the)? (?<who>.{2,60})$/i,
  /^what (?:are|were)(?: all)?(?: of)?(?: the)? (?:quotes?|quotations?)(?: (?:of|by|from)) (?<who>.{2,60})$/i,
];

/** "quotes Marlow", "everything Brandt said", "all of the mayor's statements". */
export const readQuotesOf: Reader = (question) => {
  for (const pattern of PATTERNS) {
    const who = pattern.exec(question.masked.replace(/[?!.]+$/, ''))?.groups?.who?.trim();
    if (who && !who.includes('‹') && !/^(?:who|what|there|in|of|the article)\b/i.test(who))
      return understood(question, { request: 'quotes', speaker: who });
  }
  return null;
};
