import type { Citation } from '../answer.ts';
import { citeCandidate } from '../citations.ts';
import type { Candidate } from '../evidence.ts';
import type { Person } from '../people.ts';
import type { Query } from '../query.ts';
import { isContrary, isWholly, readSupport, supportProbability } from '../support.ts';
import { SUPPORT } from '../support-weights.ts';
import type { Turn } from '../turn.ts';
import { gather } from './found.ts';

/** Passages that are held against a claim part by part. */
const HELD = 2;
/** Logits of the ranking: more likely by e to this power. */
const FAR_AHEAD = 1;

/** The passage that says what a claim says, if there is one. */
export interface ClaimSupport {
  readonly citation: Citation | null;
  /** Whether the one who is claimed to say it says it there, or nobody was named. */
  readonly isClaimed: boolean;
  /** What comes nearest where nothing says it. */
  readonly nearest: readonly Citation[];
}

/** No shared wording: whether the one named, or somebody else, says the same in other words. */
export async function findSupport(
  turn: Turn,
  text: string,
  people: readonly Person[] | null,
): Promise<ClaimSupport> {
  const query = await turn.statement(text);
  const anybody = await gather(turn, query, { speech: true, people: null });
  const own = people?.length ? await gather(turn, query, { speech: true, people }) : [];
  const nearest = (own.length > 0 ? own : anybody)
    .slice(0, 1)
    .map((candidate) => citeCandidate(candidate, true));
  const claimed = saying(query, people === null ? anybody : own, anybody);
  if (claimed) return { citation: citeCandidate(claimed, true), isClaimed: true, nearest };
  const others = anybody.filter(
    ({ stored, passage }) =>
      !own.some((candidate) => candidate.stored === stored && candidate.passage === passage),
  );
  const other = people === null ? null : saying(query, others.filter(isSpoken), anybody);
  if (other && isFarAhead(other, own))
    return { citation: citeCandidate(other, true), isClaimed: false, nearest };
  return { citation: null, isClaimed: false, nearest };
}

function isSpoken({ quotations }: Candidate): boolean {
  return quotations.some(({ speaker, polarity }) => speaker !== null && polarity === 'said');
}

/** The first, in the order of the ranking, that says what is claimed; none behind one that says the contrary. */
function saying(query: Query, candidates: readonly Candidate[], all: readonly Candidate[]): Candidate | null {
  for (const candidate of candidates.slice(0, HELD)) {
    const signs = readSupport(query, candidate, all);
    if (isContrary(signs)) return null;
    if (isWholly(signs) || supportProbability(signs) >= SUPPORT.threshold) return candidate;
  }
  return null;
}

/** Whether what somebody else says fits a claim so much better that the claim must mean it. */
function isFarAhead(other: Candidate, own: readonly Candidate[]): boolean {
  return other.score - (own[0]?.score ?? Number.NEGATIVE_INFINITY) > FAR_AHEAD;
}
