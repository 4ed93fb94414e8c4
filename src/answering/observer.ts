import type { Candidate } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';
import type { Query } from './query.ts';
import type { Understanding } from './understanding.ts';

/** Sees how an answer comes about: for explanations and for measuring. */
export interface AnswerObserver {
  understood(understanding: Understanding): void;
  ranked(query: Query, candidates: readonly Candidate[]): void;
  judged(signs: Signs, probability: number, request: JudgedRequest): void;
}
