import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../scripts/commands.ts';
import { violationsOn } from './axe.ts';
import { hasChromium, launchChromium } from './chromium.ts';

const FIGURES = [
  {
    table: 'Quotations',
    set: 'own',
    row: 'direct',
    measure: 'precision',
    value: 0.9,
    low: 0.8,
    high: 1,
    n: 9,
    target: 0.97,
  },
  {
    table: 'Quotations',
    set: 'own, frozen',
    row: 'mixed',
    measure: 'precision',
    value: 0.99,
    low: 0.9,
    high: 1,
    n: 70,
    target: 0.93,
  },
  {
    table: 'Reliability',
    set: 'own',
    row: 'high',
    measure: 'speaker right',
    value: 0.96,
    low: 0.9,
    high: 1,
    n: 9,
  },
  { table: 'Reliability', set: 'own', row: 'high', measure: 'mean confidence', value: 0.95, n: 9 },
  { table: 'Start', row: '1000 passages', measure: 'peak memory', value: 200, unit: 'MB', size: 1_000 },
  { table: 'Start', row: '10000 passages', measure: 'peak memory', value: 300, unit: 'MB', size: 10_000 },
];

describe.skipIf(!hasChromium())('the page of what was measured', () => {
  let browser: Browser;
  let folder: string;
  let page: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    page = join(folder, 'page.html');
    const rows = join(folder, 'rows.jsonl');
    await writeFile(rows, FIGURES.map((row) => JSON.stringify(row)).join('\n'));
    const made = await command(
      'report',
      ['--out', page, '--pictures', join(folder, 'pictures'), rows],
      folder,
    );
    expect(made.stderr).toContain('Made ');
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    [360, 'light'],
    [1600, 'light'],
    [360, 'dark'],
    [1600, 'dark'],
  ] as const)(
    'at %d pixels, %s, it asks nobody, nothing runs over the edge, and axe has nothing against it',
    async (width, colorScheme) => {
      const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      tab.on('console', (message) => asked.push(message.text()));
      await tab.goto(pathToFileURL(page).href);
      expect(await tab.getByRole('img').count()).toBe(5);
      for (const details of await tab.locator('summary').all()) await details.click();
      expect(
        await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(asked).toEqual([pathToFileURL(page).href]);
      expect(await violationsOn(tab)).toEqual([]);
      await tab.close();
    },
  );

  test('each picture is a file of its own', async () => {
    const names = await readdir(join(folder, 'pictures'));
    expect(names.toSorted()).toEqual([
      'confidence-own.svg',
      'own-frozen-precision.svg',
      'own-precision.svg',
      'precision.svg',
      'start-mb.svg',
    ]);
    const svg = await readFile(join(folder, 'pictures', 'start-mb.svg'), 'utf8');
    expect(svg).toContain('peak memory');
  });
});
