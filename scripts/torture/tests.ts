import { burst } from './burst.ts';
import { crash } from './crash.ts';
import { drain } from './drain.ts';
import { duplicates, retryOnly } from './duplicates.ts';
import { load } from './load.ts';
import { signatures } from './signatures.ts';
import type { TortureTest } from './torture-test.ts';

/** Every way to ill-treat the program, in the order of the table in docs/reliability.md. */
export const TESTS: readonly TortureTest[] = [load, burst, duplicates, retryOnly, signatures, crash, drain];
