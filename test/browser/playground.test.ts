import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensurePage } from '../../scripts/build-page.ts';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { type RunningPlayground, startPlayground } from '../../src/playground/playground.ts';
import { createLog } from '../../src/slack/log.ts';
import { realEngine } from '../slack/real-engine.ts';
import { hasChromium, launchChromium } from './chromium.ts';

const WHOLE = 'Syria is completely static, and has been for some time now.';

describe.skipIf(!hasChromium())('the page in a browser', () => {
  let browser: Browser;
  let playground: RunningPlayground;
  let engine: AnswerEngine;
  let close: () => Promise<void>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ensurePage({ quiet: true });
    ({ engine, close } = await realEngine());
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await close();
  });
  beforeEach(async () => {
    playground = await startPlayground({ engine, port: 0, log: createLog('error') });
  });
  afterEach(async () => {
    await page.close();
    await playground.stop();
  });

  async function open(width = 1200): Promise<void> {
    page = await browser.newPage({ viewport: { width, height: 800 } });
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(playground.url)) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(playground.url);
  }

  const thread = () => page.getByRole('complementary', { name: 'Thread' });
  const field = () => page.getByRole('textbox', { name: 'Message to #news-desk' });

  test('a newcomer types the question without a mention and reads the answer', async () => {
    await open();
    await page.getByText('A simulation of Slack on this computer').waitFor();
    await field().fill('who said Syria is static?');
    await page.keyboard.press('Enter');
    const answer = thread().getByRole('listitem').last();
    await answer.getByText(WHOLE).waitFor();
    const shown = ((await answer.textContent()) ?? '').replace(/\s+/g, ' ');
    expect(shown).toContain('Prof. Eyal Zisser, vice rector of Tel Aviv University');
    expect(shown).toContain('¶20 · direct quotation');
    expect(shown).toContain('The Media Line');
    const outlet = answer.getByRole('link', { name: /themedialine\.org/ });
    expect(await outlet.getAttribute('href')).toBe('https://themedialine.org/');
    expect(await page.getByText('1 reply').count()).toBe(1);
  });

  test('a starter is clicked, its answer’s context is opened and closed with the keyboard', async () => {
    await open();
    await page.getByRole('button', { name: /^Who said it\?/ }).click();
    await thread().getByRole('button', { name: 'Show in context' }).click();
    const dialog = page.getByRole('dialog', { name: 'In context' });
    await dialog.getByText(WHOLE).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('a thread goes on, a command answers only you, and sharing shows it to all', async () => {
    await open();
    await page.getByRole('button', { name: /^Who said it\?/ }).click();
    const reply = thread().getByRole('textbox');
    await reply.fill('what else did he say?');
    await reply.press('Enter');
    await thread().getByText('Israel acts when it can').waitFor();
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await field().fill('/article sources');
    await field().press('Enter');
    await page.getByText('Only visible to you').waitFor();
    await page.getByRole('button', { name: 'Share with the channel' }).click();
    await page.getByText('Shared by').waitFor();
    await page.getByText('Only visible to you').waitFor({ state: 'detached' });
  });

  test('the direct messages answer without a mention', async () => {
    await open();
    await page.getByRole('button', { name: 'Whosaid', exact: true }).click();
    await page.getByRole('textbox', { name: 'Message to Whosaid' }).fill('sources');
    await page.keyboard.press('Enter');
    await thread().getByText('Prof. Eyal Zisser').waitFor();
  });

  test('the Home tab lists the article, and one can ask from there', async () => {
    await open();
    await page.getByRole('button', { name: 'Whosaid', exact: true }).click();
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await page.getByText('Prof. Eyal Zisser').waitFor();
    await page.getByRole('button', { name: 'Ask a question' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your question' }).fill('who said Syria is static?');
    await page.keyboard.press('Enter');
    await dialog.getByText(WHOLE).waitFor();
  });

  test('a message is checked from its menu, an answer is judged with a reason', async () => {
    await open();
    await page.getByRole('button', { name: '@whosaid', exact: true }).click();
    await field().fill('Valensi said "Syria is completely static"');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').last().hover();
    await page.getByRole('button', { name: 'Check this quote' }).last().click();
    await page.getByRole('dialog').getByText('Wrong speaker.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Who said it\?/ }).click();
    await thread().getByRole('button', { name: 'Wrong answer' }).click();
    await page.getByRole('textbox', { name: /What was wrong/ }).fill('nothing, really');
    await page.getByRole('button', { name: 'Send' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await thread().getByRole('button', { name: 'Good answer' }).click();
    await thread().getByText('Thank you').waitFor();
  });

  test('the settings of the channel are chosen and obeyed', async () => {
    await open();
    await field().fill('/article settings');
    await field().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Settings here' });
    await dialog.getByLabel('Who sees an answer to a mention?').selectOption('private');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await field().fill('sources');
    await field().press('Enter');
    await page.getByText('Only visible to you').waitFor();
  });

  test('a message that mentions nobody stays without an answer, markup in it is text', async () => {
    await open();
    await page.getByRole('button', { name: '@whosaid', exact: true }).click();
    await field().fill('<b>bold</b> & *stars* <!channel>');
    await page.keyboard.press('Enter');
    const own = page.getByRole('listitem').filter({ hasText: '<b>bold</b> & *stars* <!channel>' });
    await own.waitFor();
    expect(await own.locator('b').count()).toBe(0);
    await page.waitForTimeout(100);
    expect(await thread().count()).toBe(0);
  });

  test('nothing runs over the edge, on a phone or a wide screen, light or dark', async () => {
    await open(360);
    await field().fill('quotes Zisser');
    await page.keyboard.press('Enter');
    await thread().getByText(WHOLE).waitFor();
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    for (const shown of ['open', 'closed']) {
      if (shown === 'closed') await page.getByRole('button', { name: 'Close the thread' }).click();
      for (const width of [360, 800, 1600]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          expect(await over(), `${width}, ${colorScheme}, thread ${shown}`).toBeLessThanOrEqual(0);
          if (shown === 'closed') continue;
          const send = thread().getByRole('button', { name: 'Send' });
          expect((await send.boundingBox())?.y, `${width}`).toBeLessThan(800);
        }
      }
    }
  });

  test('the browser complained of nothing and asked nobody else', () => {
    expect(complaints).toEqual([]);
  });
});
