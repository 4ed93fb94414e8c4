import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Shelf } from './shelf.ts';

/** The workspace has not installed the app, or has taken it out. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Which workspaces have installed the app, with their tokens, on a shelf. Tokens are encrypted with
 * a key that is drawn from the state secret: who has the file alone has no token.
 */
export function shelfInstallations(shelf: Shelf, secret: string): InstallationStore {
  const key = Buffer.from(hkdfSync('sha256', secret, 'whosaid', 'installations', 32));
  return {
    async storeInstallation(installation) {
      const place = placeOf({
        isEnterpriseInstall: installation.isEnterpriseInstall === true,
        enterpriseId: installation.enterprise?.id,
        teamId: installation.team?.id,
      });
      await shelf.put(place, encrypt(key, place, JSON.stringify(installation)));
    },
    async fetchInstallation(query) {
      const place = placeOf(query);
      const stored = await shelf.get(place);
      if (typeof stored !== 'string') throw new NotInstalled(`${place} is not there`);
      return JSON.parse(decrypt(key, place, stored)) as Installation<'v1' | 'v2', boolean>;
    },
    async deleteInstallation(query) {
      await shelf.remove(placeOf(query));
    },
  };
}

type Where = Pick<InstallationQuery<boolean>, 'isEnterpriseInstall'> & {
  readonly enterpriseId: string | undefined;
  readonly teamId: string | undefined;
};

function placeOf({ isEnterpriseInstall, enterpriseId, teamId }: Where): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (id === undefined) throw new Error('an installation without a workspace');
  return `installation/${id}`;
}

/** Bound to its place, so that one workspace's entry cannot be put in the place of another's. */
function encrypt(key: Buffer, place: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

function decrypt(key: Buffer, place: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const iv = bytes.subarray(0, IV_BYTES);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const cipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag);
  try {
    return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw new Error(`${place} cannot be decrypted: is SLACK_STATE_SECRET the one it was stored with?`);
  }
}
