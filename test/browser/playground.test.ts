import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { eachOnAFreshPage, fieldOf, type Opened, threadOf, write } from './open-playground.ts';

const WHOLE = 'Syria is completely static, and has been for some time now.';

describe.skipIf(!hasChromium())('the chat in a browser', () => {
  let opened: Opened;
  let page: Page;

  eachOnAFreshPage((playground, fresh) => {
    opened = playground;
    page = fresh;
  });

  const thread = () => threadOf(page);
  const field = () => fieldOf(page);
  const place = (name: string) =>
    page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name });
  const starter = () => page.getByRole('button', { name: /^Who said it\?/ });
  const menu = async (item: string, nth = -1) => {
    const messages = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'More actions' }) });
    const message = nth < 0 ? messages.last() : messages.nth(nth);
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  test('a newcomer types the question without a mention and reads the answer', async () => {
    await page.getByText('A simulation of Slack on this computer').waitFor();
    await write(field(), 'who said Syria is static?');
    const answer = thread().getByRole('listitem').last();
    await answer.getByText(WHOLE).waitFor();
    const shown = ((await answer.textContent()) ?? '').replace(/\s+/g, ' ');
    expect(shown).toContain('Prof. Eyal Zisser, vice rector of Tel Aviv University');
    expect(shown).toContain('¶20');
    expect(shown).toContain('direct quotation');
    const outlet = answer.getByRole('link', { name: /themedialine\.org/ });
    expect(await outlet.getAttribute('href')).toBe('https://themedialine.org/');
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    await page.getByText('1 reply').waitFor();
  });

  test('a starter is clicked, and gives way to chips once something was asked', async () => {
    await starter().click();
    await thread().getByText(WHOLE).waitFor();
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    expect(await starter().count()).toBe(0);
    await page.getByRole('list', { name: 'Try' }).getByRole('button', { name: 'sources' }).click();
    await thread().getByText('Prof. Eyal Zisser').waitFor();
  });

  test('an answer’s context opens in a window, Escape closes it, and the focus comes back', async () => {
    await starter().click();
    const button = thread().getByRole('button', { name: 'Show in context' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'In context' });
    await dialog.getByText(WHOLE).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  test('a thread goes on, a command answers only you, and sharing shows it to all', async () => {
    await starter().click();
    await write(thread().getByRole('textbox'), 'what else did he say?');
    await thread().getByText('Israel acts when it can').waitFor();
    await write(thread().getByRole('textbox'), '/article sources');
    await page.getByText('Slack runs no commands in threads').waitFor();
    await page.keyboard.press('Escape');
    await thread().waitFor({ state: 'detached' });
    await write(field(), '/article sources');
    await page.getByText('Only visible to you').waitFor();
    await page.getByRole('button', { name: 'Share with the channel' }).click();
    await page.getByText('Shared by').waitFor();
    await page.getByText('Only visible to you').waitFor({ state: 'detached' });
  });

  test('a slash lists the command, then what may follow, then the names', async () => {
    const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await field().fill('/');
    await options.filter({ hasText: 'only you see the answer' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await field().inputValue()).toBe('/article ');
    await options.filter({ hasText: 'quotes NAME' }).waitFor();
    await field().pressSequentially('qu');
    expect(await options.count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await field().inputValue()).toBe('/article quotes ');
    await field().pressSequentially('zis');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field().inputValue()).toBe('/article quotes Eyal Zisser');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Messages' }).getByText(WHOLE).waitFor();
    await field().fill('/article');
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByText('Only visible to you').nth(1).waitFor();
  });

  test('the direct messages show what the app suggests, and answer without a mention', async () => {
    await place('Whosaid').click();
    await page.getByRole('button', { name: /^Who is quoted/ }).click();
    await thread().getByText('Prof. Eyal Zisser').waitFor();
  });

  test('the Home tab lists the article, and one can ask from there', async () => {
    await place('Whosaid').click();
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await page.getByText('Prof. Eyal Zisser').first().waitFor();
    await page.getByRole('button', { name: 'Ask a question' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your question' }).fill('who said Syria is static?');
    await page.keyboard.press('Enter');
    await dialog.getByText(WHOLE).waitFor();
  });

  test('one can ask from everywhere', async () => {
    await place('Ask about the article').click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Your question' }).fill('sources');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Prof. Eyal Zisser').waitFor();
  });

  test('a message is checked from its menu, an answer is judged with a reason', async () => {
    await page.getByRole('button', { name: '@whosaid', exact: true }).click();
    await write(field(), 'Valensi said "Syria is completely static"');
    await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').waitFor();
    await menu('Check this quote');
    await page.getByRole('dialog').getByText('Wrong speaker.').waitFor();
    await page.keyboard.press('Escape');
    await write(field(), '@whosaid who said “Syria is completely static”?');
    await thread().getByRole('button', { name: 'Wrong answer' }).click();
    await page.getByRole('textbox', { name: /What was wrong/ }).fill('nothing, really');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const good = thread().getByRole('button', { name: 'Good answer' });
    await good.click();
    await thread().getByText('Thank you').waitFor();
    expect(await good.getAttribute('aria-pressed')).toBe('true');
    await menu('Dismiss message');
    await thread().getByText('Thank you').waitFor({ state: 'detached' });
  });

  test('the settings of the channel are chosen and obeyed there, and in no other', async () => {
    await write(field(), '/article settings');
    const dialog = page.getByRole('dialog', { name: 'Settings here' });
    await dialog.getByLabel('Who sees an answer to a mention?').selectOption('private');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await write(field(), 'sources');
    await page.getByText('Only visible to you').waitFor();
    await place('press-office').click();
    await write(page.getByRole('textbox', { name: 'Message to #press-office' }), 'sources');
    await thread().getByText('Prof. Eyal Zisser').waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
  });

  test('somebody else does not see what only you see', async () => {
    await write(field(), '/article sources');
    await page.getByText('Only visible to you').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Mara Lind' });
    await page.getByRole('heading', { name: 'Who said what?' }).waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
    await write(field(), 'sources');
    await thread().getByText('Prof. Eyal Zisser').waitFor();
    await thread().getByText('mara', { exact: true }).waitFor();
    await page.getByLabel('You are').selectOption({ label: 'You' });
    await page.getByText('Only visible to you').waitFor();
    await page.getByText('1 reply').waitFor();
  });

  test('an edited question updates its answer; a message is deleted; a reaction is put and taken away', async () => {
    await place('Whosaid').click();
    await write(page.getByRole('textbox', { name: 'Message to Whosaid' }), 'quotes Zisser');
    await thread().getByText(WHOLE).waitFor();
    await thread().getByRole('textbox').press('ArrowUp');
    await write(page.getByRole('textbox', { name: 'Edit the message' }), 'quotes Valensi');
    await thread().getByText(WHOLE).waitFor({ state: 'detached' });
    await thread().getByText('(edited)').first().waitFor();
    await menu('React with 👀');
    await thread().getByRole('button', { name: 'eyes: take away' }).click();
    await thread().getByRole('button', { name: 'eyes: take away' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    await menu('Delete message');
    await page.getByRole('heading', { name: 'Ask Whosaid directly' }).waitFor();
  });

  test('a message that mentions nobody stays without an answer, markup in it is text', async () => {
    await page.getByRole('button', { name: '@whosaid', exact: true }).click();
    await write(field(), '<b>bold</b> & *stars* <!channel> javascript:alert(1)');
    const own = page.getByRole('listitem').filter({ hasText: '<b>bold</b> & *stars* <!channel>' });
    await own.waitFor();
    expect(await own.locator('b, strong:not(.message-head strong), a').count()).toBe(0);
    await page.waitForTimeout(100);
    expect(await thread().count()).toBe(0);
  });

  test('the browser complained of nothing and asked nobody else', () => {
    expect(opened.complaints).toEqual([]);
  });
});
