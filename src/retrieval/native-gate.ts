/** How many are inside, and whether nobody may enter any more. */
const INSIDE = 0;
const CLOSED = 1;

/** Memory that two threads share. */
export type Gate = Int32Array<SharedArrayBuffer>;

/**
 * A gate before native code that runs in another thread: a process that ends while it is inside it would be
 * aborted, for what such code gives back has nowhere to go any more.
 */
export function makeGate(): Gate {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Lets nobody in any more and blocks this thread until nobody is inside, at most so long. */
export function closeGate(gate: Gate, millis: number): void {
  Atomics.store(gate, CLOSED, 1);
  const until = performance.now() + millis;
  for (;;) {
    const inside = Atomics.load(gate, INSIDE);
    const left = until - performance.now();
    if (inside === 0 || left <= 0) return;
    Atomics.wait(gate, INSIDE, inside, left);
  }
}

/** Does the work inside the gate. Throws where the gate is closed. */
export async function throughGate<Result>(gate: Gate, work: () => Promise<Result>): Promise<Result> {
  Atomics.add(gate, INSIDE, 1);
  try {
    if (Atomics.load(gate, CLOSED) === 1) throw new Error('the process ends');
    return await work();
  } finally {
    Atomics.sub(gate, INSIDE, 1);
    Atomics.notify(gate, INSIDE);
  }
}
