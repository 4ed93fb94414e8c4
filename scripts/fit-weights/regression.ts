/** One case: its named numbers, and whether it is right. */
export interface Labelled {
  readonly values: ReadonlyMap<string, number>;
  readonly right: boolean;
}

const STEPS = 600;
const RATE = 0.3;
/** Penalty on the squared weights of standardised values: a few hundred cases must not be learned by heart. */
const RANKING_PENALTY = 0.02;
/** The same for a judgement, over its number of cases: the fewer there are, the less is learned from them. */
const JUDGEMENT_PENALTY = 10;
const FOLDS = 8;

interface Scale {
  readonly names: readonly string[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/**
 * Weights of a linear score under which the right cases of each list come first: softmax over the list, maximum
 * likelihood of the right ones together, by gradient ascent.
 */
export function fitSoftmax(lists: readonly (readonly Labelled[])[]): {
  weights: Map<string, number>;
  first: number;
  firstThree: number;
} {
  const scale = scaleOf(lists.flat());
  const scaled = lists.map((list) =>
    list.map(({ values, right }) => ({ row: standardise(values, scale), right })),
  );
  const weights = scale.names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RANKING_PENALTY * weight);
    for (const list of scaled) {
      const shares = softmax(list.map(({ row }) => dot(row, weights)));
      const rightShare =
        list.reduce((sum, { right }, at) => sum + (right ? (shares[at] ?? 0) : 0), 0) || 1e-9;
      list.forEach(({ row, right }, at) => {
        const share = shares[at] ?? 0;
        const pull = (right ? share / rightShare : 0) - share;
        row.forEach((value, column) => {
          gradient[column] = (gradient[column] ?? 0) + (pull * value) / scaled.length;
        });
      });
    }
    gradient.forEach((slope, column) => {
      weights[column] = (weights[column] ?? 0) + RATE * slope;
    });
  }
  const within = (places: number): number =>
    scaled.filter((list) =>
      [...list]
        .sort((a, b) => dot(b.row, weights) - dot(a.row, weights))
        .slice(0, places)
        .some(({ right }) => right),
    ).length / scaled.length;
  return { weights: rawWeights(weights, scale), first: within(1), firstThree: within(3) };
}

/** Logistic regression, the two classes weighing the same. `held`: each case's probability from folds without it. */
export function fitLogistic(rows: readonly Labelled[]): {
  weights: Map<string, number>;
  bias: number;
  probabilities: number[];
  held: number[];
} {
  const scale = scaleOf(rows);
  const scaled = rows.map(({ values, right }) => ({ row: [...standardise(values, scale), 1], right }));
  const all = ascend(scaled);
  const held = scaled.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    // Neighbouring cases are of one article: folds are runs of them, so that none is learned from its own article.
    const inFold = (at: number): boolean => Math.floor((at * FOLDS) / scaled.length) === fold;
    const weights = ascend(scaled.filter((_, at) => !inFold(at)));
    scaled.forEach(({ row }, at) => {
      if (inFold(at)) held[at] = sigmoid(dot(row, weights));
    });
  }
  const raw = rawWeights(all.slice(0, -1), scale);
  const shift = scale.names.reduce((sum, name, at) => sum + (raw.get(name) ?? 0) * (scale.means[at] ?? 0), 0);
  return {
    weights: raw,
    bias: (all.at(-1) ?? 0) - shift,
    probabilities: scaled.map(({ row }) => sigmoid(dot(row, all))),
    held,
  };
}

function ascend(rows: readonly { readonly row: readonly number[]; readonly right: boolean }[]): number[] {
  const right = rows.filter((row) => row.right).length || 1;
  const wrong = rows.length - right || 1;
  const weights = (rows[0]?.row ?? []).map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, column) =>
      column === weights.length - 1 ? 0 : (-JUDGEMENT_PENALTY / rows.length) * weight,
    );
    for (const { row, right: isRight } of rows) {
      const pull = (Number(isRight) - sigmoid(dot(row, weights))) / (2 * (isRight ? right : wrong));
      row.forEach((value, column) => {
        gradient[column] = (gradient[column] ?? 0) + pull * value;
      });
    }
    gradient.forEach((slope, column) => {
      weights[column] = (weights[column] ?? 0) + 3 * RATE * slope;
    });
  }
  return weights;
}

/** Probability that a right case has a higher value than a wrong one. */
export function areaUnderCurve(rows: readonly Labelled[], values: readonly number[]): number {
  const right = values.filter((_, at) => rows[at]?.right);
  const wrong = values.filter((_, at) => !rows[at]?.right);
  let sum = 0;
  for (const a of right) for (const b of wrong) sum += a > b ? 1 : a === b ? 0.5 : 0;
  return sum / (right.length * wrong.length || 1);
}

function scaleOf(rows: readonly Labelled[]): Scale {
  const names = [...(rows[0]?.values.keys() ?? [])];
  const columns = names.map((name) => rows.map(({ values }) => values.get(name) ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map((column, at) => {
    const mean = means[at] ?? 0;
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length) || 1;
  });
  return { names, means, deviations };
}

function standardise(values: ReadonlyMap<string, number>, { names, means, deviations }: Scale): number[] {
  return names.map((name, at) => ((values.get(name) ?? 0) - (means[at] ?? 0)) / (deviations[at] ?? 1));
}

function rawWeights(weights: readonly number[], { names, deviations }: Scale): Map<string, number> {
  return new Map(names.map((name, at) => [name, (weights[at] ?? 0) / (deviations[at] ?? 1)]));
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
