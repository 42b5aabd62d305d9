import { ACCESS_TOKEN, type Viewer, viewerFromClaims } from '@nexus/contracts/viewer';
import type { Logger } from '@nexus/kit/log';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { HttpRefusal } from '../http/http-errors.ts';
import type { EndedSessions } from './ended-sessions.ts';

const JWKS_TIMEOUT_MS = 1_500;
const CLOCK_TOLERANCE_SECONDS = 5;

/** So long a verified token is believed without a look at the keys; one whose key is withdrawn lives as much longer. */
const TRUSTED_MS = 30_000;
const MAX_TRUSTED = 5_000;

/** What is wrong with a token itself; any other failure to verify it is ours. */
const TOKEN_ERRORS: ReadonlySet<unknown> = new Set([
  errors.JWTExpired.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
]);

/** Who sends an `authorization` header; nobody without one. */
export type Identify = (authorization: string | undefined) => Promise<Viewer | undefined>;

type Known = { jwksUrl: string; ended?: Pick<EndedSessions, 'has'> | undefined };

/**
 * Verifies bearer access tokens by the keys at `jwksUrl`: UNAUTHENTICATED (401), also where their session has ended, or
 * SERVICE_UNAVAILABLE (503) without keys.
 */
export function createIdentify({ jwksUrl, ended }: Known, logger: Logger): Identify {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: JWKS_TIMEOUT_MS });
  // By the token: spaces before it would make other headers of one, each of them kept.
  const trusted = new LRUCache<string, { viewer: Viewer; until: number }>({ max: MAX_TRUSTED });

  async function viewerOf(token: string): Promise<Viewer> {
    const known = trusted.get(token);
    if (known && Date.now() < known.until) return known.viewer;
    const claims = await verify(token, keys, logger);
    const viewer = viewerFromClaims(claims);
    if (!viewer) throw badToken('The access token is not valid. Sign in again.');
    trusted.set(token, { viewer, until: Math.min(Date.now() + TRUSTED_MS, expiryOf(claims)) });
    return viewer;
  }

  return async (authorization) => {
    if (authorization === undefined) return undefined;
    const token = authorization.match(/^Bearer +(\S+)$/i)?.[1];
    if (token === undefined) throw badToken('The authorization header must be "Bearer", a space and an access token.');
    const viewer = await viewerOf(token);
    if (ended?.has(viewer.sessionId)) throw badToken('This session has ended. Sign in again.');
    return viewer;
  };
}

const expiryOf = ({ exp = 0 }: JWTPayload) => exp * 1_000;

async function verify(token: string, keys: ReturnType<typeof createRemoteJWKSet>, logger: Logger): Promise<JWTPayload> {
  const { issuer, audience, type, algorithm } = ACCESS_TOKEN;
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [algorithm],
      typ: type,
      issuer,
      audience,
      requiredClaims: ['exp', 'sub', 'sid'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw badToken('The access token has expired. Refresh the session.');
    if (error instanceof errors.JOSEError && TOKEN_ERRORS.has(error.code)) {
      throw badToken('The access token is not valid. Sign in again.');
    }
    logger.error({ err: error }, 'the keys for access tokens are not available');
    const message = 'Signed-in requests cannot be checked right now. Try again.';
    throw new HttpRefusal({ status: 503, code: 'SERVICE_UNAVAILABLE', message });
  }
}

function badToken(message: string): HttpRefusal {
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  return new HttpRefusal({ status: 401, code: 'UNAUTHENTICATED', message, headers });
}
