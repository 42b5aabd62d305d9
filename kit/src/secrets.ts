import { hkdfSync } from 'node:crypto';

/** A 32-byte key for one purpose, derived from the deployment's secret (HKDF-SHA256, RFC 5869). */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'nexus', purpose, 32));
}
