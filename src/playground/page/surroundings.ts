import { createContext, useContext } from 'react';
import type { Person } from '../workspace.ts';

/** What the parts of the page need everywhere. */
export interface Surroundings {
  readonly people: readonly Person[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** Moves the reader to an address of it, "/articles/ID#p20". */
  readonly onCitation: (address: string) => void;
}

export const SurroundingsContext = createContext<Surroundings>({
  people: [],
  channels: [],
  onCitation: () => undefined,
});

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
