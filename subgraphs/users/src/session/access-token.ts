import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { ACCESS_TOKEN, type Viewer } from '@nexus/contracts/viewer';
import { deriveKey } from '@nexus/kit/secrets';
import { type JWK, SignJWT } from 'jose';

const LIFETIME_SECONDS = 600;

/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export type AccessToken = { accessToken: string; accessTokenExpiresAt: Date };
export type AccessKey = { privateKey: KeyObject; publicJwk: JWK & { kid: string } };

/** The key that signs access tokens, and its public half for all who verify them. */
export function deriveAccessKey(secret: string): AccessKey {
  const key = Buffer.concat([PKCS8_PREFIX, deriveKey(secret, 'access token')]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  return { privateKey, publicJwk: publicJwkOf(privateKey) };
}

/** A signed access token of a viewer (EdDSA), good for ten minutes. */
export async function createAccessToken({ privateKey, publicJwk }: AccessKey, viewer: Viewer): Promise<AccessToken> {
  const issuedAt = Math.floor(Date.now() / 1_000);
  const expiresAt = issuedAt + LIFETIME_SECONDS;
  const accessToken = await new SignJWT({ sid: viewer.sessionId, role: viewer.role })
    .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: publicJwk.kid })
    .setIssuer(ACCESS_TOKEN.issuer)
    .setAudience(ACCESS_TOKEN.audience)
    .setSubject(viewer.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(privateKey);
  return { accessToken, accessTokenExpiresAt: new Date(expiresAt * 1_000) };
}

function publicJwkOf(privateKey: KeyObject): JWK & { kid: string } {
  const { crv, kty, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  // The thumbprint of RFC 7638: required members only, in this order.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x: String(x), kid, alg: ACCESS_TOKEN.algorithm, use: 'sig' };
}
