import { fdatasyncSync, fstatSync, readSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { NEWLINE, readAt } from './step-lines.ts';

/** A file of steps that is written at its end and read anywhere; it stays open while somebody reads in it. */
export class StepFile {
  readonly handle: FileHandle;
  #size: number;
  /** Whether it ends with half a line, which a crash or a write that failed has left. */
  #torn: boolean;
  #readers = 0;
  #retired = false;

  private constructor(handle: FileHandle, size: number, torn: boolean) {
    this.handle = handle;
    this.#size = size;
    this.#torn = torn;
  }

  /** `flags` as of the system's `open`: 'r' to read what is there, 'a+' to go on behind it, 'w+' for an empty one. */
  static async open(path: string, flags: 'r' | 'a+' | 'w+'): Promise<StepFile> {
    const handle = await open(path, flags, 0o600);
    const { size } = await handle.stat();
    const last = size > 0 ? (await readAt(handle, size - 1, 1))[0] : NEWLINE;
    return new StepFile(handle, size, last !== NEWLINE);
  }

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  /**
   * Hands a line to the system before it returns: a process that is killed in the next moment has noted it down.
   * Not asynchronously: the threads that would write may be busy, and it takes microseconds. Returns the byte
   * where the line begins; throws the system's error, and then the line does not count.
   */
  append(line: Buffer): number {
    const offset = this.#size + (this.#torn ? 1 : 0);
    try {
      writeWhole(this.handle.fd, this.#torn ? Buffer.concat([Buffer.from('\n'), line]) : line);
    } catch (error) {
      const { size } = fstatSync(this.handle.fd);
      this.#torn ||= size > this.#size;
      this.#size = size;
      throw error;
    }
    this.#torn = false;
    this.#size = offset + line.length;
    return offset;
  }

  /** Takes over, in one go, what stands in another file from a byte on, half a line at its end included; on the disk. */
  takeOver(other: StepFile, from: number): void {
    const bytes = Buffer.allocUnsafe(other.#size - from);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(other.handle.fd, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new Error('the file is shorter than what was written to it');
      at += read;
    }
    this.append(bytes);
    this.#torn = other.#torn;
    fdatasyncSync(this.handle.fd);
  }

  async read(offset: number, length: number): Promise<Buffer> {
    return this.reading(() => readAt(this.handle, offset, length));
  }

  /** Does something with the file, which is not closed meanwhile. */
  async reading<T>(work: () => Promise<T>): Promise<T> {
    this.#readers += 1;
    try {
      return await work();
    } finally {
      this.#readers -= 1;
      await this.#closeUnread();
    }
  }

  /** Nothing will be written to it any more: it is closed as soon as nobody reads in it. */
  async retire(): Promise<void> {
    this.#retired = true;
    await this.#closeUnread();
  }

  async #closeUnread(): Promise<void> {
    if (this.#retired && this.#readers === 0) await this.handle.close();
  }
}

/** A system may take less than it is given. */
function writeWhole(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
