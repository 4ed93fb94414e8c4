import { lookup } from 'node:dns';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { PageProblem } from './page.ts';
import { MAX_ARTICLE_BYTES } from './read.ts';

/** A page as it was read. */
export interface FetchedPage {
  /** Where it was read, behind all redirects. */
  readonly url: string;
  readonly kind: 'html' | 'text';
  readonly text: string;
}

export interface FetchOptions {
  /** Which IP addresses may be read; the public ones, if not given. */
  readonly isAllowed?: (address: string) => boolean;
}

const MOST_REDIRECTS = 5;
const MILLIS = 15_000;
const KINDS: Readonly<Record<string, FetchedPage['kind']>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'text',
};

/** Everything that is not the public internet: this machine, private networks, special uses. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv6');
}

/** Whether an IP address belongs to this machine, a private network or a special use. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped) return PRIVATE.check(mapped, 'ipv4');
  return PRIVATE.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/**
 * Reads a page of the public web: at most 4 MB of text within 15 s, following redirects, each of
 * them checked. Addresses are checked when the connection is made, so a name that points somewhere
 * else a moment later leads nowhere. Throws PageProblem with one sentence.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { isAllowed = (ip) => !isPrivate(ip) } = options;
  const agent = new Agent({ connect: { lookup: lookupAllowed(isAllowed) } });
  const signal = AbortSignal.timeout(MILLIS);
  try {
    let url = readAddress(address, isAllowed);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await fetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        signal,
        headers: {
          accept: 'text/html, text/plain;q=0.8',
          'user-agent': 'whosaid (reads an article on request)',
        },
      });
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next !== null) {
        await response.body?.cancel();
        url = readAddress(new URL(next, url).href, isAllowed);
        continue;
      }
      if (!response.ok)
        throw new PageProblem(`The page cannot be read: its server answers ${response.status}.`);
      const type = response.headers.get('content-type') ?? '';
      const kind = KINDS[type.split(';')[0]?.trim().toLowerCase() ?? ''];
      if (!kind) throw new PageProblem('That is not a web page or a text.');
      const bytes = await readBytes(response.body);
      return { url: url.href, kind, text: decodeText(bytes, type) };
    }
    throw new PageProblem('The page leads from one address to the next without end.');
  } catch (error) {
    throw asProblem(error);
  } finally {
    // Not close(): that waits for the rest of an answer that nobody reads.
    await agent.destroy().catch(() => undefined);
  }
}

const PRIVATE_WORDS = 'That address is not on the public web.';

function readAddress(address: string, isAllowed: (ip: string) => boolean): URL {
  if (!URL.canParse(address)) throw new PageProblem('That is not a web address.');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new PageProblem('That is not a web address.');
  if (url.username !== '' || url.password !== '') {
    throw new PageProblem('An address with a name and a password in it is not read.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Names are checked when they are looked up; an address in figures is never looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) throw new PageProblem(PRIVATE_WORDS);
  return url;
}

/** Looks a name up, and fails where any of its addresses may not be read. */
function lookupAllowed(isAllowed: (ip: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) done(error ?? new Error(`${hostname} has no address`), '', 0);
      else if (!addresses.every(({ address }) => isAllowed(address))) {
        done(new PageProblem(PRIVATE_WORDS), '', 0);
      } else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** Counts after decompression: a small answer can hold a large page. */
async function readBytes(body: AsyncIterable<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MAX_ARTICLE_BYTES) throw new PageProblem('The page is too large: more than 4 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As the header says, else as the page says itself, else as UTF-8. */
export function decodeText(bytes: Uint8Array, type: string): string {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  const named =
    /charset=["']?([\w-]+)/iu.exec(type)?.[1] ??
    /<meta[^>]+charset=["']?([\w-]+)/iu.exec(head)?.[1] ??
    'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function asProblem(error: unknown): PageProblem {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PageProblem) return cause;
  }
  const late = error instanceof Error && error.name === 'TimeoutError';
  return new PageProblem(late ? 'The page took too long to arrive.' : 'The page cannot be reached.');
}
