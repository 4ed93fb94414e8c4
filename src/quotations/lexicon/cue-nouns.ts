import { wordSet } from './word-set.ts';

/** Nouns that take a that-clause of what somebody says or thinks; collected by the authors. */
const NOUNS =
  wordSet(`claim claims statement statements belief view argument arguments warning warnings suggestion suggestions accusation
   accusations assertion assertions announcement allegation allegations fear fears hope hopes promise promises insistence
   contention conclusion prediction predictions complaint complaints concern concerns comment comments remark remarks
   declaration admission denial denials assurance assurances acknowledgment acknowledgement observation opinion confession revelation
   pledge vow threat threats estimate estimates finding findings report reports message proposal demand demands
   recommendation confidence conviction charge charges contentions expectation expectations suspicion suspicions theory
   criticism rumor rumors rumours reminder notion answer reply response verdict motto`);

/** Whether a word in lower case is such a noun. */
export function isCueNoun(word: string): boolean {
  return NOUNS.has(word);
}
