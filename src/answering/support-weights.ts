import type { SupportSigns } from './support.ts';

/**
 * Found by `npm run fit-checks` on the golden checks that are not frozen: how much each sign counts in the judgement
 * whether a passage says what is claimed, and the probability from which it is taken to.
 */
export const SUPPORT: {
  readonly weights: Readonly<Record<keyof SupportSigns, number>>;
  readonly bias: number;
  readonly threshold: number;
} = {
  weights: {
    late: -2.819,
    lateQuotation: -1.82,
    dense: 1.399,
    coverage: -1.411,
    leastMet: 2.763,
    meanMet: 0.36,
    leastVerb: 0.596,
    leastNoun: 1.241,
    missingName: -2.185,
    missingNumber: -2.189,
    denied: 0.394,
    contradicted: -3.328,
    deniedAnywhere: -0.519,
    opposed: -0.606,
    modality: -0.74,
    words: 7.334,
    margin: 0.478,
    share: 0.597,
  },
  bias: -2.599,
  threshold: 0.5,
};
