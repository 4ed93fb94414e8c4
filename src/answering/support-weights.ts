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
    late: -2.543,
    lateQuotation: -1.649,
    dense: 0.851,
    coverage: -1.578,
    leastMet: 1.64,
    meanMet: 0.055,
    leastVerb: 0.46,
    leastNoun: 1.56,
    missingName: -1.924,
    missingNumber: -2.558,
    denied: 0.274,
    contradicted: -3.079,
    deniedAnywhere: -0.774,
    opposed: -0.582,
    modality: -0.733,
    unforeseen: -0.686,
    untimed: -2.389,
    leastOther: 1.374,
    order: 0.514,
    words: 7.654,
    margin: 0.122,
    share: 1.087,
  },
  bias: -3.152,
  threshold: 0.5,
};
