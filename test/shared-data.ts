import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where optional data for checking lies, beside the checkout. */
export const SLACK_DATA = resolve(import.meta.dirname, '../../shared/data/slack');

/** Whether the shapes of Slack's payloads are there. Where everything has to be checked, they must be. */
export function hasSlackData(): boolean {
  if (existsSync(SLACK_DATA)) return true;
  if (process.env.CI === 'true')
    throw new Error('../shared/data/slack is missing: nothing can be checked against it');
  console.warn('NOT CHECKED: ../shared/data/slack is missing, Slack’s shapes are not compared');
  return false;
}
