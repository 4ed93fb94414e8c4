/** What stands in place of a secret. */
const MASK = '…';

/** Fields whose value opens something, whatever it looks like. */
const SECRET_FIELDS = new Set([
  'token',
  'access_token',
  'refresh_token',
  'client_secret',
  'code',
  'state_secret',
  'trigger_id',
]);

/** Tokens of Slack wherever they stand, and the parts of addresses that are as good as one. */
const SECRETS: readonly RegExp[] = [
  /\b(xox[a-z]|xapp|xoxe\.xox[a-z])-[\w-]+/gu,
  /([?&](?:ticket|code|state|token)=)[^&\s"]+/gu,
  /(\/response\/)[\w-]+/gu,
];

/** A payload as it may be shown: a copy in which nothing is left that lets somebody act for the app. */
export function maskSecrets(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      SECRET_FIELDS.has(key) && typeof inner === 'string' && inner !== '' ? MASK : maskSecrets(inner),
    ]),
  );
}

function maskText(text: string): string {
  return SECRETS.reduce((masked, secret) => masked.replace(secret, maskOne), text);
}

function maskOne(_: string, kept: string): string {
  return /^x/u.test(kept) ? `${kept}-${MASK}` : `${kept}${MASK}`;
}
