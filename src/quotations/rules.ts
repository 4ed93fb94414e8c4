import type { Rule } from './rule.ts';
import { accordingTo } from './rules/according-to.ts';
import { anyVerb } from './rules/any-verb.ts';
import { clause } from './rules/clause.ts';
import { colonQuote } from './rules/colon-quote.ts';
import { leadingQuote } from './rules/leading-quote.ts';
import { nounCue } from './rules/noun-cue.ts';
import { object } from './rules/object.ts';
import { passive } from './rules/passive.ts';
import { quotedAs } from './rules/quoted-as.ts';
import { trailingClause } from './rules/trailing-clause.ts';
import { trailingQuote } from './rules/trailing-quote.ts';

/** The rules of one sentence, in order: what an earlier one claims, a later one leaves alone. */
export const SENTENCE_RULES: readonly Rule[] = [
  trailingQuote,
  quotedAs,
  leadingQuote,
  colonQuote,
  passive,
  clause,
  trailingClause,
  object,
  nounCue,
  anyVerb,
  accordingTo,
];
