/** What the app asks a workspace for when it is installed by OAuth; the manifest says the same. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:read',
  'im:history',
] as const;
