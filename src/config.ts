import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the app reaches Slack. The playground is what is left when nothing of Slack is named. */
export type Connection =
  | SocketConnection
  | HttpConnection
  | { readonly mode: 'playground'; readonly port: number };

export interface SocketConnection {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
}

export interface HttpConnection {
  readonly mode: 'http';
  readonly signingSecret: string;
  readonly port: number;
  readonly auth: HttpAuth;
}

/** One workspace by its token, or many by OAuth. */
export type HttpAuth =
  | { readonly kind: 'token'; readonly botToken: string }
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
    };

/** Where the articles are and what reads them: all that the commands need. */
export interface LibraryConfig {
  /** Folder of articles, absolute. */
  readonly corpus: string;
  /** Folder of the index, absolute; null: the corpus's own folder under `.index/`. */
  readonly index: string | null;
  /** A model folder or a hub id; null: the model built from the npm weights. */
  readonly embeddingModel: string | null;
  readonly allowModelDownload: boolean;
  /** Folder for what outlives a message: threads, feedback, settings. Absolute. */
  readonly state: string;
  /** Address of the PostgreSQL database that holds what is shared; null: files. */
  readonly storeUrl: string | null;
}

export interface Config extends LibraryConfig {
  readonly connection: Connection;
  /** Base address of a Slack-compatible Web API, ending in `/api/`; null: Slack's own. */
  readonly slackApiUrl: string | null;
  /** Slack's ids of the people who may add articles; "*": everybody. */
  readonly articleAdders: readonly string[];
  readonly adminPort: number;
  /** Address on which it is listened at. */
  readonly adminHost: string;
  /** Port of the reader; null: no reader. */
  readonly readerPort: number | null;
  /** Address on which the reader listens. */
  readonly readerHost: string;
  /** By which address people reach the reader, without a slash at its end; null: nothing links to it. */
  readonly readerUrl: string | null;
  readonly logLevel: LogLevelName;
  /** Whether what people write may stand in the log. */
  readonly logText: boolean;
  /** How many questions a person may ask in a minute; 0: as many as they like. */
  readonly questionsPerMinute: number;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevelName = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const PORT = 3000;
const PLAYGROUND_PORT = 4120;
const ADMIN_PORT = 9464;
/** More than one person reads in a minute. */
const QUESTIONS_PER_MINUTE = 20;
const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Settings that contradict each other or are not whole. The message is one line for the person who starts it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Every variable that `readConfig` reads, as `.env.example` lists them. */
export const VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'PORT',
  'SLACK_API_URL',
  'PLAYGROUND_PORT',
  'CORPUS',
  'INDEX',
  'STATE',
  'ARTICLE_ADDERS',
  'EMBEDDING_MODEL',
  'ALLOW_MODEL_DOWNLOAD',
  'ADMIN_PORT',
  'ADMIN_HOST',
  'READER_PORT',
  'READER_HOST',
  'READER_URL',
  'STORE_URL',
  'QUESTIONS_PER_MINUTE',
  'LOG_LEVEL',
  'LOG_TEXT',
] as const;
type Variable = (typeof VARIABLES)[number];

/**
 * Reads the environment, the only place that does. Relative folders are relative to where the
 * person stands (`INIT_CWD` under npm). Throws ConfigError with one line that names the variable.
 */
export function readConfig(env: Environment = process.env): Config {
  const value = readerOf(env);
  const connection = readConnection(value);
  return {
    ...readLibraryConfig(env),
    connection,
    slackApiUrl: readApiUrl(value('SLACK_API_URL')),
    articleAdders: readPeople(value('ARTICLE_ADDERS')),
    adminPort: readPort('ADMIN_PORT', value('ADMIN_PORT')) ?? ADMIN_PORT,
    adminHost: value('ADMIN_HOST') ?? '127.0.0.1',
    readerPort: readPort('READER_PORT', value('READER_PORT')),
    readerHost: value('READER_HOST') ?? '127.0.0.1',
    readerUrl: readReaderUrl(value('READER_URL')),
    questionsPerMinute:
      readCount('QUESTIONS_PER_MINUTE', value('QUESTIONS_PER_MINUTE')) ?? QUESTIONS_PER_MINUTE,
    logLevel: readLogLevel(value('LOG_LEVEL'), connection),
    logText: readFlag('LOG_TEXT', value('LOG_TEXT')),
  };
}

/** The part of `readConfig` that has nothing to do with Slack: a command needs no tokens that fit together. */
export function readLibraryConfig(env: Environment = process.env): LibraryConfig {
  const value = readerOf(env);
  const folder = (name: Variable): string | null => {
    const given = value(name);
    return given === null ? null : resolve(startFolder(env), given);
  };
  return {
    corpus: folder('CORPUS') ?? resolve(PROJECT, 'corpus'),
    index: folder('INDEX'),
    state: folder('STATE') ?? resolve(PROJECT, '.state'),
    storeUrl: readStoreUrl(value('STORE_URL')),
    embeddingModel: value('EMBEDDING_MODEL'),
    allowModelDownload: readFlag('ALLOW_MODEL_DOWNLOAD', value('ALLOW_MODEL_DOWNLOAD')),
  };
}

function readerOf(env: Environment): (name: Variable) => string | null {
  return (name) => env[name]?.trim() || null;
}

/** The folder in which the person typed the command; npm itself runs scripts in the project's. */
export function startFolder(env: Environment = process.env): string {
  return env.INIT_CWD || process.cwd();
}

