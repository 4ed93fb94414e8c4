import type { TokenVectors } from './store.ts';

/** Large enough for a long paragraph; of 256 tokens, the most that a sentence has, it holds ten. */
const BLOCK_BYTES = 1024 * 1024;

/**
 * Token vectors that were read, in blocks of memory that are used again: as buffers of their own, those of a hundred
 * questions are so many bytes that the collector looks through the whole heap. When all blocks are full, the one that
 * was filled first is taken, and what it held is forgotten: whoever was shown that must not look at it any more.
 */
export class TokenMemory {
  readonly #blocks: number;
  readonly #filled: Block[] = [];
  #current: Block | null = null;
  readonly #known = new Map<string, TokenVectors>();

  /** `bytes`: how many are held at most, in whole blocks; memory is taken as it is needed. */
  constructor(bytes: number) {
    this.#blocks = Math.max(1, Math.floor(bytes / BLOCK_BYTES));
  }

  get(key: string): TokenVectors | undefined {
    return this.#known.get(key);
  }

  /** The most bytes that `room` gives. */
  get largest(): number {
    return BLOCK_BYTES;
  }

  /** Room for so many bytes, at an address that is a multiple of four. */
  room(bytes: number): Buffer {
    if (bytes > BLOCK_BYTES) throw new Error(`${bytes} bytes are more than a block holds`);
    const block = this.#blockFor(bytes);
    const room = block.bytes.subarray(block.used, block.used + bytes);
    block.used += Math.ceil(bytes / 4) * 4;
    return room;
  }

  /** Remembers what was put into the room given last. */
  keep(key: string, tokens: TokenVectors): void {
    this.#known.set(key, tokens);
    this.#current?.keys.push(key);
  }

  #blockFor(bytes: number): Block {
    if (this.#current && this.#current.used + bytes <= BLOCK_BYTES) return this.#current;
    if (this.#current) this.#filled.push(this.#current);
    this.#current = this.#filled.length < this.#blocks ? newBlock() : this.#oldest();
    return this.#current;
  }

  #oldest(): Block {
    const block = this.#filled.shift() ?? newBlock();
    for (const key of block.keys) this.#known.delete(key);
    block.keys.length = 0;
    block.used = 0;
    return block;
  }
}

interface Block {
  readonly bytes: Buffer;
  used: number;
  /** What it holds. */
  readonly keys: string[];
}

function newBlock(): Block {
  return { bytes: Buffer.allocUnsafeSlow(BLOCK_BYTES), used: 0, keys: [] };
}
