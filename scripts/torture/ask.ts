import type { Folders } from './library.ts';
import { type Ended, startScript } from './program.ts';

/** What `npm run ask` said to one question over these folders. */
export interface Said extends Ended {
  /** The quotations of the first answer. */
  readonly quotations: readonly string[];
}

/** Asks by the command line, in a process of its own, which opens the index as the bot does. */
export async function askByCommand({ corpus, index }: Folders, question: string): Promise<Said> {
  const ended = await startScript('scripts/ask.ts', [
    '--json',
    '--corpus',
    corpus,
    '--index',
    index,
    question,
  ]).ended;
  return { ...ended, quotations: quotationsIn(ended.out) };
}

function quotationsIn(out: string): string[] {
  try {
    const { citations } = JSON.parse(out.split('\n')[0] ?? '') as {
      citations: { spans: { text: string }[] }[];
    };
    return citations.flatMap(({ spans }) => spans.map(({ text }) => text));
  } catch {
    return [];
  }
}
