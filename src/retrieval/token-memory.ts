import type { PassagePlace, TokenVectors } from './store.ts';

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
  /** By article and passage. */
  readonly #known = new Map<string, Map<number, TokenVectors>>();

  /** `bytes`: how many are held at most, in whole blocks; memory is taken as it is needed. */
  constructor(bytes: number) {
    this.#blocks = Math.max(1, Math.floor(bytes / BLOCK_BYTES));
  }

  get({ articleId, passage }: PassagePlace): TokenVectors | undefined {
    return this.#known.get(articleId)?.get(passage);
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
  keep(place: PassagePlace, tokens: TokenVectors): void {
    const own = this.#known.get(place.articleId) ?? new Map<number, TokenVectors>();
    if (own.size === 0) this.#known.set(place.articleId, own);
    own.set(place.passage, tokens);
    this.#current?.places.push(place);
  }

  #forget({ articleId, passage }: PassagePlace): void {
    const own = this.#known.get(articleId);
    own?.delete(passage);
    if (own?.size === 0) this.#known.delete(articleId);
  }

  #blockFor(bytes: number): Block {
    if (this.#current && this.#current.used + bytes <= BLOCK_BYTES) return this.#current;
    if (this.#current) this.#filled.push(this.#current);
    this.#current = this.#filled.length < this.#blocks ? newBlock() : this.#oldest();
    return this.#current;
  }

  #oldest(): Block {
    const block = this.#filled.shift() ?? newBlock();
    for (const place of block.places) this.#forget(place);
    block.places.length = 0;
    block.used = 0;
    return block;
  }
}

interface Block {
  readonly bytes: Buffer;
  used: number;
  /** What it holds. */
  readonly places: PassagePlace[];
}

function newBlock(): Block {
  return { bytes: Buffer.allocUnsafeSlow(BLOCK_BYTES), used: 0, places: [] };
}
