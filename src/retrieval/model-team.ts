import type { OnProgress } from './embedder.ts';
import { ModelClient } from './model-client.ts';
import { startProcess, startThread } from './model-connection.ts';
import type { ModelChoice } from './model-folder.ts';
import type { Embedded, ModelReady, Wanted } from './model-orders.ts';

/** Fewer texts than this in one order are a question or a small article: they wait for nothing else. */
const MANY = 16;
/** A process is started when so many characters wait: to embed them takes longer than to load another model. */
const WORTH_A_PROCESS = 20_000;
/** A process that had nothing to do for so long is not needed any more. */
const IDLE_MILLIS = 5_000;

/**
 * Runs of the model at once. The runtime works in one thread of a process only, and a second thread within a run
 * gains a third at most, so what is beside the thread is processes: they share out the orders of many texts.
 */
export class ModelTeam {
  readonly ready: Promise<ModelReady>;
  readonly #choice: ModelChoice;
  readonly #atOnce: number;
  readonly #thread: ModelClient;
  readonly #processes = new Set<ModelClient>();

  constructor(choice: ModelChoice, atOnce: number) {
    this.#choice = choice;
    this.#atOnce = atOnce;
    this.#thread = new ModelClient((listener) => startThread(choice, listener));
    this.ready = this.#thread.ready;
  }

  /** What each text became, in the order of the texts. Throws ModelError: the model stopped. */
  async run(texts: readonly string[], wanted: Wanted, onProgress?: OnProgress): Promise<readonly Embedded[]> {
    const member = texts.length < MANY ? this.#thread : this.#freest();
    if (member === this.#thread) return member.run(texts, wanted, onProgress);
    try {
      return await member.run(texts, wanted, onProgress);
    } catch (error) {
      if (!member.hasEnded) throw error;
      this.#processes.delete(member);
      return this.#thread.run(texts, wanted, onProgress);
    }
  }

  #freest(): ModelClient {
    const members = [this.#thread, ...this.#processes];
    const freest = members.reduce((best, member) => (member.load < best.load ? member : best));
    const another = freest.load >= WORTH_A_PROCESS && members.length < this.#atOnce;
    return another ? this.#startProcess() : freest;
  }

  #startProcess(): ModelClient {
    const process = new ModelClient((listener) => startProcess(this.#choice, listener), {
      onIdle: () => this.#endIfIdle(process),
    });
    this.#processes.add(process);
    void this.#endUnlessSame(process);
    return process;
  }

  /** A model that was exchanged meanwhile has other vectors. */
  async #endUnlessSame(process: ModelClient): Promise<void> {
    const [own, other] = await Promise.all([this.ready, process.ready.catch(() => null)]);
    if (other?.hash !== own.hash) process.end();
  }

  #endIfIdle(process: ModelClient): void {
    setTimeout(() => {
      if (process.load > 0) return;
      this.#processes.delete(process);
      process.end();
    }, IDLE_MILLIS).unref();
  }
}
