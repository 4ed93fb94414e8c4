import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 6.398,
  late: 4.83,
  lateQuotation: 3.037,
  lateParagraph: 6.966,
  dense: 4.529,
  article: 2.297,
  coverage: -3.848,
  coverageSquared: 0.71,
  speechWanted: 1.534,
  directWanted: 0.883,
  speechUnasked: -0.565,
  favoured: 0.701,
  typeMissing: -1.772,
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
      lead: -0.382,
      above: 0.021,
      share: 3.097,
      dense: -0.89,
      uneven: -5.909,
      leastNoun: 0.103,
      leastName: 2.75,
      nearName: 1.256,
      type: 0,
      speech: 1.623,
      words: 7.859,
    },
    bias: -7.939,
    threshold: 0.238,
  },
  'said-about': {
    weights: {
      lead: -0.312,
      above: 0.346,
      share: -1.886,
      dense: 5.791,
      uneven: 5.828,
      leastNoun: 4.131,
      leastName: 1.627,
      nearName: 1.663,
      type: 0,
      speech: 0,
      words: 11.195,
    },
    bias: -6.678,
    threshold: 0.201,
  },
  fact: {
    weights: {
      lead: -0.105,
      above: -0.034,
      share: -0.659,
      dense: 1.533,
      uneven: -5.958,
      leastNoun: 1.371,
      leastName: 8.568,
      nearName: -0.8,
      type: 3.45,
      speech: -0.366,
      words: 4.837,
    },
    bias: -11.386,
    threshold: 0.269,
  },
};
