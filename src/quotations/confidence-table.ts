/**
 * How often the source phrase is right, by class of finding (see confidence.ts) and coarser: numbers measured by
 * `npm run evaluate -- quotes --calibrate` on the sets that rules may be tuned on.
 */
export const PHRASE_RIGHT: Readonly<Record<string, number>> = {
  'according-to indirect plain person': 0.9,
  'according-to indirect': 0.85,
  'according-to': 0.87,
  'clause indirect other he': 0.81,
  'clause indirect other name': 0.76,
  'clause indirect other noun': 0.72,
  'clause indirect other person': 0.87,
  'clause indirect plain name': 0.9,
  'clause indirect plain noun': 0.9,
  'clause indirect plain person': 0.93,
  'clause indirect': 0.87,
  'clause mixed other person': 0.75,
  'clause mixed plain person': 0.95,
  'clause mixed': 0.87,
  clause: 0.88,
  'leading-quote direct plain person': 0.83,
  'leading-quote direct': 0.8,
  'leading-quote': 0.81,
  'trailing-clause indirect': 0.73,
  'trailing-clause': 0.73,
  'trailing-quote direct other person': 0.93,
  'trailing-quote direct plain he': 0.97,
  'trailing-quote direct plain person': 0.89,
  'trailing-quote direct': 0.92,
  'trailing-quote': 0.92,
  'turn direct plain person': 1.0,
  'turn direct': 1.0,
  turn: 1.0,
};
