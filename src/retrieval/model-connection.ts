import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ModelChoice } from './model-folder.ts';
import type { ModelNews, ModelOrder } from './model-orders.ts';
import { closeGate, type Gate, makeGate } from './native-gate.ts';

/** A thread or a process that runs the model. */
export interface Connection {
  give(order: ModelOrder): void;
  /** Whether this process stays alive for what it may say. */
  keepAwake(awake: boolean): void;
  end(): void;
}

/** What is heard of it. */
export interface Listener {
  hear(news: ModelNews): void;
  /** It says nothing more. */
  ended(reason: string): void;
}

/** What the model's thread begins with. */
export interface ModelThreadData {
  readonly choice: ModelChoice;
  readonly gate: Gate;
}

/** Sources need the loader that this thread has and a new one has not; what has been bundled runs as it is. */
const FROM_SOURCES = import.meta.filename.endsWith('.ts');

/** Starts the model in a thread of this process. Native code of it ends before the process does. */
export function startThread(choice: ModelChoice, { hear, ended }: Listener): Connection {
  const gate = makeGate();
  const workerData: ModelThreadData = { choice, gate };
  const file = FROM_SOURCES ? 'model-thread-from-sources.mjs' : 'model-thread.mjs';
  const worker = new Worker(join(import.meta.dirname, file), { workerData, execArgv: [] });
  leaveInPeace(gate);
  worker.on('message', hear);
  worker.on('error', ({ message }: Error) => ended(message));
  worker.on('exit', (code) => {
    GATES.delete(gate);
    ended(`its thread ended with ${code}`);
  });
  return {
    give: (order) => worker.postMessage(order),
    keepAwake: (awake) => (awake ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}

/** Others on the machine come first: a process of many texts is in no hurry. */
const PRIORITY = 5;

/** Starts the model in a process of its own, which ends with this one. */
export function startProcess(choice: ModelChoice, { hear, ended }: Listener): Connection {
  const file = join(import.meta.dirname, FROM_SOURCES ? 'model-process.ts' : 'model-process.mjs');
  const child = fork(file, [JSON.stringify(choice)], {
    execArgv: FROM_SOURCES ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
  } catch {
    // It works as well at its own.
  }
  child.on('message', hear);
  child.on('error', ({ message }) => ended(message));
  child.on('exit', (code, signal) => ended(`its process ended with ${signal ?? code}`));
  return {
    give: (order) => child.send(order, () => {}),
    keepAwake: (awake) => {
      child[awake ? 'ref' : 'unref']();
      child.channel?.[awake ? 'ref' : 'unref']();
    },
    end: () => child.connected && child.disconnect(),
  };
}

/** A run of the model takes a tenth of a second, loading it half a second; more on a busy machine. */
const LONGEST_RUN_MILLIS = 5_000;
const GATES = new Set<Gate>();

/** Whenever the process ends, the native code behind the gate comes to its end before. */
function leaveInPeace(gate: Gate): void {
  if (!process.listeners('exit').includes(closeGates)) process.once('exit', closeGates);
  GATES.add(gate);
}

function closeGates(): void {
  for (const gate of GATES) closeGate(gate, LONGEST_RUN_MILLIS);
}
