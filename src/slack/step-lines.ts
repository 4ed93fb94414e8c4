import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Change, Json } from './shelf.ts';

/** A line of a file, where it begins and how many bytes it has, its end included. */
interface Line {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

const READ_AT_ONCE = 256 * 1024;
export const NEWLINE = 0x0a;

/** The lines of a file up to byte `end`, read a part at a time; without the last one where a crash has cut it off. */
export async function* linesOf(file: FileHandle, end: number): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for (let from = 0; from < end; ) {
    const part = await readAt(file, from, Math.min(READ_AT_ONCE, end - from));
    if (part.length === 0) break;
    from += part.length;
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    let begin = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, begin)) {
      const length = at + 1 - begin;
      yield { offset, length, text: bytes.toString('utf8', begin, at) };
      offset += length;
      begin = at + 1;
    }
    rest = bytes.subarray(begin);
  }
}

/** So many bytes from there; fewer where the file ends. */
export async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, offset + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

interface WrittenChange {
  readonly k: string;
  readonly v: Json;
  readonly u: number;
}

/** A step as a line, with its checksum. */
export function toLine(step: readonly Change[]): string {
  const json = JSON.stringify(step.map(({ key, value, until }) => ({ k: key, v: value, u: until })));
  return `${checksum(json)} ${json}\n`;
}

/** Whether a line begins with a checksum. Version 0.1.0 wrote single changes without. */
export function isSealed(line: string): boolean {
  return !line.startsWith('{');
}

/** The changes of a line; null where it is not as it was written. */
export function readStep(line: string): Change[] | null {
  try {
    const json = isSealed(line) ? line.slice(9) : `[${line}]`;
    if (isSealed(line) && line.slice(0, 8) !== checksum(json)) return null;
    const written = JSON.parse(json) as WrittenChange[];
    return written.map(({ k, v, u }) => ({ key: k, value: v, until: u }));
  } catch {
    return null;
  }
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}
