import { existsSync } from 'node:fs';
import { ensureModel } from './build-model.ts';

/** The script that bundles the playground's page, where there is one. */
const PAGE_BUILDER = new URL('./build-page.ts', import.meta.url);

/** What `npm start` and `npm test` need besides the packages. Quick and silent when it is all there. */
async function setUp(): Promise<void> {
  await ensureModel({ quiet: false });
  if (existsSync(PAGE_BUILDER)) {
    const { ensurePage } = await import('./build-page.ts');
    await ensurePage({ quiet: false });
  }
}

try {
  await setUp();
} catch (error) {
  console.error(`set-up: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
