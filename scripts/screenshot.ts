import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openLiveLibrary } from '../src/answering/live-library.ts';
import { readConfig, startFolder } from '../src/config.ts';
import { startPlayground } from '../src/playground/playground.ts';
import { oneLibrary } from '../src/slack/libraries.ts';
import { createLog } from '../src/slack/log.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { ensureModel } from './build-model.ts';
import { ensurePage } from './build-page.ts';
import { takePlaygroundPictures } from './screenshot-playground.ts';
import { takeReaderPictures } from './screenshot-reader.ts';

const FOLDER = fileURLToPath(new URL('../docs/', import.meta.url));

/** Makes the pictures of the README from the running program. */
async function takeScreenshot(): Promise<void> {
  await ensureModel({ quiet: false });
  await ensurePage({ quiet: false });
  const { corpus, index } = readConfig({});
  const model = { model: null, allowDownload: false, baseFolder: startFolder() };
  const library = await openLiveLibrary({ corpus, index, model });
  const playground = await startPlayground({
    libraries: oneLibrary(library.engine),
    port: 0,
    log: createLog('warn'),
  });
  const browser = await launchChromium();
  try {
    await mkdir(FOLDER, { recursive: true });
    await takePlaygroundPictures(browser, playground.url, FOLDER);
    await takeReaderPictures(browser, library.engine, FOLDER);
    console.error('Made the pictures in docs/.');
  } finally {
    await browser.close();
    await playground.stop();
    await library.close();
  }
}

await takeScreenshot();
