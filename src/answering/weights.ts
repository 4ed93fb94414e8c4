import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 8.249,
  late: 8.297,
  lateQuotation: 5.14,
  lateParagraph: 6.507,
  dense: 4.314,
  coverage: -4.581,
  coverageSquared: 1.326,
  speechWanted: 1.601,
  directWanted: 0.645,
  speechUnasked: -0.461,
};

export interface Judgement {
  readonly weights: Readonly<Record<keyof Signs, number>>;
  readonly bias: number;
  /** The least probability at which the best passage is given as the answer. */
  readonly threshold: number;
}

export const JUDGEMENT: Readonly<Record<JudgedRequest, Judgement>> = {
  'who-said': {
    weights: {
      lead: -0.189,
      share: 3.26,
      dense: -3.244,
      meanMet: -0.148,
      leastMet: 1.09,
      looseMet: 2.628,
      uneven: -5.912,
      leastName: 2.521,
      type: 0,
      words: 9.733,
    },
    bias: -6.934,
    threshold: 0.227,
  },
  'said-about': {
    weights: {
      lead: -0.458,
      share: -0.643,
      dense: 0.43,
      meanMet: -0.549,
      leastMet: 1.473,
      looseMet: 5.155,
      uneven: -2.63,
      leastName: 3.33,
      type: 0,
      words: 7.436,
    },
    bias: -5.997,
    threshold: 0.168,
  },
  fact: {
    weights: {
      lead: -0.463,
      share: -0.847,
      dense: 2.28,
      meanMet: -3.692,
      leastMet: 1.9,
      looseMet: 2.527,
      uneven: -2.08,
      leastName: 0,
      type: 1.724,
      words: 6.024,
    },
    bias: -1.76,
    threshold: 0.153,
  },
};
