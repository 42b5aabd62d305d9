import { deriveKey } from '@nexus/kit/secrets';
import { type AccessKey, deriveAccessKey } from './access-token.ts';

/** What signs access tokens, and what signs refresh tokens. */
export type Keys = { access: AccessKey; refresh: Uint8Array };

/** Both keys of a deployment; they follow from its secret. */
export function createKeys(secret: string): Keys {
  return { access: deriveAccessKey(secret), refresh: deriveKey(secret, 'refresh token') };
}
