import type { webApi } from '@slack/bolt';
import type { Added } from '../answering/adding.ts';
import { PageProblem } from '../article/page.ts';
import { MAX_ARTICLE_BYTES } from '../article/read.ts';
import { label } from '../rendering/blocks-text.ts';
import type { Desk } from './desk.ts';

/** A file as Slack describes it with the message that shares it. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

const MILLIS = 15_000;
const READABLE = /\.(?:txt|md|html?)$/iu;

const NOT_ALLOWED =
  'Adding articles is not allowed to you here. Whoever runs the bot can allow it (ARTICLE_ADDERS).';

/** Adds the article of a web page; one sentence about how it went. */
export async function addPage(desk: Desk, team: string, user: string, url: string): Promise<string> {
  const { adder } = await desk.libraries.of(team);
  if (!adder || !desk.mayAdd(user)) return NOT_ALLOWED;
  return report(() => adder.add({ kind: 'page', url }));
}

/** Adds shared files; one sentence about each. */
export async function addFiles(
  desk: Desk,
  client: webApi.WebClient,
  team: string,
  user: string,
  files: readonly SharedFile[],
): Promise<string[]> {
  const { adder } = await desk.libraries.of(team);
  if (!adder || !desk.mayAdd(user)) return [NOT_ALLOWED];
  const sentences: string[] = [];
  for (const { id, name, size } of files) {
    const shown = label(name);
    if (!READABLE.test(name)) sentences.push(`${shown} is no text, Markdown or HTML file.`);
    else if (size > MAX_ARTICLE_BYTES) sentences.push(`${shown} is too large: more than 4 MB.`);
    else {
      sentences.push(
        await report(async () => adder.add({ kind: 'file', name, bytes: await download(client, id) })),
      );
    }
  }
  return sentences;
}

/** The files of a message's event, as far as they are described. */
export function sharedFiles(files: unknown): SharedFile[] {
  if (!Array.isArray(files)) return [];
  return files.flatMap((file: Record<string, unknown>) => {
    const { id, name, size, url_private: url } = file;
    return typeof id === 'string'
      ? [{ id, name: String(name ?? 'file'), size: Number(size ?? 0), url: String(url ?? '') }]
      : [];
  });
}

async function report(add: () => Promise<Added>): Promise<string> {
  try {
    const { title, paragraphs, quotations, speakers } = await add();
    const counts = [
      plural(paragraphs, 'paragraph'),
      `${plural(quotations, 'quotation')} by ${plural(speakers, 'speaker')}`,
    ];
    return `Added “${label(title)}”: ${counts.join(', ')}.`;
  } catch (error) {
    if (error instanceof PageProblem) return error.message;
    throw error;
  }
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/**
 * A shared file, fetched with the bot's token. Slack is asked where it lies, and the token goes
 * nowhere but to Slack: what an event says is not believed.
 */
async function download(client: webApi.WebClient, id: string): Promise<Uint8Array> {
  const { file } = await client.files.info({ file: id });
  const url = new URL(file?.url_private_download ?? file?.url_private ?? '');
  const slack = new URL(client.slackApiUrl);
  const isSlack = url.host === slack.host || (url.protocol === 'https:' && url.host.endsWith('.slack.com'));
  if (!isSlack) throw new PageProblem('That file does not lie with Slack.');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${client.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(MILLIS),
  });
  if (!response.ok) throw new PageProblem('The file cannot be read.');
  return new Uint8Array(await response.arrayBuffer());
}
