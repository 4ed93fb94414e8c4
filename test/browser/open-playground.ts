import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { ensurePage } from '../../scripts/build-page.ts';
import { openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { type RunningPlayground, startPlayground } from '../../src/playground/playground.ts';
import { type Libraries, workspaceLibraries } from '../../src/slack/libraries.ts';
import { createLog } from '../../src/slack/log.ts';
import { CORPUS } from '../slack/real-engine.ts';
import { launchChromium } from './chromium.ts';

/** The playground as `npm start` opens it, over the articles that come with the project, in a browser. */
export interface Opened {
  readonly browser: Browser;
  /** What the browsers complained of, and addresses elsewhere that were asked for. */
  readonly complaints: readonly string[];
  readonly playground: RunningPlayground;
  /** A simulated Slack without messages, and a library without additions. */
  restart(): Promise<void>;
  page(width?: number, options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
  close(): Promise<void>;
}

/** Opens it once for the tests around, and before each of them gives an empty one with a new page, closed after it. */
export function eachOnAFreshPage(take: (opened: Opened, page: Page) => void): void {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await openPlayground();
  }, 120_000);
  beforeEach(async () => {
    await opened.restart();
    page = await opened.page();
    take(opened, page);
  });
  afterEach(() => page.close());
  afterAll(() => opened?.close());
}

async function openPlayground(): Promise<Opened> {
  await ensureModel({ quiet: true });
  await ensurePage({ quiet: true });
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-page-'));
  const model = { model: null, allowDownload: false, baseFolder: folder };
  const library = await openLiveLibrary({ corpus: CORPUS, index: join(folder, 'index'), model });
  const browser = await launchChromium();
  const complaints: string[] = [];
  let run = await start(library, join(folder, '0'));
  let runs = 0;
  return {
    browser,
    complaints,
    get playground() {
      return run.playground;
    },
    async restart() {
      await run.stop();
      runs += 1;
      run = await start(library, join(folder, String(runs)));
    },
    async page(width = 1200, options = {}) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, ...options });
      page.setDefaultTimeout(10_000);
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(run.playground.url)) complaints.push(`asked for ${request.url()}`);
      });
      await page.goto(run.playground.url);
      return page;
    },
    async close() {
      await browser.close();
      await run.stop();
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(library: SharedLibrary, folder: string) {
  const libraries: Libraries = workspaceLibraries(library, folder);
  const playground = await startPlayground({ libraries, port: 0, log: createLog('error') });
  return {
    playground,
    async stop() {
      await playground.stop();
      await libraries.close();
    },
  };
}

/** The thread that is open. */
export function threadOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Thread' });
}

/** Where one writes to the first channel. */
export function fieldOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message to #news-desk' });
}

/** Types something and sends it with Enter. */
export async function write(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}
