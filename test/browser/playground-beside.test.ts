import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { longText } from '../reader/ferry.ts';
import { hasChromium } from './chromium.ts';
import { eachOnAFreshPage, fieldOf, type Opened, threadOf, write } from './open-playground.ts';

const WHOLE = 'Syria is completely static, and has been for some time now.';
const OWN = `Ferry Line to Reopen in May

The ferry between Harrow Point and Lisle will sail again in May, the harbour master said.

“We have waited two winters for this,” said Orla Fenwick, who runs the bakery at the pier. “My ovens are warm.”
`;
const HOSTILE = `<img src=x onerror=alert(1)> & <script>alert(2)</script>

“<b>Nobody</b> pays for &lt;script&gt; any more,” said Ida <i>Brandt</i>, a clerk. “<!channel> *stars* _lines_.”
`;

describe.skipIf(!hasChromium())('what stands beside the chat', () => {
  let opened: Opened;
  let page: Page;

  eachOnAFreshPage((playground, fresh) => {
    opened = playground;
    page = fresh;
  });

  const article = () => page.getByRole('region', { name: 'Article' });
  const wire = () => page.getByRole('region', { name: 'On the wire' });
  const isInView = (text: string) =>
    page.waitForFunction((words) => {
      const walker = document.createTreeWalker(document.querySelector('.reader-pane') ?? document.body, 4);
      while (walker.nextNode()) {
        if (!walker.currentNode.textContent?.includes(words)) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const { top, bottom } = range.getBoundingClientRect();
        return top > 0 && bottom < window.innerHeight;
      }
      return false;
    }, text);
  const drop = async (name: string, text: string) => {
    await fieldOf(page).or(threadOf(page)).first().waitFor();
    await page.evaluate(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content ?? ''], fileName ?? ''));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
          );
        }
      },
      [name, text],
    );
  };

  test('the article follows the answer, and the answer’s citation leads back to its place', async () => {
    await write(fieldOf(page), 'who said Syria is static?');
    await isInView('Syria is completely static');
    await article().evaluate((pane) => {
      for (const each of pane.querySelectorAll('*')) each.scrollTop = 0;
    });
    await threadOf(page).getByRole('link', { name: '¶20' }).click();
    await isInView('Syria is completely static');
  });

  test('on a small screen a citation brings the article to the front, and the chat is one press away', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await write(fieldOf(page), 'who said Syria is static?');
    await threadOf(page).getByText(WHOLE).waitFor();
    await page.getByRole('button', { name: 'Article', exact: true }).click();
    await isInView('Syria is completely static');
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await threadOf(page).getByRole('link', { name: '¶20' }).click();
    await isInView('Syria is completely static');
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await threadOf(page).getByText(WHOLE).waitFor();
  });

  test('a citation that is opened in a tab of its own shows the article alone', async () => {
    await write(fieldOf(page), 'who said Syria is static?');
    const link = threadOf(page).getByRole('link', { name: '¶20' });
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    const answer = await fetch(address);
    expect(new URL(answer.url).pathname).toMatch(/^\/articles\//u);
    expect(await answer.text()).toContain('Larger Than Usual Airstrike');
  });

  test('a file that is dropped is added, told in the thread, shown beside it, and answered from', async () => {
    await drop('ferry.txt', OWN);
    await threadOf(page).getByText('Added “Ferry Line to Reopen in May”: 2 paragraphs').waitFor();
    await threadOf(page).getByText('ferry.txt').waitFor();
    await article().getByText('My ovens are warm.').waitFor();
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    await write(fieldOf(page), 'who said my ovens are warm?');
    await threadOf(page).getByText('Orla Fenwick').waitFor();
    await drop('sums.pdf', 'no text');
    await threadOf(page).getByText('sums.pdf is no text, Markdown or HTML file.').waitFor();
  });

  test('a citation moves the reader to the end of a long article, and it stays there', async () => {
    const text = longText(6_000).trimEnd();
    await drop('long.txt', `${text}\n\n“My ovens are warm,” said Orla Fenwick, a baker.\n`);
    await threadOf(page)
      .getByText(/Added “A Very Long Night”/u)
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    await write(fieldOf(page), 'who said my ovens are warm?');
    await isInView('My ovens are warm');
    expect(await article().locator('.stretch').count()).toBeGreaterThan(5);
    await expect.poll(() => article().locator('.stretch:empty').count()).toBe(0);
    await isInView('My ovens are warm');
  }, 90_000);

  test('a file is chosen in the thread and told there', async () => {
    await write(fieldOf(page), 'sources');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      threadOf(page).getByRole('button', { name: 'Share a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(OWN) });
    await threadOf(page).getByText('Added “Ferry Line to Reopen in May”').waitFor();
  });

  test('a text of one’s own is pasted, and its quotations are found', async () => {
    await page.getByRole('button', { name: 'Try your own text' }).click();
    const [headline = '', ...rest] = OWN.split('\n\n');
    await page.getByRole('textbox', { name: 'Headline' }).fill(headline);
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(rest.join('\n'));
    await page.getByRole('button', { name: 'Find the quotations' }).click();
    await threadOf(page)
      .getByText(/Added “Ferry Line.*2 paragraphs/u)
      .waitFor();
    await article().getByText('My ovens are warm.').waitFor();
  });

  test('markup in a file, its name and its words stays text', async () => {
    await drop('<img src=x onerror=alert(3)>.txt', HOSTILE);
    await threadOf(page).getByText('Added “<img src=x onerror=alert(1)>').waitFor();
    await article().getByText('pays for').first().waitFor();
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    await write(fieldOf(page), 'everything Brandt said <script>alert(4)</script>');
    await threadOf(page).getByRole('listitem').nth(1).waitFor();
    expect(await page.locator('#page :is(img, script, b, i, iframe)').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  test('the wire shows events, calls and how long each part of an answer took, and no secret', async () => {
    await page.getByRole('button', { name: 'On the wire' }).click();
    await write(fieldOf(page), 'who said Syria is static?');
    const sent = wire().getByRole('button', { name: /Bot to Slack: chat\.postMessage.*ok/u });
    await sent.waitFor();
    await wire().getByRole('listitem').filter({ hasText: 'answered as who-said' }).first().waitFor();
    const parts = wire().getByRole('list', { name: 'Milliseconds of each part' });
    expect(await parts.textContent()).toMatch(
      /understand [\d.]+embed [\d.]+search [\d.]+rank [\d.]+compose/u,
    );
    await sent.click();
    await wire().getByText('"channel": "C0NEWS"').first().waitFor();
    await wire()
      .getByRole('button', { name: /apps\.connections\.open/u })
      .click();
    await wire().getByText('ticket=…').waitFor();
    const shown = (await wire().textContent()) ?? '';
    for (const secret of [opened.playground.slack.botToken, opened.playground.slack.appToken]) {
      expect(shown).not.toContain(secret.slice(5));
    }
    await wire().getByRole('searchbox', { name: 'Show only' }).fill('app_mention');
    expect(
      await wire()
        .getByRole('button', { name: /chat\.postMessage/u })
        .count(),
    ).toBe(0);
    await wire().getByRole('button', { name: 'Clear' }).click();
    await wire().getByText('Nothing yet').waitFor();
  });

  test('the bot gets over what is let go wrong, and answers once', async () => {
    await page.getByRole('button', { name: 'On the wire' }).click();
    const trouble = async (item: string): Promise<void> => {
      await wire().getByRole('button', { name: 'Let something go wrong' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await write(fieldOf(page), 'sources');
    await threadOf(page).getByText('Prof. Eyal Zisser').waitFor();
    await trouble('Deliver my last message again');
    await page.getByText('delivered again, under another event').waitFor();
    await trouble('Refuse its next message');
    await trouble('Cut the connection');
    await write(threadOf(page).getByRole('textbox'), 'quotes Zisser');
    await threadOf(page).getByText(WHOLE).waitFor({ timeout: 30_000 });
    await wire().getByText('HTTP 429').waitFor();
    expect(await threadOf(page).getByRole('listitem').filter({ hasText: 'App' }).count()).toBe(2);
  }, 60_000);

  test('the browser complained of nothing and asked nobody else', () => {
    expect(opened.complaints).toEqual([]);
  });
});
