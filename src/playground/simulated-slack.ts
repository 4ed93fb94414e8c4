import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownBlock } from '@slack/types';
import { type ApiContext, type Arguments, failed, type Response } from './api-context.ts';
import { brokenInMessage } from './block-rules.ts';
import type { Acknowledgement, Delivery, Envelope } from './delivery.ts';
import { Faults } from './faults.ts';
import { HttpDelivery, type HttpDeliveryOptions } from './http-delivery.ts';
import { type LiveMarkup, liveInBlocks, liveInText } from './live-markup.ts';
import { SimulatedOAuth } from './oauth.ts';
import { eventPayload, messageEvent, subscriptionFor } from './payloads.ts';
import { readArguments, readBody } from './request-body.ts';
import { type Occasion, ResponseUrls } from './response-urls.ts';
import { SocketMode } from './socket-mode.ts';
import { Triggers } from './triggers.ts';
import { METHODS } from './web-api.ts';
import { nameEnvelope, Wire } from './wire.ts';
import { BOT, type Channel, type Message, Workspace } from './workspace.ts';

/** What an app manifest grants: the simulation delivers and allows no more. */
export interface Granted {
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  /** Slash commands, with the slash. */
  readonly commands: readonly string[];
  /** What stands in the menu of a message, or in the one that is there everywhere. */
  readonly shortcuts: readonly Shortcut[];
}

export interface Shortcut {
  readonly name: string;
  readonly type: 'message' | 'global';
  readonly callback: string;
}

export interface SimulatedSlackOptions {
  readonly granted: Granted;
  /** Milliseconds after which an envelope that was not taken is delivered again; Slack: three seconds. */
  readonly redeliverAfter?: number;
  /** Whether a message that comes again under the same `client_msg_id` is taken for the first; no, if not given. */
  readonly honoursClientIds?: boolean;
}

/** One call of the Web API, as it came and as it was answered. */
export interface Call {
  readonly method: string;
  readonly args: Arguments;
  readonly response: Response | null;
  /** The workspace whose token it came with, where the app was installed by OAuth. */
  readonly team: string | null;
  readonly at: number;
}

const REDELIVER_AFTER = 3_000;
const MOST_CALLS = 5_000;

/**
 * A small Slack on 127.0.0.1 that the unchanged Bolt app talks to: Web API, Socket Mode or signed
 * HTTP, response URLs. Tests look into it and let things go wrong.
 */
export class SimulatedSlack implements ApiContext {
  readonly workspace = new Workspace();
  readonly triggers = new Triggers();
  readonly faults = new Faults();
  readonly responseUrls = new ResponseUrls();
  readonly oauth = new SimulatedOAuth();
  /** What goes to and fro, for those who want to look. */
  readonly wire = new Wire();
  readonly botToken = `xoxb-${randomUUID()}`;
  readonly appToken = `xapp-${randomUUID()}`;
  /** Everything live in what the app posted: mentions, links, formats. */
  readonly live: LiveMarkup[] = [];
  readonly granted: Granted;
  readonly byClientId: Map<string, Message> | null;
  readonly socket: SocketMode;
  readonly #server: Server;
  #delivery: Delivery;
  #calls: Call[] = [];
  readonly #listeners = new Set<(call: Call) => void>();

