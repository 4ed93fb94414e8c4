import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Acknowledgement, type Delivery, type Envelope, MOST_RETRIES } from './delivery.ts';

interface Pending {
  readonly id: string;
  readonly envelope: Envelope;
  readonly settle: (acknowledgement: Acknowledgement) => void;
  tries: number;
  timer: NodeJS.Timeout | null;
}

/** Socket Mode as Slack speaks it: envelopes over a websocket, delivered again until they are taken. */
export class SocketMode implements Delivery {
  readonly #server: WebSocketServer;
  readonly #connections = new Set<WebSocket>();
  readonly #pending = new Map<string, Pending>();
  readonly #redeliverAfter: number;
  readonly #deaf = new WeakSet<WebSocket>();
  #next = 0;

  constructor(server: Server, redeliverAfter: number) {
    this.#redeliverAfter = redeliverAfter;
    this.#server = new WebSocketServer({ server, path: '/link' });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  get connections(): number {
    return this.#connections.size;
  }

  deliver(envelope: Envelope): Promise<Acknowledgement> {
    return new Promise((settle) => {
      const pending: Pending = { id: randomUUID(), envelope, settle, tries: 0, timer: null };
      this.#pending.set(pending.id, pending);
      this.#send(pending);
    });
  }

  /** Sends a frame as it is, to try what a broken one does. */
  sendRaw(frame: string): void {
    for (const socket of this.#connections) socket.send(frame);
  }

  /** Asks the app to connect anew, as Slack does every few hours. */
  refresh(): void {
    this.sendRaw(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
  }

  /** Cuts the connections without a closing handshake. */
  drop(): void {
    for (const socket of this.#connections) socket.terminate();
  }

  /** Lets the connections that there are hear and say nothing more, as behind a broken router. */
  blackHole(): void {
    for (const socket of this.#connections) {
      this.#deaf.add(socket);
      socket.pause();
    }
  }

  /** Closes with the handshake: without it the app's client would wait half a minute for the answer. */
  async stop(): Promise<void> {
    for (const { timer, settle } of this.#pending.values()) {
      if (timer) clearTimeout(timer);
      settle(null);
    }
    this.#pending.clear();
    await Promise.all([...this.#connections].map((socket) => closed(socket)));
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #welcome(socket: WebSocket): void {
    this.#connections.add(socket);
    socket.on('close', () => this.#connections.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => this.#acknowledge(data));
    const hello = {
      type: 'hello',
      num_connections: this.#connections.size,
      connection_info: {},
      debug_info: {},
    };
    socket.send(JSON.stringify(hello));
    for (const pending of this.#pending.values()) this.#send(pending);
  }

  #send(pending: Pending): void {
    if (pending.timer) clearTimeout(pending.timer);
    const sockets = [...this.#connections].filter((each) => each.readyState === each.OPEN);
    const socket = sockets[this.#next++ % Math.max(sockets.length, 1)];
    // Without a connection an envelope waits for the next one.
    if (!socket) return;
    const { type, payload } = pending.envelope;
    pending.timer = setTimeout(() => this.#again(pending), this.#redeliverAfter);
    if (this.#deaf.has(socket)) return;
    socket.send(
      JSON.stringify({
        envelope_id: pending.id,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(type === 'events_api' && {
          retry_attempt: pending.tries,
          retry_reason: pending.tries > 0 ? 'timeout' : '',
        }),
      }),
    );
  }

  #again(pending: Pending): void {
    pending.tries += 1;
    // Only events are delivered again; of a command or a button the person is told that it failed.
    if (pending.envelope.type === 'events_api' && pending.tries <= MOST_RETRIES) {
      this.#send(pending);
      return;
    }
    this.#pending.delete(pending.id);
    pending.settle(null);
  }

  #acknowledge(data: RawData): void {
    const frame: unknown = JSON.parse(data.toString());
    if (typeof frame !== 'object' || frame === null || !('envelope_id' in frame)) return;
    const pending = this.#pending.get(String(frame.envelope_id));
    if (!pending) return;
    if (pending.timer) clearTimeout(pending.timer);
    this.#pending.delete(pending.id);
    const said = 'payload' in frame && typeof frame.payload === 'object' ? frame.payload : null;
    pending.settle(said === null ? {} : { ...said });
  }
}

function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    const impatient = setTimeout(() => socket.terminate(), 1_000);
    socket.once('close', () => {
      clearTimeout(impatient);
      resolve();
    });
    socket.close();
  });
}
