import { burst } from './burst.ts';
import { corruption } from './corruption.ts';
import { crash } from './crash.ts';
import { drain } from './drain.ts';
import { duplicates, retryOnly } from './duplicates.ts';
import { indexWrite } from './index-write.ts';
import { injection } from './injection.ts';
import { inputSize } from './input-size.ts';
import { load } from './load.ts';
import { manyProcesses } from './many-processes.ts';
import { markup } from './markup.ts';
import { signatures } from './signatures.ts';
import { slackFaults } from './slack-faults.ts';
import { soak } from './soak.ts';
import { socketFaults } from './socket-faults.ts';
import { storeOutage } from './store-outage.ts';
import type { TortureTest } from './torture-test.ts';

/** Every way to ill-treat the program, in the order of the table in docs/reliability.md. */
export const TESTS: readonly TortureTest[] = [
  load,
  burst,
  duplicates,
  retryOnly,
  signatures,
  crash,
  drain,
  indexWrite,
  corruption,
  socketFaults,
  slackFaults,
  storeOutage,
  manyProcesses,
  markup,
  injection,
  inputSize,
  soak,
];
