import { join } from 'node:path';
import type { Browser } from 'playwright-core';

const QUESTION = 'who said Syria is static?';

/** Makes playground.png, playground-wire.png and playground-phone.png in a folder, of a playground nobody has used. */
export async function takePlaygroundPictures(browser: Browser, url: string, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(url);
  await page.getByRole('textbox', { name: /^Message to #/ }).fill(QUESTION);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show in context' }).waitFor();
  // The article scrolls to the quotation.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, 'playground.png') });

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'On the wire' }).click();
  await page.getByRole('textbox', { name: 'Reply in the thread' }).fill('what else did he say?');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'answered as' }).nth(1).waitFor();
  await page
    .getByRole('button', { name: /app_mention/ })
    .first()
    .click();
  await page.getByText('"authorizations"').waitFor();
  await page.screenshot({ path: join(folder, 'playground-wire.png') });

  await page.setViewportSize({ width: 390, height: 760 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, 'playground-phone.png') });
}
