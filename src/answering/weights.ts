import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 7.268,
  late: 5.738,
  lateQuotation: 3.964,
  lateParagraph: 6.313,
  dense: 4.615,
  article: 1.635,
  coverage: -3.879,
  coverageSquared: 0.675,
  speechWanted: 1.65,
  directWanted: 0.525,
  speechUnasked: -0.492,
  typeMissing: -1.598,
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
      lead: -0.254,
      share: 2.474,
      dense: -1.407,
      meanMet: 0.197,
      leastMet: -0.293,
      looseMet: 2.55,
      uneven: -6.089,
      leastName: 0.827,
      nearName: 2.313,
      type: 0,
      words: 9.041,
    },
    bias: -6.831,
    threshold: 0.238,
  },
  'said-about': {
    weights: {
      lead: -0.21,
      share: -0.278,
      dense: -0.976,
      meanMet: 0.581,
      leastMet: 2.361,
      looseMet: 3.702,
      uneven: -3.837,
      leastName: 1.326,
      nearName: 1.42,
      type: 0,
      words: 9.799,
    },
    bias: -6.243,
    threshold: 0.202,
  },
  fact: {
    weights: {
      lead: -0.431,
      share: -2.349,
      dense: 3.578,
      meanMet: -3.559,
      leastMet: 1.926,
      looseMet: 2.7,
      uneven: -0.4,
      leastName: 6.77,
      nearName: 5.202,
      type: 1.184,
      words: 5.808,
    },
    bias: -13.163,
    threshold: 0.168,
  },
};
