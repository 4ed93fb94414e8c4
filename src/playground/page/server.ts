import { useEffect, useState } from 'react';
import type { PageAct, PageState } from '../page-state.ts';

/** What the server last sent; null before the first time. `lost` while the stream is broken. */
export function useServerState(): { state: PageState | null; lost: boolean } {
  const [state, setState] = useState<PageState | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const stream = new EventSource('/state');
    stream.onmessage = (event) => {
      setState(JSON.parse(event.data) as PageState);
      setLost(false);
    };
    stream.onerror = () => setLost(true);
    return () => stream.close();
  }, []);
  return { state, lost };
}

/** Does something; resolves with a sentence where it went wrong. */
export async function act(what: PageAct): Promise<string | null> {
  try {
    const response = await fetch('/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(what),
    });
    const { trouble } = (await response.json()) as { trouble: string | null };
    return trouble;
  } catch {
    return 'The playground does not answer. Is it still running?';
  }
}
