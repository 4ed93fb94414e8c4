import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ManifestCommand } from './introduction.ts';
import type { Granted } from './simulated-slack.ts';

const MANIFEST = fileURLToPath(new URL('../../manifest.json', import.meta.url));

interface Manifest {
  readonly features: {
    readonly slash_commands: readonly ManifestCommand[];
    readonly shortcuts: readonly {
      readonly name: string;
      readonly type: 'message' | 'global';
      readonly callback_id: string;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

/** What the app's manifest asks Slack for, so that the simulation grants exactly that. */
export async function readGranted(path = MANIFEST): Promise<Granted> {
  const manifest = await readManifest(path);
  return {
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
    commands: manifest.features.slash_commands.map(({ command }) => command),
    shortcuts: manifest.features.shortcuts.map(({ name, type, callback_id: callback }) => ({
      name,
      type,
      callback,
    })),
  };
}

/** The app's slash commands with what Slack shows of them while one types. */
export async function readManifestCommands(path = MANIFEST): Promise<readonly ManifestCommand[]> {
  return (await readManifest(path)).features.slash_commands;
}

async function readManifest(path: string): Promise<Manifest> {
  return JSON.parse(await readFile(path, 'utf8')) as Manifest;
}
