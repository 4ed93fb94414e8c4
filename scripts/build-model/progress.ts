import { SingleBar } from 'cli-progress';

export type Step = (done: number, total: number) => void;

/**
 * Shows a build on standard error: a bar on a terminal, elsewhere nothing until the closing line.
 * Quiet: nothing at all.
 */
export function showProgress(quiet: boolean): {
  readonly step: Step;
  readonly finish: (line: string) => void;
  readonly abort: () => void;
} {
  const start = performance.now();
  const bar =
    quiet || !process.stderr.isTTY
      ? null
      : new SingleBar({
          format: 'Building the embedding model {bar} {percentage}%',
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
        });
  bar?.start(1, 0);
  return {
    step(done, total) {
      bar?.setTotal(total);
      bar?.update(done);
    },
    finish(line) {
      bar?.stop();
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      if (!quiet) process.stderr.write(`${line} (${seconds} s)\n`);
    },
    abort() {
      bar?.stop();
    },
  };
}
