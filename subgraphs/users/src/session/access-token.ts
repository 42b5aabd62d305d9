import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { ACCESS_TOKEN, type Viewer } from '@nexus/contracts/viewer';
import { deriveKey } from '@nexus/kit/secrets';
import { type JWK, SignJWT } from 'jose';

const LIFETIME_SECONDS = 600;

/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export type AccessToken = { accessToken: string; accessTokenExpiresAt: Date };

/** A signed access token of a viewer (EdDSA), good for ten minutes. */
export async function createAccessToken(secret: string, viewer: Viewer): Promise<AccessToken> {
  const key = signingKey(secret);
  const issuedAt = Math.floor(Date.now() / 1_000);
  const expiresAt = issuedAt + LIFETIME_SECONDS;
  const accessToken = await new SignJWT({ sid: viewer.sessionId })
    .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: publicJwk(key).kid })
    .setIssuer(ACCESS_TOKEN.issuer)
    .setAudience(ACCESS_TOKEN.audience)
    .setSubject(viewer.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key);
  return { accessToken, accessTokenExpiresAt: new Date(expiresAt * 1_000) };
}

/** The public keys that verify access tokens, as a JSON Web Key Set. */
export function publicKeys(secret: string): { keys: JWK[] } {
  return { keys: [publicJwk(signingKey(secret))] };
}

function signingKey(secret: string): KeyObject {
  const key = Buffer.concat([PKCS8_PREFIX, deriveKey(secret, 'access token')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

function publicJwk(privateKey: KeyObject): JWK & { kid: string } {
  const { crv, kty, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  // The thumbprint of RFC 7638: required members only, in this order.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x: String(x), kid, alg: ACCESS_TOKEN.algorithm, use: 'sig' };
}
