import type { Citation } from '../answer.ts';
import { citeCandidate, sameCitation } from '../citations.ts';
import { ComparedText } from '../comparison.ts';
import { type Candidate, gatherEvidence, type Preference } from '../evidence.ts';
import {
  answerProbability,
  areRelated,
  isEnough,
  type JudgedRequest,
  meetsConditions,
  readSigns,
} from '../judgement.ts';
import type { Query } from '../query.ts';
import type { Turn } from '../turn.ts';

/** An answer shows at most this many passages, and further ones only when they come close to the first. */
const MOST_SHOWN = 3;
const CLOSE = 0.82;

/** The passages that may answer, best first. */
export async function gather(
  turn: Turn,
  query: Query,
  preference: Pick<Preference, 'speech' | 'people'> & Partial<Preference>,
): Promise<Candidate[]> {
  const { answerType } = turn.understanding;
  const candidates = await gatherEvidence(
    turn.store,
    query,
    turn.scope,
    { answerType, ...preference },
    turn.watch,
  );
  turn.observer?.ranked(query, candidates);
  return candidates;
}

/** How far the best candidate can be given as the answer; what is only likely is said to be so. */
export type Certainty = 'sure' | 'likely' | 'no';

/** At this probability an answer is likelier than not by far enough to be given without a word of doubt. */
const SURE = 0.55;

/** Whether the best candidate answers: the parts of the question, weighed together, make it likely enough. */
export function certaintyOf(
  turn: Turn,
  query: Query,
  candidates: readonly Candidate[],
  request: JudgedRequest,
): Certainty {
  if (standsVerbatim(query, candidates[0])) return 'sure';
  const signs = readSigns(query, candidates, turn.understanding.answerType);
  if (!signs) return 'no';
  const probability = answerProbability(signs, request);
  turn.observer?.judged(signs, probability, request);
  const answers =
    isEnough(probability, request) &&
    meetsConditions(query, candidates, turn.understanding.answerType, request);
  if (!answers) return 'no';
  return probability >= SURE && areRelated(candidates) ? 'sure' : 'likely';
}

/** Shorter runs of words stand somewhere by chance. */
const VERBATIM_WORDS = 4;

/** Whether the question's content stands in the best passage word for word: nothing is left to judge. */
function standsVerbatim({ text }: Query, best: Candidate | undefined): boolean {
  if (!best || text.split(/\s+/).length < VERBATIM_WORDS) return false;
  return ComparedText.standsIn(best.stored.article, text, best.passage);
}

/** The citations of the best candidates, each once, as long as they come close to the best. */
export function citeBest(
  candidates: readonly Candidate[],
  preferSpeech: boolean,
  most = MOST_SHOWN,
): Citation[] {
  const best = candidates[0]?.score ?? 0;
  const citations: Citation[] = [];
  for (const candidate of candidates) {
    if (citations.length === most || candidate.score < CLOSE * best) break;
    const citation = citeCandidate(candidate, preferSpeech);
    if (!citations.some((known) => sameCitation(known, citation))) citations.push(citation);
  }
  return citations;
}
