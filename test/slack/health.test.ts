import { expect, test } from 'vitest';
import { startHealth } from '../../src/slack/health.ts';
import { createMetrics } from '../../src/slack/metrics.ts';

test('the process says whether it lives and whether it takes questions, and a taken port is named', async () => {
  let ready = false;
  const metrics = createMetrics();
  const health = await startHealth({ port: 0 }, () => ready, metrics);
  const status = async (path: string) => (await fetch(`http://127.0.0.1:${health.port}${path}`)).status;
  expect([await status('/healthz'), await status('/readyz'), await status('/')]).toEqual([200, 503, 404]);
  ready = true;
  expect(await status('/readyz')).toBe(200);
  const second = startHealth({ port: health.port }, () => true, metrics);
  await expect(second).rejects.toThrow(`Port ${health.port} is taken: set ADMIN_PORT`);
  await health.stop();
});
