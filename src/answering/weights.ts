import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 5.859,
  late: 7.593,
  lateQuotation: 5.254,
  lateParagraph: 6.543,
  dense: 6.034,
  article: 1.33,
  coverage: -4.86,
  coverageSquared: 3.494,
  speechWanted: 1.276,
  directWanted: 0.332,
  speechUnasked: -0.543,
  favoured: 1.159,
  called: 6.853,
  sensed: 3.591,
  introduced: 5.322,
  typeMissing: -1.609,
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
      lead: 0.016,
      above: 0.011,
      share: 1.372,
      dense: 3.011,
      uneven: -5.649,
      leastNoun: 0.137,
      leastName: 1.507,
      nearName: 1.5,
      type: 0,
      speech: 1.539,
      called: 0.993,
      sensed: 5.234,
      introduced: -2.798,
      words: 7.573,
    },
    bias: -8.254,
    threshold: 0.229,
  },
  'said-about': {
    weights: {
      lead: 0.271,
      above: 0.116,
      share: -0.285,
      dense: 3.408,
      uneven: 5.654,
      leastNoun: 3.599,
      leastName: 1.197,
      nearName: 1.201,
      type: 0,
      speech: 0,
      called: 0.171,
      sensed: -0.462,
      introduced: -0.906,
      words: 5.497,
    },
    bias: -5.93,
    threshold: 0.275,
  },
  described: {
    weights: {
      lead: -0.208,
      above: 0.154,
      share: 0.422,
      dense: 3.09,
      uneven: 1.844,
      leastNoun: -1.4,
      leastName: 1.258,
      nearName: 1.258,
      type: 0,
      speech: 0,
      called: 0.948,
      sensed: -0.443,
      introduced: -1.82,
      words: 4.157,
    },
    bias: -3.448,
    threshold: 0.32,
  },
  fact: {
    weights: {
      lead: 0.237,
      above: -0.044,
      share: 0.644,
      dense: 3.317,
      uneven: -6.297,
      leastNoun: 0.499,
      leastName: 4.469,
      nearName: 0.664,
      type: 2.875,
      speech: -0.27,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 5.067,
    },
    bias: -10.216,
    threshold: 0.274,
  },
};
