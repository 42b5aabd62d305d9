import { unauthenticated } from '@nexus/kit/errors';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { ROLES, type Role } from './events.ts';

/** Who is asking, as the gateway has verified it. `id` is the UUID of the user, `sessionId` of the session. */
export type Viewer = { id: string; sessionId: string; role?: Role };

/** What an access token says besides its times; users signs it (EdDSA), the gateway verifies it by JWKS. */
export const ACCESS_TOKEN = { issuer: 'nexus', audience: 'nexus-api', type: 'at+jwt', algorithm: 'EdDSA' } as const;

const ASSERTION_SECONDS = 30;
const CLOCK_TOLERANCE_SECONDS = 5;
const viewerClaims = z.object({ sub: z.uuid(), sid: z.uuid(), role: z.enum(ROLES).optional() });

/** Reads the viewer from verified token claims (`sub` user, `sid` session, `role`); undefined where they are missing. */
export function viewerFromClaims(claims: unknown): Viewer | undefined {
  const read = viewerClaims.safeParse(claims);
  if (!read.success) return undefined;
  const { sub, sid, role } = read.data;
  return { id: sub, sessionId: sid, ...(role && { role }) };
}

/** Signs the gateway's assertion to one subgraph: who asks (or nobody), valid 30 s, useless elsewhere. */
export async function signAssertion(key: Uint8Array, audience: string, viewer: Viewer | undefined): Promise<string> {
  return await new SignJWT(viewer ? { sid: viewer.sessionId, role: viewer.role } : {})
    .setProtectedHeader({ alg: 'HS256', typ: 'nexus-viewer+jwt' })
    .setIssuer('nexus-gateway')
    .setAudience(audience)
    .setSubject(viewer?.id ?? '')
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS}s`)
    .sign(key);
}

/** Verifies an assertion; UNAUTHENTICATED unless signed for this subgraph and not expired (30 s, and 5 s for clocks that differ). */
export async function verifyAssertion(
  key: Uint8Array,
  audience: string,
  assertion: string,
): Promise<Viewer | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: ['HS256'],
      typ: 'nexus-viewer+jwt',
      issuer: 'nexus-gateway',
      audience,
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return viewerFromClaims(payload);
  } catch {
    throw unauthenticated('Subgraphs answer the gateway only.');
  }
}
