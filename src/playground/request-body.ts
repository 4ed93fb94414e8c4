import type { IncomingMessage } from 'node:http';
import type { Arguments } from './api-context.ts';

const MOST_BODY_BYTES = 4 * 1024 * 1024;

/** The arguments of a call, sent as a form or as JSON; none where it is neither. */
export function readArguments(type: string, body: string): Arguments {
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The whole body of a request. Rejects where it is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BODY_BYTES) throw new Error('the body is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
