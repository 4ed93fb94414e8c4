import { useEffect, useState } from 'react';
import type { ReaderArticle } from '../../reader/reader-article.ts';
import type { PageAct, PageState } from '../page-state.ts';
import type { Exchange, WireEntry } from '../wire.ts';

const NO_ANSWER = 'The playground does not answer. Is it still running?';
const MOST_ENTRIES = 400;

export interface ServerState {
  /** What the server last sent; null before the first time. */
  readonly state: PageState | null;
  readonly wire: readonly WireEntry[];
  /** The stream is broken. */
  readonly lost: boolean;
}

/** What the server sends to the person as whom the page acts. */
export function useServerState(person: string | null): ServerState {
  const [state, setState] = useState<PageState | null>(null);
  const [wire, setWire] = useState<readonly WireEntry[]>([]);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const stream = new EventSource(`/state${query({ as: person })}`);
    stream.onmessage = (event) => {
      setState(JSON.parse(event.data) as PageState);
      setLost(false);
    };
    stream.addEventListener('wire', (event) => {
      const entries = JSON.parse(event.data) as WireEntry[];
      setWire((before) => merge(before, entries));
    });
    stream.onerror = () => setLost(true);
    return () => stream.close();
  }, [person]);
  return { state, wire, lost };
}

/** Does something; resolves with a sentence where it went wrong. */
export function act(person: string | null, what: PageAct): Promise<string | null> {
  return send(`/act${query({ as: person })}`, 'application/json', JSON.stringify(what));
}

/** Where a file is shared, and with what words. */
export interface FileShare {
  readonly file: File;
  readonly channel: string;
  readonly thread: string | null;
  readonly words: string;
}

/** Shares a file; resolves with a sentence where it went wrong. */
export function shareFile(person: string | null, share: FileShare): Promise<string | null> {
  const { file, channel, thread, words } = share;
  const path = `/files${query({ as: person, channel, thread, words, name: file.name })}`;
  return send(path, 'application/octet-stream', file);
}

/** The payloads of an entry of the wire; null where it is forgotten. */
export async function fetchExchange(id: number): Promise<Exchange | null> {
  const response = await fetch(`/wire${query({ id: String(id) })}`);
  return (await response.json()) as Exchange | null;
}

async function send(path: string, type: string, body: string | File): Promise<string | null> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body });
    const { trouble } = (await response.json()) as { trouble: string | null };
    return trouble;
  } catch {
    return NO_ANSWER;
  }
}

function query(values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function merge(before: readonly WireEntry[], entries: readonly WireEntry[]): readonly WireEntry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  for (const entry of entries) known.set(entry.id, entry);
  return [...known.values()].slice(-MOST_ENTRIES);
}

/** An article as the reader shows it; null where there is none. */
export async function fetchArticle(id: string): Promise<ReaderArticle | null> {
  const response = await fetch(`/article${query({ id })}`);
  return (await response.json()) as ReaderArticle | null;
}
