import type { View } from '../view.ts';
import type { Entities } from './entities.ts';
import type { Memory } from './memory.ts';
import type { Register } from './register.ts';

/** What of the article descriptions are read against. */
export interface Context {
  readonly register: Register;
  readonly views: readonly View[];
  readonly memory: Memory;
  readonly entities: Entities;
  /** When a sentence is told, counted in sentences of narration. */
  readonly timeOf: (view: View) => number;
}
