import { afterEach, expect, test } from 'vitest';
import { LIMITS } from '../../src/rendering/limits.ts';
import { article } from '../rendering/sample.ts';
import { type Mode, startPair } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';
import { Surface } from './surface.ts';

let at: Surface;
afterEach(() => at.pair.stop());

test.each<Mode>(['socket', 'http'])('the Home tab turns its pages, by %s', async (mode) => {
  const titled = (n: number) => `Article number ${n} of many`;
  const articles = Array.from({ length: 20 }, (_, n) =>
    article(`${titled(n)}\n\nThe ferry is late.\n`, `a${n}.txt`),
  );
  const engine = scriptedEngine();
  engine.articles = async () => articles;
  engine.open = async (id) => {
    const found = articles.find((each) => each.id === id);
    return found ? { article: found, passages: [], quotations: [] } : null;
  };
  at = new Surface(await startPair(engine, mode));
  at.you.openApp('home');
  await at.home('(1 to 8 of 20)');
  await at.you.pressInHome('home_page');
  await at.home('(9 to 16 of 20)');
  await at.you.pressInHome({ action: 'home_page', block: lastBlock() });
  const last = await at.home('(17 to 20 of 20)');
  expect(JSON.stringify(last.definition)).toContain(titled(19));
  expect(JSON.stringify(last.definition)).not.toContain('"Next"');
  await at.you.pressInHome('home_page');
  await at.home('(9 to 16 of 20)');
  expect(lastBlock()).toBeLessThan(LIMITS.blocksPerView);
});

function lastBlock(): number {
  const { blocks } = at.pair.slack.workspace.homes.get(at.you.person.id)?.definition ?? {};
  return Array.isArray(blocks) ? blocks.length - 1 : 0;
}