function readConnection(value: (name: Variable) => string | null): Connection {
  const botToken = value('SLACK_BOT_TOKEN');
  const appToken = value('SLACK_APP_TOKEN');
  const signingSecret = value('SLACK_SIGNING_SECRET');
  refuseSwappedTokens(botToken, appToken);
  const port = readPort('PORT', value('PORT')) ?? PORT;
  const playgroundPort = readPort('PLAYGROUND_PORT', value('PLAYGROUND_PORT')) ?? PLAYGROUND_PORT;

  if (botToken && appToken) return { mode: 'socket', botToken, appToken };
  if (appToken) throw new ConfigError('SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is missing.');
  const oauth = readOAuth(value);
  if (signingSecret && botToken) {
    return { mode: 'http', signingSecret, port, auth: { kind: 'token', botToken } };
  }
  if (signingSecret && oauth) return { mode: 'http', signingSecret, port, auth: oauth };
  if (signingSecret) {
    throw new ConfigError(
      'SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN (or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET) is missing.',
    );
  }
  if (oauth)
    throw new ConfigError('The SLACK_CLIENT_… variables are set, but SLACK_SIGNING_SECRET is missing.');
  if (botToken) {
    throw new ConfigError(
      'SLACK_BOT_TOKEN is set, but SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing.',
    );
  }
  return { mode: 'playground', port: playgroundPort };
}

function readOAuth(value: (name: Variable) => string | null): Extract<HttpAuth, { kind: 'oauth' }> | null {
  const clientId = value('SLACK_CLIENT_ID');
  const clientSecret = value('SLACK_CLIENT_SECRET');
  const stateSecret = value('SLACK_STATE_SECRET');
  if (clientId && clientSecret && stateSecret) return { kind: 'oauth', clientId, clientSecret, stateSecret };
  const named = {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  };
  const present = Object.entries(named).filter(([, given]) => given !== null);
  if (present.length === 0) return null;
  const missing = Object.entries(named).filter(([, given]) => given === null);
  throw new ConfigError(`Set with ${list(present)}, but missing: ${list(missing)}.`);
}

function list(entries: readonly (readonly [string, unknown])[]): string {
  return entries.map(([name]) => name).join(' and ');
}

/** The two tokens are taken for each other more often than any other mistake is made. */
function refuseSwappedTokens(botToken: string | null, appToken: string | null): void {
  if (botToken?.startsWith('xapp-')) {
    throw new ConfigError('SLACK_BOT_TOKEN holds an app token (xapp-…): it belongs in SLACK_APP_TOKEN.');
  }
  if (appToken?.startsWith('xoxb-')) {
    throw new ConfigError('SLACK_APP_TOKEN holds a bot token (xoxb-…): it belongs in SLACK_BOT_TOKEN.');
  }
}

function readPort(name: Variable, given: string | null): number | null {
  if (given === null) return null;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`${name} is "${given}": a port is a whole number from 0 to 65535.`);
  }
  return port;
}

function readCount(name: Variable, given: string | null): number | null {
  if (given === null) return null;
  const count = Number(given);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new ConfigError(`${name} is "${given}": it takes a whole number; 0 means no limit.`);
}

function readPeople(given: string | null): string[] {
  const people = (given ?? '').split(/[\s,]+/u).filter((each) => each !== '');
  const wrong = people.find((each) => each !== '*' && !/^[UW][A-Z0-9]+$/u.test(each));
  if (wrong === undefined) return people;
  throw new ConfigError(
    `ARTICLE_ADDERS names "${wrong}": it takes ids of Slack users (U…), or * for everybody.`,
  );
}

function readFlag(name: Variable, given: string | null): boolean {
  if (given === null || given === 'false') return false;
  if (given === 'true') return true;
  throw new ConfigError(`${name} is "${given}": it can be true or false.`);
}

/** The bot says what it does; the playground, at whose terminal somebody sits, what is wrong. */
function readLogLevel(given: string | null, { mode }: Connection): LogLevelName {
  if (given === null) return mode === 'playground' ? 'warn' : 'info';
  const level = LOG_LEVELS.find((name) => name === given);
  if (level) return level;
  throw new ConfigError(`LOG_LEVEL is "${given}": it can be ${LOG_LEVELS.join(', ')}.`);
}

function readStoreUrl(given: string | null): string | null {
  if (given === null || /^postgres(?:ql)?:\/\/./iu.test(given)) return given;
  // The address may hold a password: only how it begins is shown.
  const scheme = /^[a-z][a-z\d+.-]*:(?=\/\/)/iu.exec(given)?.[0];
  throw new ConfigError(
    `STORE_URL ${scheme ? `begins with "${scheme}"` : 'names no kind of database'}: it has to be the address of a PostgreSQL database, postgres://user:password@host:5432/name.`,
  );
}

function readApiUrl(given: string | null): string | null {
  if (given === null) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new ConfigError(`SLACK_API_URL is "${given}": it has to be an http(s) address ending in /api/.`);
  }
  return given.endsWith('/') ? given : `${given}/`;
}

/** The reader's pages link from the root of their server, so that an address with a path leads nowhere. */
function readReaderUrl(given: string | null): string | null {
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  const isRoot = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (url && isRoot && /^https?:$/.test(url.protocol)) return url.origin;
  throw new ConfigError(
    `READER_URL is "${given}": it has to be an http(s) address without a path, such as https://reader.example.org.`,
  );
}
