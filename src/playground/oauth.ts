import { randomUUID } from 'node:crypto';
import { type Arguments, failed, ok, type Response } from './api-context.ts';
import { newId } from './payloads.ts';
import { APP_ID, BOT, YOU } from './workspace.ts';

/** A token that was given out for a workspace. */
interface Given {
  readonly team: string;
  readonly until: number;
}

const TWELVE_HOURS = 12 * 60 * 60;

/** The part of Slack that installs an app: the page that asks for consent, codes, tokens. */
export class SimulatedOAuth {
  readonly clientId = newId('client');
  readonly clientSecret = randomUUID();
  /** Seconds that a token lives; Slack: twelve hours. */
  lifetime = TWELVE_HOURS;
  readonly #codes = new Map<string, string>();
  readonly #tokens = new Map<string, Given>();
  readonly #refreshes = new Map<string, string>();

  /** Consents for a workspace, as its owner does on the page; where the browser is sent back to. */
  consent(query: URLSearchParams, team: string): string | null {
    const redirect = query.get('redirect_uri');
    if (query.get('client_id') !== this.clientId) return null;
    const code = randomUUID();
    this.#codes.set(code, team);
    const back = new URL(redirect ?? 'http://localhost/slack/oauth_redirect');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back.href;
  }

  /** The workspace of a token; null where it is none of these, or its time is over. */
  teamOf(token: string): string | null {
    const given = this.#tokens.get(token);
    return given && given.until > Date.now() ? given.team : null;
  }

  /** `oauth.v2.access`: a code, or a refresh token, for a new token. Each is good for once. */
  readonly access = (args: Arguments, scopes: readonly string[], authorization: string): Response => {
    const basic = `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')}`;
    const inBody = args.client_id === this.clientId && args.client_secret === this.clientSecret;
    if (authorization !== basic && !inBody) return failed('bad_client_secret');
    const source = args.grant_type === 'refresh_token' ? this.#refreshes : this.#codes;
    const key = String(args.grant_type === 'refresh_token' ? args.refresh_token : args.code);
    const team = source.get(key);
    if (team === undefined) return failed(source === this.#codes ? 'invalid_code' : 'invalid_refresh_token');
    source.delete(key);
    for (const [token, given] of this.#tokens) if (given.team === team) this.#tokens.delete(token);
    const token = `xoxe.xoxb-${randomUUID()}`;
    const refresh = `xoxe-${randomUUID()}`;
    this.#tokens.set(token, { team, until: Date.now() + this.lifetime * 1000 });
    this.#refreshes.set(refresh, team);
    return ok({
      access_token: token,
      token_type: 'bot',
      scope: scopes.join(','),
      bot_user_id: BOT.id,
      app_id: APP_ID,
      expires_in: this.lifetime,
      refresh_token: refresh,
      team: { id: team, name: team },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: YOU.id },
    });
  };
}
