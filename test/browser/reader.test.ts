import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensurePage } from '../../scripts/build-page.ts';
import { type RunningReader, startReader } from '../../src/reader/reader-server.ts';
import { ferry, libraryOf, stored } from '../reader/ferry.ts';
import { hostile } from '../reader/hostile.ts';
import { violationsOn } from './axe.ts';
import { hasChromium, launchChromium } from './chromium.ts';

const quotationId = (beginning: string): string => {
  const found = ferry.quotations.find(({ spans: [first] }) =>
    ferry.article.text.startsWith(beginning, first?.start),
  );
  if (!found) throw new Error(`not found: ${beginning}`);
  return found.id;
};

describe.skipIf(!hasChromium())('the reader in a browser', () => {
  let browser: Browser;
  let reader: RunningReader;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await ensurePage({ quiet: true });
    const empty = stored('short.txt', 'A Short One\n\nNobody says anything here.\n');
    reader = await startReader({ library: libraryOf(ferry, hostile, empty), port: 0 });
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await reader.stop();
  });
  afterEach(() => page.close());

  async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
    page = await browser.newPage({ viewport: { width: 1200, height: 800 }, ...options });
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(reader.url).origin))
        complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(`${reader.url}${path}`);
    // The part in view is drawn on the strip when the script has taken the page over.
    const hasStrip = (await page.locator('.strip').count()) > 0;
    if (hasStrip && options.javaScriptEnabled !== false) {
      await page.locator('.strip-view').waitFor({ state: 'attached' });
    }
  }

  const row = (anchor: string) => page.locator(`#${anchor}`);
  const isInView = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });

  test('the text can be read without a script, at the paragraph that was asked for', async () => {
    await open('/ferry#p9', { javaScriptEnabled: false, viewport: { width: 360, height: 500 } });
    expect(await row('p9').innerText()).toContain('The last boat leaves on 3 May');
    const { y } = (await row('p9').boundingBox()) ?? { y: -1 };
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(500);
  });

  test('?q= scrolls to the quotation and marks it, and it alone', async () => {
    await open(`/ferry?q=${encodeURIComponent(quotationId('12 islanders'))}#p7`, {
      viewport: { width: 360, height: 500 },
    });
    await page.locator('.said.is-chosen').waitFor();
    expect(await page.locator('.said.is-chosen').allInnerTexts()).toEqual([
      '12 islanders need the clinic in Tromvik each week',
    ]);
    await page.waitForFunction(() => window.scrollY > 100);
    await page.waitForTimeout(100);
    expect(await isInView('.said.is-chosen')).toBe(true);
    expect(await page.locator('.note[aria-current]').innerText()).toContain('Bay Watch');
  });

  test('pointing at a pronoun or going to it with the keyboard says whom it stands for, and why', async () => {
    await open('/ferry');
    const she = row('p3').getByRole('link', { name: 'She' });
    const tip = page.getByRole('tooltip');
    await she.hover();
    await tip.getByText('Dr. Amara Okafor').waitFor();
    expect(await tip.innerText()).toMatch(/“She” is a pronoun.*last named in ¶3/);
    expect(await tip.innerText()).toContain('Found by: a verb of saying with a clause after it');
    await page.mouse.move(0, 0);
    await tip.waitFor({ state: 'hidden' });
    await she.focus();
    await tip.getByText('Dr. Amara Okafor').waitFor();
    expect(await she.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
  });

  test('a quotation’s card opens with the keyboard, says all that is known, and gives the focus back', async () => {
    await open('/ferry');
    const who = row('p8').getByRole('button', { name: /^Unattributed/ });
    await who.focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Unattributed' });
    expect(await card.innerText()).toMatch(/Speaker unknown/);
    expect(await card.innerText()).toMatch(/Sense\s+asked/);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await who.evaluate((element) => element === document.activeElement)).toBe(true);
    await row('p2').locator('.said').first().click();
    const okafor = page.getByRole('dialog', { name: 'Dr. Amara Okafor' });
    expect(await okafor.innerText()).toMatch(
      /head of the harbour board[\s\S]*clear who speaks[\s\S]*about (?:eight|nine) are right/i,
    );
    expect(await okafor.innerText()).toMatch(/Told to\s+the Courier/i);
    expect(await okafor.getByRole('link', { name: 'At courier.example' }).getAttribute('href')).toMatch(
      /^https:\/\/courier\.example\/news\/night-ferry#:~:text=/,
    );
    await page.getByRole('heading', { level: 1 }).click();
    await okafor.waitFor({ state: 'hidden' });
    await who.focus();
    await page.keyboard.press('Enter');
    await card.waitFor();
    for (let presses = 0; presses < 12 && (await card.isVisible()); presses += 1)
      await page.keyboard.press('Tab');
    expect(await card.isVisible()).toBe(false);
    expect(await who.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('one click copies a quotation with its source, in the format that is chosen', async () => {
    await open('/ferry', { permissions: ['clipboard-read', 'clipboard-write'] });
    const copy = row('p4').getByRole('button', { name: /Copy Lindqvist/ });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await copy.click();
    await page.getByText('Copied as Plain text.').waitFor();
    expect(await clipboard()).toMatch(
      /^“The island will empty,” \[…\] “First the young, then the rest of us\.”\n— Henrik Lindqvist, fisherman of forty years, in/,
    );
    await page.getByLabel('Copy as').selectOption('markdown');
    await copy.click();
    await page.getByText('Copied as Markdown.').waitFor();
    expect(await clipboard()).toMatch(/^> “The island[\s\S]*> — \*\*Henrik Lindqvist\*\*/);
    await page.getByLabel('Copy as').selectOption('slack');
    await copy.click();
    await page.getByText('Copied as Slack.').waitFor();
    expect(await clipboard()).toMatch(/^>“The island[\s\S]*<https:\/\/courier\.example\/[^|]*\|¶4>$/);
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(html).toContain('<b>Henrik Lindqvist</b>');
  });

  test('it is copied too where a browser has no clipboard to write to, as on plain HTTP', async () => {
    await open('/ferry');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await row('p4')
      .getByRole('button', { name: /^Copy Lindqvist/ })
      .click();
    await page.getByText('Copied as Plain text.').waitFor();
    const field = page.getByRole('searchbox');
    await field.focus();
    await page.keyboard.press('Control+V');
    expect(await field.inputValue()).toMatch(/^“The island will empty,” \[…\] .*— Henrik Lindqvist/);
  });

  test('on a narrow page the speaker who is chosen stands whole in view', async () => {
    await open('/ferry', { viewport: { width: 360, height: 700 } });
    const speaker = page.locator('.speakers li').last();
    await speaker.getByRole('button').first().click();
    await speaker.getByText('in all').waitFor();
    const right = () => speaker.evaluate((element) => element.getBoundingClientRect().right);
    await expect.poll(right).toBeLessThanOrEqual(360);
  });

  test('a speaker is followed alone, step by step, and the kinds of speech are told apart', async () => {
    await open('/ferry');
    const okafor = page.getByRole('button', { name: 'Dr. Amara Okafor' });
    await okafor.click();
    await expect.poll(() => okafor.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => row('p4').locator('.said.is-back').count()).toBe(2);
    expect(await row('p2').locator('.said.is-back').count()).toBe(0);
    const speakers = page.getByRole('complementary', { name: 'Speakers' });
    await speakers.getByText('4 in all').waitFor();
    await speakers.getByRole('button', { name: 'Next' }).click();
    await speakers.getByText('1 of 4').waitFor();
    await speakers.getByRole('button', { name: 'Next' }).click();
    const words = await page.locator('.said.is-chosen').allInnerTexts();
    expect(words.join('')).toBe('the board had “looked under every stone” for money');
    expect(await page.locator('.said.is-own').allInnerTexts()).toEqual(['“looked under every stone”']);
    expect(page.url()).toContain(`?q=${encodeURIComponent(quotationId('the board had'))}#p3`);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'reported', exact: true }).click();
    await expect
      .poll(() => page.locator('.row .said:not(.is-back)').allInnerTexts())
      .toEqual([
        'The night ferry to the island of Skarn stops in May',
        'the state would not step in',
        'the engineers were told in January',
        '12 islanders need the clinic in Tromvik each week',
        'whether the day ferry was safe',
        'it would stay',
      ]);
    const style = (kind: string) =>
      page
        .locator(`.row:not(.is-pull) .said.is-${kind}`)
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationStyle);
    expect([await style('direct'), await style('mixed'), await style('indirect')]).toEqual([
      'solid',
      'dashed',
      'dotted',
    ]);
  });

  test('the strip goes where it is clicked, and from quotation to quotation with the keyboard', async () => {
    await open('/ferry', { viewport: { width: 1000, height: 500 } });
    const strip = page.getByRole('slider', { name: 'Quotations through the article' });
    const says = () => strip.getAttribute('aria-valuetext');
    await strip.focus();
    await page.keyboard.press('End');
    await expect.poll(says).toMatch(/^9 of 9: Dr\. Amara Okafor, reported, paragraph 8$/);
    expect(await isInView('.said.is-chosen')).toBe(true);
    await page.keyboard.press('ArrowLeft');
    expect(await says()).toMatch(/^8 of 9: Unattributed/);
    await page.keyboard.press('Home');
    expect(await says()).toMatch(/^1 of 9/);
    const box = await strip.boundingBox();
    if (!box) throw new Error('there is no strip');
    await page.mouse.click(box.x + box.width - 3, box.y + 4);
    await expect.poll(() => isInView('#p9 .words')).toBe(true);
    expect(await row('p9').getAttribute('class')).toContain('is-marked');
  });

  test('the search counts, paints and goes round', async () => {
    await open('/ferry', { viewport: { width: 1000, height: 600 } });
    const field = page.getByRole('searchbox', { name: 'Search in the article' });
    await field.fill('the COURIER');
    await page.getByText('1 found').waitFor();
    await field.fill('okafor');
    await page.getByText('4 found').waitFor();
    await field.press('Enter');
    await page.getByText('1 of 4').waitFor();
    const painted = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('whosaid-found') ?? [])].map((range) => (range as Range).toString()),
      );
    expect(await painted()).toEqual(['Okafor', 'Okafor', 'Okafor', 'Okafor']);
    await field.press('Shift+Enter');
    await page.getByText('4 of 4').waitFor();
    await expect.poll(() => isInView('#p8 .words')).toBe(true);
    await page.getByRole('button', { name: 'Next place' }).click();
    await page.getByText('1 of 4').waitFor();
  });

  test('what is selected with the mouse is the article’s text and nothing else', async () => {
    await open('/ferry');
    const text = await page.evaluate(() => {
      const selection = getSelection();
      const [first, last] = [document.querySelector('#p2 .words'), document.querySelector('#p3 .words')];
      if (!selection || !first || !last) return '';
      selection.setBaseAndExtent(first, 0, last, last.childNodes.length);
      return selection.toString();
    });
    const [, second, , third] = ferry.article.paragraphs.map(({ start, end }) =>
      ferry.article.text.slice(start, end),
    );
    expect(text.replace(/\s+/g, ' ')).toContain(second);
    expect(text.replace(/\s+/g, ' ')).toContain(third);
    expect(text).not.toMatch(/AO|Copy|direct|¶/);
  });

  test('the keyboard alone reaches everything, in the order of the page', async () => {
    await open('/ferry');
    const reached: string[] = [];
    for (let count = 0; count < 80; count += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const { activeElement: at } = document;
        if (!at || at === document.body) return '';
        const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels : null;
        const text = at instanceof HTMLSelectElement ? '' : at.textContent;
        return (at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? text ?? '').trim();
      });
      if (name === '') break;
      reached.push(name);
    }
    expect(reached.slice(0, 5)).toEqual([
      'Skip to the text',
      'Whosaid all articles',
      'Colours',
      'Read it at courier.example',
      'Quotations through the article',
    ]);
    for (const name of ['Search in the article', 'direct', 'She', 'Paragraph 9', 'Pull quote']) {
      expect(reached).toContain(name);
    }
    expect(reached).toContain('Copy Lindqvist’s words with their source');
    expect(reached.some((name) => name.startsWith('Copy as'))).toBe(true);
    expect(reached.filter((name) => name.startsWith('AOOkafor'))).toHaveLength(5);
  });

  test('a pull quote leads to the quotation that it repeats', async () => {
    await open('/ferry');
    const pull = page.locator('.row.is-pull');
    expect(await pull.locator('blockquote').innerText()).toBe(
      'We have carried empty cars through the winter',
    );
    await pull.getByRole('link', { name: 'repeats ¶2' }).click();
    await row('p2').locator('.said.is-chosen').first().waitFor();
  });

  test('the colours are the system’s until others are chosen, and stay', async () => {
    await open('/ferry', { colorScheme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    const choose = page.getByLabel('Colours');
    await choose.selectOption('light');
    await expect.poll(paper).not.toBe(dark);
    const light = await paper();
    await page.reload();
    expect(await paper()).toBe(light);
    await page.goto(reader.url);
    expect(await paper()).toBe(light);
    await expect.poll(() => choose.inputValue()).toBe('light');
  });

  test('hostile text does nothing, wherever it stands', async () => {
    const path = `/${encodeURIComponent(hostile.article.id)}`;
    await open(path);
    const who = page.locator('.who').first();
    await who.click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.phrase').first().hover();
    await page.getByRole('tooltip').getByText('onerror').first().waitFor();
    await page.getByRole('searchbox').fill('<script>');
    await page.goto(reader.url);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('img, a[href^="javascript"]').count()).toBe(0);
  });

  const looks = [360, 1600].flatMap((width) =>
    (['light', 'dark'] as const).map((colours) => ({ width, colours })),
  );
  test.each(looks)(
    '$width px, $colours: nothing runs over the edge, axe finds nothing wrong',
    async ({ width, colours }) => {
      for (const path of [
        '/ferry',
        `/ferry?q=${encodeURIComponent(quotationId('the board had'))}`,
        '/short',
        '',
      ]) {
        await open(path, { viewport: { width, height: 800 }, colorScheme: colours });
        const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(await over(), path).toBeLessThanOrEqual(0);
        expect(await violationsOn(page), path).toEqual([]);
        if (!path.includes('?q=')) {
          if (path !== '') await page.close();
          continue;
        }
        const who = row('p2').locator('.who');
        await who.click();
        await page.getByRole('dialog').waitFor();
        expect(await over(), 'card').toBeLessThanOrEqual(0);
        expect(await violationsOn(page), 'card').toEqual([]);
        await page.close();
      }
    },
    60_000,
  );

  test('the browser complained of nothing and asked nobody else', () => {
    expect(complaints).toEqual([]);
  });
});
