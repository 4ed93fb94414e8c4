import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 5.764,
  late: 5.142,
  lateQuotation: 3.349,
  lateParagraph: 4.94,
  dense: 5.7,
  article: 1.863,
  coverage: -5.348,
  coverageSquared: 1.703,
  speechWanted: 1.421,
  directWanted: 0.561,
  speechUnasked: -0.532,
  favoured: 1.466,
  typeMissing: -2.052,
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
      lead: -0.027,
      above: -0.022,
      share: 1.434,
      dense: 0.837,
      uneven: -6.032,
      leastNoun: -0.099,
      leastName: 2.749,
      nearName: 0.94,
      type: 0,
      speech: 1.051,
      words: 7.302,
    },
    bias: -7.169,
    threshold: 0.262,
  },
  'said-about': {
    weights: {
      lead: -0.168,
      above: 0.275,
      share: -0.68,
      dense: 3.896,
      uneven: 4.3,
      leastNoun: 3.724,
      leastName: 1.338,
      nearName: 1.447,
      type: 0,
      speech: 0,
      words: 10.111,
    },
    bias: -6.548,
    threshold: 0.154,
  },
  fact: {
    weights: {
      lead: 0.486,
      above: -0.024,
      share: -1.473,
      dense: 1.836,
      uneven: -6.264,
      leastNoun: 0.693,
      leastName: 6.048,
      nearName: 0.536,
      type: 3.098,
      speech: -0.479,
      words: 5.355,
    },
    bias: -10.827,
    threshold: 0.239,
  },
};
