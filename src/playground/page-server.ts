import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { ReaderArticle } from '../reader/reader-article.ts';
import { READER_ROOT } from '../rendering/reader-link.ts';
import { readAct } from './page-act-reading.ts';
import { perform, shareFile } from './page-acts.ts';
import { isOwnPage, listen, readBody, readPageFiles, sendJson, setHeaders } from './page-http.ts';
import type { Introduction, PageAct } from './page-state.ts';
import { openStreams } from './page-stream.ts';
import { letGoWrong } from './page-trouble.ts';
import { Someone } from './person.ts';
import type { SimulatedSlack } from './simulated-slack.ts';
import { YOU } from './workspace.ts';

/** Where the built page lies. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/page/', import.meta.url));

const MOST_ACT_BYTES = 64 * 1024;
/** More than the bot takes, so that the bot itself can say that a file is too large. */
const MOST_FILE_BYTES = 12 * 1024 * 1024;
const NOT_UNDERSTOOD = 'That was not understood.';

export interface PageServerOptions {
  readonly slack: SimulatedSlack;
  readonly introduction: () => Introduction;
  /** An article for the reader beside the chat; null where there is none. */
  readonly article: (id: string) => Promise<ReaderArticle | null>;
  /** Where an article is read on its own: citations that are opened in a tab of their own go there. */
  readonly reader: string;
  /** The first port that is tried; the next free one is taken. 0: any. */
  readonly port: number;
  readonly folder?: string;
}

export interface PageServer {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves the playground's page on 127.0.0.1. Rejects where the page is not built or no port is
 * free. A page of another site can neither read nor act here: host and origin are checked.
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { slack, introduction } = options;
  const files = await readPageFiles(options.folder ?? PAGE_FOLDER);
  const streams = openStreams(slack, introduction);
  let port = 0;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setHeaders(response);
    if (!isOwnPage(request, port)) {
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('This address is for this computer only.');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = ROUTES[`${request.method} ${url.pathname}`];
    if (route) {
      const you = someone(slack, url.searchParams.get('as'));
      if (you) await route({ request, response, url, you });
      else sendJson(response, 400, { trouble: NOT_UNDERSTOOD });
      return;
    }
    if (request.method === 'GET' && url.pathname.startsWith(`${READER_ROOT}/`)) {
      const location = new URL(url.pathname + url.search, options.reader).href;
      response.writeHead(302, { location }).end();
      return;
    }
    const file = request.method === 'GET' ? files.get(url.pathname) : undefined;
    if (!file) response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    else response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  };

  const ROUTES: Readonly<Record<string, (visit: Visit) => Promise<void> | void>> = {
    'GET /state': ({ response, you }) => streams.open(response, you.person),
    'GET /wire': ({ response, url }) => {
      const exchange = slack.wire.exchange(Number(url.searchParams.get('id')));
      sendJson(response, exchange ? 200 : 404, exchange);
    },
    'GET /article': async ({ response, url }) => {
      const article = await options.article(url.searchParams.get('id') ?? '');
      sendJson(response, article ? 200 : 404, article);
    },
    'POST /act': async ({ request, response, you }) => {
      const act = await receiveAct(request);
      if (act?.do === 'trouble') sendJson(response, 200, { trouble: letGoWrong(slack, you, act.trouble) });
      else sendOutcome(response, act ? await perform(slack, you, act) : NOT_UNDERSTOOD);
    },
    'POST /files': async ({ request, response, url, you }) => {
      sendOutcome(response, await takeFile(request, url.searchParams, you));
    },
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  port = await listen(server, options.port);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      streams.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly you: Someone;
}

/** The person as whom the page acts; null where there is no such person. */
function someone(slack: SimulatedSlack, id: string | null): Someone | null {
  const person = slack.workspace.people.get(id ?? YOU.id);
  return person && !person.isBot ? new Someone(slack, person) : null;
}

/** A JSON body is asked for because another site's page cannot send one without being asked. */
async function receiveAct(request: IncomingMessage): Promise<PageAct | null> {
  if (request.headers['content-type'] !== 'application/json') return null;
  const body = await readBody(request, MOST_ACT_BYTES);
  return body && readAct(parsed(body));
}

function sendOutcome(response: ServerResponse, trouble: string | null): void {
  sendJson(response, trouble === null ? 200 : 400, { trouble });
}

async function takeFile(
  request: IncomingMessage,
  query: URLSearchParams,
  you: Someone,
): Promise<string | null> {
  if (request.headers['content-type'] !== 'application/octet-stream') return NOT_UNDERSTOOD;
  const bytes = await readBody(request, MOST_FILE_BYTES);
  if (!bytes) return 'That file is larger than 12 MB.';
  const channel = query.get('channel');
  const name = query.get('name');
  if (!channel || !name) return NOT_UNDERSTOOD;
  return shareFile(you, {
    name,
    bytes,
    channel,
    thread: query.get('thread'),
    typed: query.get('words') ?? '',
  });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
