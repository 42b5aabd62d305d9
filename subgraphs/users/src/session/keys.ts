import { deriveKey } from '@nexus/kit/secrets';
import { type AccessKey, deriveAccessKey } from './access-token.ts';

/** What signs access tokens, what signs refresh tokens, and what hides the handles of deleted people. */
export type Keys = { access: AccessKey; refresh: Uint8Array; burial: Uint8Array };

/** The keys of a deployment; they follow from its secret. */
export function createKeys(secret: string): Keys {
  return {
    access: deriveAccessKey(secret),
    refresh: deriveKey(secret, 'refresh token'),
    burial: deriveKey(secret, 'handle tombstone'),
  };
}
