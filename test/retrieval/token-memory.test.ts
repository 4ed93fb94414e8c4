import { expect, test } from 'vitest';
import { TokenMemory } from '../../src/retrieval/token-memory.ts';
import { packTokens, quantise, unpackTokens } from '../../src/retrieval/token-vectors.ts';

const MEGABYTE = 1024 * 1024;
const DIMENSION = 64;

/** Token vectors of `rows` tokens, each number telling whose they are. */
function tokensOf(number: number, rows: number) {
  return quantise(
    Float32Array.from({ length: rows * DIMENSION }, (_, at) => Math.sin(number + at)),
    DIMENSION,
  );
}

const placeOf = (number: number) => ({ articleId: `article ${number % 7}`, passage: number });

function put(memory: TokenMemory, number: number, rows: number): void {
  const packed = packTokens(tokensOf(number, rows));
  const room = memory.room(packed.length);
  packed.copy(room);
  memory.keep(placeOf(number), unpackTokens(room, DIMENSION));
}

test('what is remembered is as it was put in, as long as it is remembered', () => {
  const memory = new TokenMemory(3 * MEGABYTE);
  const rows = (number: number): number => 200 + (number % 7);
  for (let number = 0; number < 600; number++) {
    put(memory, number, rows(number));
    for (const known of [number, number - 1, number - 60, number - 140]) {
      if (known < 0) continue;
      const found = memory.get(placeOf(known));
      expect(found && packTokens(found).equals(packTokens(tokensOf(known, rows(known))))).toBe(true);
    }
  }
});

test('the oldest are forgotten when the memory is full, and their room is used again', () => {
  const memory = new TokenMemory(2 * MEGABYTE);
  const buffers = new Set<ArrayBufferLike>();
  for (let number = 0; number < 600; number++) {
    put(memory, number, 200);
    const tokens = memory.get(placeOf(number));
    if (tokens) buffers.add(tokens.data.buffer);
  }
  expect(buffers.size).toBe(2);
  expect(memory.get(placeOf(0))).toBeUndefined();
  const bytes = packTokens(tokensOf(0, 200)).length;
  const kept = Array.from({ length: 600 }, (_, at) => memory.get(placeOf(at))).filter(Boolean).length;
  expect(kept * bytes).toBeGreaterThan(0.9 * MEGABYTE);
  expect(kept * bytes).toBeLessThanOrEqual(2 * MEGABYTE);
});

test('what is larger than a block has no room', () => {
  const memory = new TokenMemory(MEGABYTE);
  expect(memory.room(memory.largest)).toHaveLength(MEGABYTE);
  expect(() => memory.room(memory.largest + 1)).toThrow(/more than a block holds/);
});