  private constructor(options: SimulatedSlackOptions) {
    this.granted = options.granted;
    this.byClientId = options.honoursClientIds ? new Map() : null;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.socket = new SocketMode(this.#server, options.redeliverAfter ?? REDELIVER_AFTER);
    this.#delivery = this.socket;
  }

  /** Starts on a free port of 127.0.0.1. */
  static async start(options: SimulatedSlackOptions): Promise<SimulatedSlack> {
    const slack = new SimulatedSlack(options);
    await new Promise<void>((resolve, reject) => {
      slack.#server.once('error', reject);
      slack.#server.listen(0, '127.0.0.1', resolve);
    });
    return slack;
  }

  readonly address = (): string => `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;

  get apiUrl(): string {
    return `${this.address()}/api/`;
  }

  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Calls back with each call of the Web API, until the returned function is called. */
  onCall(listener: (call: Call) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Delivers by signed HTTP requests from now on, instead of Socket Mode. */
  deliverByHttp(options: HttpDeliveryOptions): HttpDelivery {
    const delivery = new HttpDelivery(options);
    this.#delivery = delivery;
    return delivery;
  }

  async deliver(envelope: Envelope): Promise<Acknowledgement> {
    const { way, name } = nameEnvelope(envelope);
    const done = this.wire.sent('app', way, name, envelope.payload);
    const said = await this.#delivery.deliver(envelope);
    done(said === null ? 'not taken' : 'taken', said);
    return said;
  }

  /** Delivers an event if the app is subscribed to it. */
  deliverEvent(subscription: string, event: Record<string, unknown>): Promise<Acknowledgement> {
    if (!this.granted.events.includes(subscription)) return Promise.resolve(null);
    return this.deliver({ type: 'events_api', payload: eventPayload(event) });
  }

  readonly posted = (message: Message, channel: Channel): void => {
    this.#look(message.text, message.blocks);
    void this.deliverEvent(subscriptionFor(channel), messageEvent(message, channel));
  };

  async stop(): Promise<void> {
    if (this.#delivery !== this.socket) await this.#delivery.stop();
    await this.socket.stop();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const body = await readBody(request);
    const [, area, name = ''] = pathname.split('/');
    if (area === 'api') return this.#call(name, request, body, response);
    if (area === 'response') return this.#respond(name, request, body, response);
    if (area === 'files') return this.#download(name, request, response);
    response.writeHead(404).end();
  }

  #download(id: string, request: IncomingMessage, response: ServerResponse): void {
    const file = this.workspace.file(id);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const known = token === this.botToken || this.oauth.teamOf(token) !== null;
    const done = this.wire.sent('slack', 'file', file?.name ?? id, null);
    done(file && known ? 'ok' : 'refused', file && { name: file.name, bytes: file.bytes.length });
    if (!file || !known) response.writeHead(file ? 403 : 404).end();
    else response.writeHead(200, { 'content-type': file.mimetype }).end(file.bytes);
  }

  async #call(
    method: string,
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const args = readArguments(request.headers['content-type'] ?? '', body);
    const done = this.wire.sent('slack', 'call', method, args);
    const fault = this.faults.take(method, args.channel);
    if (fault?.kind === 'hang') await sleep(fault.millis, undefined, { ref: false });
    if (fault?.kind === 'reset') {
      this.#record(method, args, null);
      done('reset');
      request.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === 'status' || fault?.kind === 'rate-limited') {
      this.#record(method, args, null);
      const limited = fault.kind === 'rate-limited';
      const retry = limited && fault.retryAfter !== null ? { 'retry-after': String(fault.retryAfter) } : {};
      const status = limited ? 429 : fault.status;
      done(`HTTP ${status}`);
      response.writeHead(status, retry).end();
      return;
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(args.token ?? '');
    const result = fault?.kind === 'error' ? failed(fault.error) : this.#answer(method, token, args);
    this.#record(method, args, result, this.oauth.teamOf(token));
    done(result.ok ? 'ok' : String(result.error), result);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }

  #answer(name: string, token: string, args: Arguments): Response {
    if (name === 'oauth.v2.access') return this.oauth.access(args, this.granted.scopes, token);
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (!method) return failed('unknown_method', { req_method: name });
    const wanted = name === 'apps.connections.open' ? this.appToken : this.botToken;
    if (token === '') return failed('not_authed');
    const team = this.oauth.teamOf(token);
    if (token !== wanted && team === null) return failed('invalid_auth');
    if (method.scope !== null && !this.granted.scopes.includes(method.scope)) {
      return failed('missing_scope', { needed: method.scope, provided: this.granted.scopes.join(',') });
    }
    const response = method.call(args, this);
    return team !== null && name === 'auth.test' ? { ...response, team_id: team } : response;
  }

  async #respond(
    id: string,
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const fault = this.faults.take('response_url', null);
    if (fault?.kind === 'hang') await sleep(fault.millis, undefined, { ref: false });
    if (fault?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === 'status') {
      response.writeHead(fault.status).end();
      return;
    }
    const occasion = this.responseUrls.use(id);
    if (typeof occasion === 'string') {
      response.writeHead(404).end(occasion);
      return;
    }
    const args = readArguments('application/json', body);
    const done = this.wire.sent('slack', 'response', 'response_url', args);
    const error = this.showResponse(occasion, args);
    done(error ?? 'ok');
    response.writeHead(error === null ? 200 : 400).end(error ?? 'ok');
  }

  /** What an app answers to a command or a button: shown, put in place of the message, or taken away. */
  showResponse({ person, channel, message }: Occasion, args: Arguments): string | null {
    const current = message && this.workspace.find(message.channel, message.ts);
    if (args.delete_original === true) {
      if (current) this.workspace.remove(current);
      return null;
    }
    const blocks = args.blocks ?? [];
    const broken = brokenInMessage(blocks);
    if (broken) return broken.error;
    const content = { text: String(args.text ?? ''), blocks: blocks as readonly KnownBlock[] };
    if (content.text === '' && content.blocks.length === 0) return 'no_text';
    this.#look(content.text, content.blocks);
    if (current && args.replace_original === true) {
      this.workspace.replace(current, content);
      return null;
    }
    const open = args.response_type === 'in_channel';
    this.workspace.add({
      channel: channel.id,
      user: BOT.id,
      thread: typeof args.thread_ts === 'string' ? args.thread_ts : (message?.thread ?? null),
      onlyFor: open ? null : person.id,
      ...content,
    });
    return null;
  }

  #look(text: string, blocks: readonly KnownBlock[]): void {
    this.live.push(...liveInText(text), ...liveInBlocks(blocks));
  }

  #record(method: string, args: Arguments, response: Response | null, team: string | null = null): void {
    const call: Call = { method, args, response, team, at: Date.now() };
    this.#calls.push(call);
    if (this.#calls.length > 2 * MOST_CALLS) this.#calls = this.#calls.slice(-MOST_CALLS);
    for (const listener of this.#listeners) listener(call);
  }
}
