import type { Json } from './shelf.ts';
import { type Located, ShelfIndex, type Written } from './shelf-index.ts';
import type { StepFile } from './step-file.ts';
import { linesOf, readAt, readStep } from './step-lines.ts';

/** Lines that lie near each other are read together. */
const READ_TOGETHER = 64 * 1024;

/** The entries of a shelf in a file of steps, of which memory holds only where they are. */
export class WrittenEntries {
  readonly index = new ShelfIndex();
  readonly #now: () => number;
  readonly #onDamaged: (lines: number) => void;
  /** Changed for a shorter one, with the same entries. */
  file: StepFile;

  private constructor(file: StepFile, now: () => number, onDamaged: (lines: number) => void) {
    this.file = file;
    this.#now = now;
    this.#onDamaged = onDamaged;
  }

  /** Finds the entries of a file; `onDamaged` is told how many of its lines are not as they were written. */
  static async in(
    file: StepFile,
    now: () => number,
    onDamaged: (lines: number) => void,
  ): Promise<WrittenEntries> {
    const entries = new WrittenEntries(file, now, onDamaged);
    let damaged = 0;
    for await (const { offset, length, text } of linesOf(file.handle, file.size)) {
      const step = readStep(text);
      if (step === null && text !== '') damaged += 1;
      for (const { key, value, until } of step ?? []) {
        entries.note(key, value === null ? null : { offset, length, until });
      }
    }
    if (damaged > 0) onDamaged(damaged);
    return entries;
  }

  /** From now on it is written there; null: it is gone. */
  note(key: string, written: Written | null): void {
    if (written === null || written.until <= this.#now()) this.index.delete(key);
    else this.index.set(key, written);
  }

  has(key: string): boolean {
    return this.#find(key) !== null;
  }

  /** The value under a key. Where the file does not hold it any more as it was written, there is none. */
  async get(key: string): Promise<Json> {
    const written = this.#find(key);
    if (written === null) return null;
    const { offset, length } = written;
    const { file } = this;
    const bytes = await file.read(offset, length);
    const change = stepIn(bytes)?.findLast((each) => each.key === key);
    if (change) return change.value;
    this.#onDamaged(1);
    if (this.file === file && this.index.find(key)?.offset === offset) this.index.delete(key);
    return null;
  }

  async list(prefix: string): Promise<{ key: string; value: Json }[]> {
    const located = this.index.candidates(prefix, this.#now()).sort((a, b) => a.offset - b.offset);
    const { file } = this;
    const found: { key: string; value: Json }[] = [];
    await file.reading(async () => {
      for (const near of together(located)) {
        const { from, to } = extentOf(near);
        const bytes = await readAt(file.handle, from, to - from);
        for (const { offset, length, is } of near) {
          const step = stepIn(bytes.subarray(offset - from, offset - from + length));
          const change = step?.findLast(({ key }) => key.startsWith(prefix) && is(key));
          if (change) found.push({ key: change.key, value: change.value });
        }
      }
    });
    return found;
  }

  #find(key: string): Written | null {
    const written = this.index.find(key);
    return written !== null && written.until > this.#now() ? written : null;
  }
}

/** A line with its end. */
function stepIn(line: Buffer): ReturnType<typeof readStep> {
  return readStep(line.toString('utf8', 0, line.length - 1));
}

function* together(located: readonly Located[]): Generator<readonly Located[]> {
  let near: Located[] = [];
  for (const each of located) {
    const [first] = near;
    if (first && each.offset + each.length - first.offset > READ_TOGETHER) {
      yield near;
      near = [];
    }
    near.push(each);
  }
  if (near.length > 0) yield near;
}

function extentOf(near: readonly Located[]): { readonly from: number; readonly to: number } {
  const ends = near.map(({ offset, length }) => offset + length);
  return { from: near[0]?.offset ?? 0, to: Math.max(...ends) };
}
