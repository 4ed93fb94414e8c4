import type { AnswerEngine } from '../answering/answer.ts';
import { starters } from '../slack/starters.ts';
import type { Command, CommandRequest, Introduction } from './page-state.ts';

/** A slash command of the app's manifest. */
export interface ManifestCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
}

/** Names and titles that are offered to choose from. */
const MOST_CHOICES = 200;

/** What the page says before anybody asked, drawn from the articles that are there now. */
export async function introduce(
  engine: AnswerEngine,
  commands: readonly ManifestCommand[],
): Promise<Introduction> {
  const articles = (await engine.articles()).slice(0, MOST_CHOICES);
  return {
    articles: articles.map(({ id, title, outlet }) => ({ id, title, outlet })),
    starters: [...(await starters(engine)), { label: 'Only you see it', text: '/article help' }],
    commands: commands.map(readCommand),
    names: await namesIn(
      engine,
      articles.map(({ id }) => id),
    ),
  };
}

/** A command with the requests that its usage hint lists, "quotes NAME | sources". */
export function readCommand({ command, description, usage_hint: hint = '' }: ManifestCommand): Command {
  const hints = hint
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return { name: command, description, requests: hints.map(readRequest) };
}

function readRequest(hint: string): CommandRequest {
  const [before = ''] = hint.split(/(?:…|\b[A-Z]{2,}\b)/u);
  const whole = before === hint;
  const takes = hint.includes('NAME') ? 'name' : hint.includes('TITLE') ? 'title' : null;
  return { hint, typed: whole ? hint : before, takes };
}

/** The people who are quoted in the first articles, by the names they go by. */
async function namesIn(engine: AnswerEngine, ids: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const id of ids) {
    if (names.size >= MOST_CHOICES) break;
    const stored = await engine.open(id);
    for (const { speaker } of stored?.quotations ?? []) {
      if (speaker?.kind === 'person') names.add(speaker.name);
    }
  }
  return [...names].slice(0, MOST_CHOICES);
}
