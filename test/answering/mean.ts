import { expect, test } from 'vitest';
import { understand } from '../../src/answering/understand.ts';
import type { Understanding } from '../../src/answering/understanding.ts';

/** A claim to ask about. */
export const CLAIM = 'the dam will hold';

/** All these ways to ask mean the same. */
export function mean(understood: Partial<Understanding>, phrasings: readonly string[]): void {
  test.each(phrasings)('%s', (phrasing) => {
    expect(understand(phrasing)).toMatchObject(understood);
  });
}
